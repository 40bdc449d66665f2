// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <tmc/task.hpp>

namespace tmc {

template <class Awaitable, class Result = int> class [[nodiscard]] aw_spawn_fork_impl {
protected:
  aw_spawn_fork_impl() = default;

public:
  bool await_ready() const noexcept;
  bool await_suspend(std::coroutine_handle<> outer) noexcept;
  Result await_resume() noexcept;
  ~aw_spawn_fork_impl() noexcept { assert(done_count < 0); }
  aw_spawn_fork_impl(aw_spawn_fork_impl &&other) = delete;

private:
  long done_count = 0;
};
template <class Awaitable>
using aw_spawn_fork = detail::rvalue_only_awaitable<aw_spawn_fork_impl<Awaitable>>;

template <class Awaitable, class Result = int> class aw_spawn_impl {
public:
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> outer) noexcept;
  Result await_resume() noexcept;
};

template <class Awaitable, class Result = int>
class [[nodiscard]] aw_spawn : public detail::run_on_mixin<aw_spawn<Awaitable, Result>>,
                               public detail::resume_on_mixin<aw_spawn<Awaitable, Result>>,
                               public detail::with_priority_mixin<aw_spawn<Awaitable, Result>> {
public:
  explicit aw_spawn(Awaitable &&task);
  aw_spawn_impl<Awaitable> operator co_await() && noexcept;
  void detach();
  [[nodiscard]] aw_spawn_fork<Awaitable> fork() &&;
  aw_spawn(aw_spawn &&other);
};

template <class Awaitable> aw_spawn<Awaitable> spawn(Awaitable &&awaitable) {
  return aw_spawn<Awaitable>(static_cast<Awaitable &&>(awaitable));
}

} // namespace tmc
