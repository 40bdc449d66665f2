// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/task_core.h>

namespace aio {

class EventLoop;

namespace detail {

inline Slot<void> no_slot;

/// For void, of any future: a handle that does not want the result need not know its type.
template <class T> Slot<T> &slot_of(FutureCore &future) noexcept {
  if constexpr (std::is_void_v<T>)
    return no_slot;
  else
    return *static_cast<Slot<T> *>(future.slot_address());
}

/// co_await on a future: any number of coroutines may wait for the same one. Shared: the
/// result is read in place; otherwise it is returned by value.
template <class T, bool InPlace> class FutureAwaiter {
public:
  explicit FutureAwaiter(Ref<FutureCore> future) : future_(std::move(future)) {}
  bool await_ready() const noexcept { return future_->done(); }
  template <class P> void await_suspend(std::coroutine_handle<P> coroutine) {
    task_ = suspend_on(*future_, coroutine, promise_base(coroutine));
  }
  decltype(auto) await_resume() {
    if (task_)
      task_->check_awaited(*future_);
    else
      future_->check_result();
    if constexpr (InPlace)
      return slot_of<T>(*future_).get();
    else
      return slot_of<T>(*future_).share();
  }

private:
  Ref<FutureCore> future_;
  Ref<TaskCore> task_;
};

struct FutureAccess;

} // namespace detail

/// A result to come. A handle: copies refer to the same future, as in Python, and const says
/// nothing about what it refers to. Belongs to its loop's thread: no call but copying and
/// dropping a handle is allowed on another one, and debug mode throws RuntimeError there.
/// A future whose exception nobody has looked at when its last handle goes is reported.
template <class T = void> class Future {
public:
  /// An empty handle, good for assigning to only.
  Future() = default;
  explicit operator bool() const noexcept { return static_cast<bool>(state_); }
  friend bool operator==(const Future &a, const Future &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

  bool done() const { return core().done(); }
  bool cancelled() const { return core().cancelled(); }

  /// Ends it as cancelled; who waits for it gets CancelledError. For a task, asks for that:
  /// CancelledError is thrown at the await where its coroutine is suspended.
  /// Returns false, and does nothing, if it was done already.
  bool cancel(Text message = {}) const { return core().cancel(std::move(message)); }

  /// Throws InvalidStateError if it is done already.
  template <class U>
    requires(!std::is_void_v<T> && std::is_convertible_v<U &&, T>)
  void set_result(U &&result) const {
    core().check_settable();
    detail::slot_of<T>(core()).set(std::forward<U>(result));
    core().finish();
  }
  void set_result() const
    requires std::is_void_v<T>
  {
    core().check_settable();
    core().finish();
  }

  /// Throws InvalidStateError if it is done already.
  void set_exception(std::exception_ptr exception) const {
    core().set_exception(std::move(exception));
  }
  template <class E>
    requires(!std::is_convertible_v<E, std::exception_ptr>)
  void set_exception(E exception) const {
    set_exception(std::make_exception_ptr(std::move(exception)));
  }

  /// The result, or throws the exception; CancelledError if it is cancelled,
  /// InvalidStateError if it is not done. Never waits.
  typename detail::SlotTypes<T>::Read result() const & {
    core().check_result();
    return detail::slot_of<T>(core()).get();
  }
  /// By value. A result that cannot be copied is moved out, and so can be had once.
  T result() && {
    core().check_result();
    return detail::slot_of<T>(core()).share();
  }

  /// The exception, or null if it has a result; CancelledError and InvalidStateError as above.
  std::exception_ptr exception() const { return core().exception(); }

  /// Calls back through call_soon when it is done, at once if it is done already.
  /// Returns a name for remove_done_callback().
  detail::CallbackId
  add_done_callback(MoveOnlyFunction<void(Future)> callback,
                    std::source_location where = std::source_location::current()) const {
    return core().add_done_callback(
        [callback = std::move(callback)](detail::FutureCore &done) mutable {
          callback(Future(&done));
        },
        where);
  }
  /// False if it is not there any more.
  bool remove_done_callback(detail::CallbackId id) const { return core().remove_done_callback(id); }

  /// Throws RuntimeError when the loop object is gone.
  EventLoop &get_loop() const { return core().loop_object(); }

  /// As in reports: <Future pending created at FILE:LINE>.
  Text repr() const { return core().repr(); }

  auto operator co_await() const & {
    core();
    return detail::FutureAwaiter<T, true>(state_);
  }
  auto operator co_await() && {
    core();
    return detail::FutureAwaiter<T, false>(std::move(state_));
  }

protected:
  friend struct detail::FutureAccess;
  explicit Future(detail::Ref<detail::FutureCore> state) : state_(std::move(state)) {}

  detail::FutureCore &core() const {
    if (!state_)
      throw InvalidStateError("empty Future");
    return *state_;
  }

private:
  detail::Ref<detail::FutureCore> state_;
};

namespace detail {

struct FutureAccess {
  template <class T, class Core> static Future<T> make(Ref<FutureState<T, Core>> state) {
    return Future<T>(std::move(state));
  }
  template <class T> static Ref<FutureCore> state(const Future<T> &future) {
    future.core();
    return future.state_;
  }
  /// A handle of the type H: Future<T>, Task<T> or AnyTask.
  template <class H> static H handle(Ref<FutureCore> core) {
    if constexpr (requires(const H &task) { task.cancelling(); })
      return H(Ref<TaskCore>(static_cast<TaskCore *>(core.get())));
    else
      return H(std::move(core));
  }
  /// A task's, from a handle that is not empty.
  template <class Task> static TaskCore &core(const Task &task) { return task.task(); }
};

} // namespace detail
} // namespace aio
