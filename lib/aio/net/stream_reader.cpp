// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/stream_reader.h>

#include <aio/describe.h>
#include <aio/net/byte_buffer.h>
#include <aio/net/transport.h>
#include <aio/net/waiter.h>

#include <string_view>

namespace aio {

IncompleteReadError::IncompleteReadError(Bytes partial, std::optional<std::size_t> expected)
    : EOFError((std::to_string(partial.size()) + " bytes read on a total of " +
                (expected ? std::to_string(*expected) : "undefined") + " expected bytes")
                   .c_str()),
      partial_(std::move(partial)), expected_(expected) {}

namespace detail {

/// Invariant: waiter is set while a coroutine waits in wait_for_data() that nobody has woken.
class StreamReaderCore final : public RefCounted {
public:
  explicit StreamReaderCore(std::size_t limit) : limit(limit), loop(&running_loop_state()) {}

  /// Until there is more, the end or an exception. function: who asks.
  Coroutine<void> wait_for_data(const char *function);
  void wake_up();
  void resume_transport_if_low();
  void pause_transport_if_full();
  void throw_if_failed() const {
    if (exception)
      std::rethrow_exception(exception);
  }

  const std::size_t limit;
  Ref<LoopState> loop;
  ByteBuffer buffer;
  bool eof = false;
  bool paused = false;
  std::exception_ptr exception;
  Future<void> waiter;
  Transport transport;
};

Coroutine<void> StreamReaderCore::wait_for_data(const char *function) {
  if (waiter)
    throw RuntimeError((std::string(function) + "() called while another coroutine is already "
                                                "waiting for incoming data")
                           .c_str());
  // A read of more than the limit would wait for ever otherwise.
  if (std::exchange(paused, false))
    transport.resume_reading();
  waiter = make_waiter(*loop);
  struct ForgetAtExit {
    StreamReaderCore &core;
    const Future<void> waiter = core.waiter;
    ~ForgetAtExit() {
      // Another one may wait since this one was woken.
      if (core.waiter == waiter)
        core.waiter = {};
    }
  } const guard{*this};
  co_await guard.waiter;
}

void StreamReaderCore::wake_up() {
  if (const Future<void> woken = std::exchange(waiter, {}))
    detail::wake_up(woken);
}

void StreamReaderCore::resume_transport_if_low() {
  if (!paused || buffer.size() > limit)
    return;
  paused = false;
  transport.resume_reading();
}

void StreamReaderCore::pause_transport_if_full() {
  if (!transport || paused || buffer.size() <= 2 * limit)
    return;
  transport.pause_reading();
  paused = true;
}

} // namespace detail

StreamReader::StreamReader(std::size_t limit) {
  if (limit == 0)
    throw ValueError("Limit cannot be <= 0");
  core_ = detail::Ref<detail::RefCounted>(new detail::StreamReaderCore(limit));
}

detail::StreamReaderCore &StreamReader::core() const {
  if (!core_)
    throw InvalidStateError("empty StreamReader");
  return static_cast<detail::StreamReaderCore &>(*core_);
}

Coroutine<Bytes> StreamReader::read(long n) const { return read(*this, n); }
Coroutine<Bytes> StreamReader::readline() const { return readline(*this); }
Coroutine<Bytes> StreamReader::readexactly(long n) const { return readexactly(*this, n); }
Coroutine<Bytes> StreamReader::readuntil(Bytes separator) const {
  return readuntil(*this, std::move(separator));
}

Coroutine<Bytes> StreamReader::read(StreamReader self, long n) {
  detail::StreamReaderCore &core = self.core();
  core.throw_if_failed();
  if (n < 0) {
    detail::BytesJoiner all;
    while (true) {
      const Bytes block = co_await read(self, static_cast<long>(core.limit));
      if (block.empty())
        co_return all.view();
      all.add(block);
    }
  }
  if (n == 0)
    co_return Bytes();
  if (core.buffer.empty() && !core.eof)
    co_await core.wait_for_data("read");
  Bytes data = core.buffer.take(std::min(core.buffer.size(), static_cast<std::size_t>(n)));
  core.resume_transport_if_low();
  co_return data;
}

Coroutine<Bytes> StreamReader::readexactly(StreamReader self, long n) {
  detail::StreamReaderCore &core = self.core();
  if (n < 0)
    throw ValueError("readexactly size can not be less than zero");
  core.throw_if_failed();
  const auto size = static_cast<std::size_t>(n);
  if (size == 0)
    co_return Bytes();
  while (core.buffer.size() < size) {
    if (core.eof)
      throw IncompleteReadError(core.buffer.take(core.buffer.size()), size);
    co_await core.wait_for_data("readexactly");
  }
  Bytes data = core.buffer.take(size);
  core.resume_transport_if_low();
  co_return data;
}

Coroutine<Bytes> StreamReader::readuntil(StreamReader self, Bytes separator) {
  detail::StreamReaderCore &core = self.core();
  if (separator.empty())
    throw ValueError("Separator should be at least one-byte string");
  core.throw_if_failed();
  // Before that there is no separator.
  std::size_t searched = 0;
  std::size_t found = std::string_view::npos;
  while (true) {
    const std::string_view buffer = core.buffer.view();
    if (buffer.size() >= searched + separator.size()) {
      found = buffer.find(separator, searched);
      if (found != std::string_view::npos)
        break;
      searched = buffer.size() + 1 - separator.size();
      if (searched > core.limit)
        throw LimitOverrunError("Separator is not found, and chunk exceed the limit", searched);
    }
    if (core.eof)
      throw IncompleteReadError(core.buffer.take(core.buffer.size()), std::nullopt);
    co_await core.wait_for_data("readuntil");
  }
  if (found > core.limit)
    throw LimitOverrunError("Separator is found, but chunk is longer than limit", found);
  Bytes data = core.buffer.take(found + separator.size());
  core.resume_transport_if_low();
  co_return data;
}

Coroutine<Bytes> StreamReader::readline(StreamReader self) {
  detail::StreamReaderCore &core = self.core();
  try {
    co_return co_await readuntil(self, "\n");
  } catch (const IncompleteReadError &error) {
    co_return error.partial();
  } catch (const LimitOverrunError &error) {
    if (error.consumed() < core.buffer.size() && core.buffer.view()[error.consumed()] == '\n')
      core.buffer.drop(error.consumed() + 1);
    else
      core.buffer.clear();
    core.resume_transport_if_low();
    throw ValueError(error.what());
  }
}

bool StreamReader::at_eof() const { return core().eof && core().buffer.empty(); }
std::exception_ptr StreamReader::exception() const { return core().exception; }

void StreamReader::feed_data(BytesView data) const {
  detail::StreamReaderCore &core = this->core();
  if (core.eof)
    throw RuntimeError("feed_data after feed_eof");
  if (data.empty())
    return;
  core.buffer.append(data);
  core.wake_up();
  core.pause_transport_if_full();
}

void StreamReader::feed_eof() const {
  core().eof = true;
  core().wake_up();
}

void StreamReader::set_exception(std::exception_ptr exception) const {
  detail::StreamReaderCore &core = this->core();
  core.exception = exception;
  if (const Future<void> woken = std::exchange(core.waiter, {}); woken && !woken.done())
    woken.set_exception(std::move(exception));
}

void StreamReader::set_transport(const Transport &transport) const {
  if (core().transport)
    throw RuntimeError("Transport already set");
  core().transport = transport;
}

Text StreamReader::repr() const {
  const detail::StreamReaderCore &core = this->core();
  std::string text = "<StreamReader";
  if (!core.buffer.empty())
    text += " " + std::to_string(core.buffer.size()) + " bytes";
  if (core.eof)
    text += " eof";
  if (core.limit != default_limit)
    text += " limit=" + std::to_string(core.limit);
  if (core.waiter)
    text += std::string(" waiter=") + core.waiter.repr().c_str();
  if (core.exception)
    text += " exception=" + detail::describe(core.exception);
  if (core.transport)
    text += std::string(" transport=") + core.transport.repr().c_str();
  if (core.paused)
    text += " paused";
  return (text + ">").c_str();
}

} // namespace aio
