// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/future.h>

namespace aio {

namespace detail {

template <class T> class TaskState final : public FutureState<T, TaskCore> {
public:
  using Promise = typename Coroutine<T>::promise_type;
  using Frame = std::coroutine_handle<Promise>;

  TaskState(LoopState &loop, Frame frame, const char *name, std::source_location where)
      : FutureState<T, TaskCore>(loop, frame, frame.promise(), name, where) {}

private:
  void store_result() override {
    if constexpr (!std::is_void_v<T>)
      this->slot_.set(Frame::from_address(this->root().address()).promise().slot.take());
  }
};

} // namespace detail

/// A coroutine that its loop runs: the future of its result. The loop keeps a pending task
/// alive; dropping the handles of one does not stop it, but nobody will see how it ends.
template <class T = void> class Task : public Future<T> {
public:
  Task() = default;

  Text get_name() const { return task().name(); }
  void set_name(Text name) const { task().set_name(std::move(name)); }
  /// How many calls of cancel() have not been taken back.
  int cancelling() const { return task().cancelling(); }
  /// Takes one back; returns how many are left.
  int uncancel() const { return task().uncancel(); }

  /// As Future's, with the task.
  detail::CallbackId
  add_done_callback(MoveOnlyFunction<void(Task)> callback,
                    std::source_location where = std::source_location::current()) const {
    return this->core().add_done_callback(
        [callback = std::move(callback)](detail::FutureCore &done) mutable {
          callback(Task(&static_cast<detail::TaskCore &>(done)));
        },
        where);
  }

  template <class U> void set_result(U &&) const = delete;
  void set_result() const = delete;
  template <class E> void set_exception(E) const = delete;

protected:
  explicit Task(detail::Ref<detail::TaskCore> core) : Future<T>(std::move(core)) {}

private:
  friend class EventLoop;
  friend struct detail::FutureAccess;
  detail::TaskCore &task() const { return static_cast<detail::TaskCore &>(this->core()); }
};

} // namespace aio
