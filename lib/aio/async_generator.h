// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/generator_core.h>

namespace aio {

/// What aclose() throws at the co_yield where the body is suspended. No std::exception: a handler
/// for errors does not stop a generator from being closed.
class GeneratorExit {};

/// A coroutine that yields items and may await between them. Lazy: every next() runs the body
/// on to its next co_yield, as part of the task that awaits it. Copies are the same generator.
/// Belongs to the thread of the loop where it starts.
///
/// One that has started and is not to run to its end wants aclose(), best through
/// with(aclosing(generator), body). Without, its frame is destroyed with the last handle, which
/// debug mode reports: its clean-up could not await. shutdown_asyncgens() closes those that are
/// left at the end of run().
template <class T> class AsyncGenerator {
public:
  class promise_type : public detail::GeneratorPromise {
  public:
    AsyncGenerator get_return_object(std::source_location where = std::source_location::current()) {
      this->where = where;
      return AsyncGenerator(new detail::GeneratorCore(
                                std::coroutine_handle<promise_type>::from_promise(*this), *this),
                            &item);
    }
    template <class U>
      requires std::is_convertible_v<U &&, T>
    YieldAwaiter yield_value(U &&value) {
      item.set(std::forward<U>(value));
      return {*this};
    }
    detail::Slot<T> item;
  };

  /// The next item; none when the body has ended, and from then on. Throws what the body throws,
  /// which ends it; RuntimeError while another next(), athrow() or aclose() is under way.
  Coroutine<std::optional<T>> next() const { return next(*this, "anext()", {}); }
  /// Throws the exception at the co_yield where the body is suspended; then as next(). A body
  /// that has not started never will, and the exception comes back.
  Coroutine<std::optional<T>> athrow(std::exception_ptr exception) const {
    return next(*this, "athrow()", std::move(exception));
  }
  template <class E>
    requires(!std::is_convertible_v<E, std::exception_ptr>)
  Coroutine<std::optional<T>> athrow(E exception) const {
    return athrow(std::make_exception_ptr(std::move(exception)));
  }
  /// Throws GeneratorExit at the co_yield and waits until the body has ended; nothing if it has
  /// already. Throws what else the body throws, and RuntimeError if it yields instead, or is
  /// running.
  Coroutine<void> aclose() const { return detail::GeneratorCore::aclose(core_); }

  /// <async_generator object NAME at 0x...>
  Text repr() const { return core_->repr(); }
  friend bool operator==(const AsyncGenerator &a, const AsyncGenerator &b) noexcept {
    return a.core_.get() == b.core_.get();
  }

private:
  AsyncGenerator(detail::GeneratorCore *core, detail::Slot<T> *item) : core_(core), item_(item) {}

  static Coroutine<std::optional<T>> next(AsyncGenerator self, const char *caller,
                                          std::exception_ptr thrown) {
    if (!self.core_->begin(caller, std::move(thrown)))
      co_return std::nullopt;
    co_await self.core_->resume();
    if (!self.core_->end())
      co_return std::nullopt;
    co_return self.item_->take();
  }

  detail::Ref<detail::GeneratorCore> core_;
  /// In the frame.
  detail::Slot<T> *item_;
};

/// For with(aclosing(thing), body): thing.aclose() whichever way the body ends. The body gets
/// the thing, a handle.
template <class Thing> class aclosing {
public:
  explicit aclosing(Thing thing) : thing_(std::move(thing)) {}
  Coroutine<Thing> enter() const { return enter(thing_); }
  Coroutine<bool> exit(std::exception_ptr) const { return close(thing_); }

private:
  static Coroutine<Thing> enter(Thing thing) { co_return thing; }
  static Coroutine<bool> close(Thing thing) {
    co_await thing.aclose();
    co_return false;
  }

  Thing thing_;
};

} // namespace aio
