// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

#include <list>

namespace boost::cobalt {

namespace detail {

struct gather_wrapper {
  struct awaitable_type {
    bool await_ready();
    template <typename Promise> bool await_suspend(std::coroutine_handle<Promise> handle);
    void await_resume();
  };
  std::list<promise<void>> &waitables_;
  awaitable_type operator co_await() { return {}; }
};

} // namespace detail

struct wait_group {
  explicit wait_group(asio::cancellation_type normal = asio::cancellation_type::none,
                      asio::cancellation_type exception = asio::cancellation_type::all);
  void push_back(promise<void> work);
  unsigned long size() const;
  unsigned long reap();
  void cancel(asio::cancellation_type type = asio::cancellation_type::all);
  detail::gather_wrapper wait() { return detail::gather_wrapper{waitables_}; }

private:
  std::list<promise<void>> waitables_;
};

} // namespace boost::cobalt
