// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/event_loop.h>

namespace aio::detail {

/// Ends a wait, which may have ended otherwise.
inline void release(const Future<void> &waiter) {
  if (!waiter.done())
    waiter.set_result();
}

/// Ends a wait at a time, while this object lives.
class ReleaseLater {
public:
  ReleaseLater(EventLoop &loop, Duration delay, Future<void> waiter)
      : timer_(loop.call_later(delay, [waiter = std::move(waiter)] { release(waiter); })) {}
  ReleaseLater(const ReleaseLater &) = delete;
  ReleaseLater &operator=(const ReleaseLater &) = delete;
  ~ReleaseLater() { timer_.cancel(); }

private:
  TimerHandle timer_;
};

/// A callback for the end of a future, while this object lives.
class WhenDone {
public:
  WhenDone(Ref<FutureCore> future, FutureCore::DoneCallback callback)
      : future_(std::move(future)),
        id_(future_->add_done_callback(std::move(callback), std::source_location::current())) {}
  WhenDone(WhenDone &&) noexcept = default;
  WhenDone &operator=(WhenDone &&) = delete;
  ~WhenDone() {
    if (future_)
      future_->remove_done_callback(id_);
  }

private:
  Ref<FutureCore> future_;
  CallbackId id_;
};

} // namespace aio::detail
