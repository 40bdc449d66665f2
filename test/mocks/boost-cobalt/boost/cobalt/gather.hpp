// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

#include <tuple>

namespace boost::cobalt {

namespace detail {

template <typename... Ts> struct join_variadic_impl {
  std::tuple<Ts...> works;
  struct awaitable {
    bool await_ready();
    template <typename Promise> bool await_suspend(std::coroutine_handle<Promise> handle);
    void await_resume();
  };
  awaitable operator co_await() && { return {}; }
};

} // namespace detail

template <typename... Promises>
[[nodiscard]] detail::join_variadic_impl<std::decay_t<Promises>...> join(Promises &&...works) {
  return {{static_cast<Promises &&>(works)...}};
}

} // namespace boost::cobalt
