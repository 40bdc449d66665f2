// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

namespace boost::cobalt {

template <typename T> T run(task<T> work);

template <typename Context, typename T, typename CompletionToken>
  requires requires(Context &context) { context.get_executor(); }
void spawn(Context &context, task<T> &&work, CompletionToken &&token) {}
template <typename Executor, typename T, typename CompletionToken>
  requires requires(Executor &executor) { executor.execute([] {}); }
void spawn(Executor executor, task<T> &&work, CompletionToken &&token) {}

struct detached {
  struct promise_type {
    template <typename... Args> promise_type(Args &...args);
    detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() { throw; }
    void return_void() {}
  };
};

} // namespace boost::cobalt
