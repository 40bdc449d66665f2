// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/promise.h>
#include <aio/report.h>

namespace aio {

namespace detail {
struct CoroutineAccess;
}

/// A coroutine that has not started. Nothing of its body runs until it is awaited or made a
/// task; one that is destroyed before is reported as "never awaited". Awaiting consumes it.
/// Deliberately not [[nodiscard]], so that a dropped one is for the linter to find.
template <class T = void> class Coroutine {
public:
  class promise_type : public detail::PromiseResult<T> {
  public:
    Coroutine
    get_return_object(std::source_location where = std::source_location::current()) noexcept {
      this->where = where;
      return Coroutine(Frame::from_promise(*this));
    }
  };

  Coroutine(Coroutine &&other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  Coroutine &operator=(Coroutine &&other) noexcept {
    Coroutine old(std::move(*this));
    frame_ = std::exchange(other.frame_, {});
    return *this;
  }
  ~Coroutine() {
    if (frame_ && !frame_.promise().started)
      frame_.promise().report_never_awaited();
    close();
  }

  /// Destroys the coroutine; on purpose, so without a report.
  void close() noexcept {
    if (frame_)
      std::exchange(frame_, {}).destroy();
  }

  /// False once awaited, scheduled, closed or moved from.
  explicit operator bool() const noexcept { return static_cast<bool>(frame_); }

  auto operator co_await() && {
    if (!frame_)
      throw RuntimeError("cannot reuse already awaited coroutine");
    return Awaiter{std::move(*this)};
  }

private:
  friend struct detail::CoroutineAccess;
  using Frame = std::coroutine_handle<promise_type>;

  struct Awaiter {
    Coroutine coroutine;
    bool await_ready() const noexcept { return false; }
    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> awaiting) noexcept {
      auto &promise = coroutine.frame_.promise();
      promise.continuation = awaiting;
      if (detail::PromiseBase *parent = detail::promise_base(awaiting))
        promise.task = parent->task;
      return coroutine.frame_;
    }
    T await_resume() {
      auto &promise = coroutine.frame_.promise();
      if (promise.exception)
        std::rethrow_exception(promise.exception);
      return promise.slot.take();
    }
  };

  explicit Coroutine(Frame frame) noexcept : frame_(frame) {}

  Frame frame_;
};

namespace detail {

struct CoroutineAccess {
  /// The frame, which now belongs to the caller.
  template <class T> static auto release(Coroutine<T> &coroutine) {
    if (!coroutine.frame_)
      throw RuntimeError("cannot reuse already awaited coroutine");
    return std::exchange(coroutine.frame_, {});
  }
};

} // namespace detail
} // namespace aio
