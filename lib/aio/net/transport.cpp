// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/transport.h>

#include <aio/net/transport_core.h>

namespace aio {

void Protocol::connection_made(Transport) {}
void Protocol::connection_lost(std::exception_ptr) {}
void Protocol::data_received(BytesView) {}
bool Protocol::eof_received() { return false; }
void Protocol::pause_writing() {}
void Protocol::resume_writing() {}

Transport::Transport(detail::TransportCore &core) : core_(&core) {}

detail::TransportCore &Transport::core() const {
  if (!core_)
    throw InvalidStateError("empty Transport");
  return static_cast<detail::TransportCore &>(*core_);
}

Text Transport::get_extra_info(const char *name) const { return core().get_extra_info(name); }
bool Transport::is_closing() const { return core().is_closing(); }
void Transport::close() const { core().close(); }
void Transport::abort() const { core().abort(); }
void Transport::pause_reading() const { core().pause_reading(); }
void Transport::resume_reading() const { core().resume_reading(); }
bool Transport::is_reading() const { return core().is_reading(); }
void Transport::write(BytesView data) const { core().write(data); }
void Transport::write_eof() const { core().write_eof(); }
bool Transport::can_write_eof() const { return core().can_write_eof(); }

void Transport::set_write_buffer_limits(std::optional<std::size_t> high,
                                        std::optional<std::size_t> low) const {
  core().set_write_buffer_limits(high, low);
}

WriteBufferLimits Transport::get_write_buffer_limits() const {
  return core().get_write_buffer_limits();
}

std::size_t Transport::get_write_buffer_size() const { return core().get_write_buffer_size(); }

void Transport::set_protocol(ProtocolHandle protocol) const {
  core().set_protocol(std::move(protocol));
}

ProtocolHandle Transport::get_protocol() const { return core().get_protocol(); }
Text Transport::repr() const { return core().repr(); }

} // namespace aio
