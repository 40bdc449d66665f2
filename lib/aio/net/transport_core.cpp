// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/transport_core.h>

#include <aio/counters.h>
#include <aio/describe.h>
#include <aio/net/waiter.h>

#include <cstdio>

namespace aio::detail {

TransportCore::TransportCore(LoopState &loop, Descriptor descriptor, ProtocolHandle protocol)
    : loop_(&loop), descriptor_(std::move(descriptor)), watcher_(loop, descriptor_.get(), *this),
      protocol_(std::move(protocol)) {
  loop.resources.add(*this);
  count_transport(1);
}

TransportCore::~TransportCore() { count_transport(-1); }

void TransportCore::start(Future<void> waiter) {
  const Ref<TransportCore> self(this);
  const auto where = std::source_location::current();
  loop_->call_soon(
      [self] {
        if (self->protocol_)
          ProtocolHandle(self->protocol_)->connection_made(Transport(*self));
      },
      where);
  loop_->call_soon([self] { self->begin_reading(); }, where);
  loop_->call_soon([waiter = std::move(waiter)] { wake_up(waiter); }, where);
}

void TransportCore::pause_reading() {
  if (!is_reading())
    return;
  paused_ = true;
  watcher_.watch_reading(false);
}

void TransportCore::resume_reading() {
  if (closing_ || !paused_)
    return;
  paused_ = false;
  begin_reading();
}

void TransportCore::set_protocol(ProtocolHandle protocol) {
  if (!protocol)
    throw TypeError("the protocol must not be empty");
  if (is_open())
    protocol_ = std::move(protocol);
}

void TransportCore::write(BytesView) { throw RuntimeError("This transport cannot write"); }
void TransportCore::write_eof() { throw RuntimeError("This transport cannot write"); }
void TransportCore::set_write_buffer_limits(std::optional<std::size_t>,
                                            std::optional<std::size_t>) {
  throw RuntimeError("This transport cannot write");
}

void TransportCore::finish_soon(std::exception_ptr exception) {
  loop_->call_soon([self = Ref<TransportCore>(this),
                    exception = std::move(exception)] { self->finish(exception); },
                   std::source_location::current());
}

void TransportCore::finish(const std::exception_ptr &exception) {
  struct CloseAtExit {
    TransportCore &transport;
    ~CloseAtExit() { transport.drop(); }
  } const guard{*this};
  if (protocol_)
    ProtocolHandle(protocol_)->connection_lost(exception);
}

void TransportCore::drop() noexcept {
  loop_->resources.remove(*this);
  closing_ = true;
  // Either may have the last handle of this.
  const Ref<TransportCore> self(this);
  watcher_.close();
  descriptor_.close();
  const ProtocolHandle protocol = std::exchange(protocol_, {});
}

void TransportCore::destroyed() noexcept {
  if (!is_open())
    return;
  loop_->resources.remove(*this);
  report_unclosed();
  watcher_.close();
  descriptor_.close();
}

void TransportCore::loop_closing() noexcept {
  const Ref<TransportCore> self(this);
  watcher_.close();
  report_unclosed();
  drop();
}

void TransportCore::report_unclosed() noexcept {
  if (!is_debug())
    return;
  const std::string message = std::string("unclosed transport ") + repr().c_str();
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::resource_warning;
  loop_->report(context);
}

Text TransportCore::describe_protocol() const {
  if (!protocol_)
    return "None";
  const Protocol &protocol = *protocol_;
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<const void *>(&protocol));
  return ("<" + demangle(typeid(protocol)) + " object at " + address + ">").c_str();
}

void TransportCore::report_failure(const char *message, const std::exception_ptr &exception) {
  const Text transport = repr();
  const Text protocol = describe_protocol();
  ExceptionContext context;
  context.message = message;
  context.exception = exception;
  context.transport = transport.c_str();
  context.protocol = protocol.c_str();
  loop_->report(context);
}

} // namespace aio::detail
