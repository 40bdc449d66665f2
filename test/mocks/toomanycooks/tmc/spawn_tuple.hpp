// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <tmc/task.hpp>

#include <tuple>

namespace tmc {

template <class... Awaitable> class aw_spawn_tuple_impl {
public:
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> outer) noexcept;
  std::tuple<int, int> await_resume() noexcept;
};

template <class... Awaitable>
class [[nodiscard]] aw_spawn_tuple : public detail::run_on_mixin<aw_spawn_tuple<Awaitable...>> {
public:
  aw_spawn_tuple(std::tuple<Awaitable...> &&tasks);
  aw_spawn_tuple_impl<Awaitable...> operator co_await() && noexcept;
  void detach();
};

template <class... Awaitable> aw_spawn_tuple<Awaitable...> spawn_tuple(Awaitable &&...awaitables) {
  return {std::tuple<Awaitable...>(static_cast<Awaitable &&>(awaitables)...)};
}

} // namespace tmc
