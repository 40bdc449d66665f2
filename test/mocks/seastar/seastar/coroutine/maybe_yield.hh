// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>

namespace seastar::coroutine {

class [[nodiscard]] maybe_yield {
public:
  struct awaiter {
    bool await_ready() const;
    void await_suspend(std::coroutine_handle<> handle);
    void await_resume();
  };
  awaiter operator co_await();
};

} // namespace seastar::coroutine
