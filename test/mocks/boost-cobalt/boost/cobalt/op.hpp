// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

namespace boost::cobalt {

template <typename... Args> struct op {
  virtual void ready(int handler) {}
  virtual void initiate(int handler) = 0;
  virtual ~op() = default;

  struct awaitable {
    op<Args...> &op_;
    bool await_ready();
    template <typename Promise> bool await_suspend(std::coroutine_handle<Promise> handle) noexcept;
    auto await_resume() {}
  };
  awaitable operator co_await() { return awaitable{*this}; }
};

} // namespace boost::cobalt
