// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

#include <type_traits>

namespace asio {

template <typename Executor, typename T, typename AwaitableExecutor, typename Token>
initiated_t<Token, T> co_spawn(const Executor &executor, awaitable<T, AwaitableExecutor> work,
                               Token &&token) {
  return detail::begun<initiated_t<Token, T>>();
}
template <typename Context, typename T, typename AwaitableExecutor, typename Token>
  requires std::is_base_of_v<execution_context, Context>
initiated_t<Token, T> co_spawn(Context &context, awaitable<T, AwaitableExecutor> work,
                               Token &&token) {
  return detail::begun<initiated_t<Token, T>>();
}
template <typename Executor, typename F, typename Token>
  requires std::is_invocable_v<F>
auto co_spawn(const Executor &executor, F &&work, Token &&token)
    -> initiated_t<Token, typename std::invoke_result_t<F>::value_type> {
  return detail::begun<initiated_t<Token, typename std::invoke_result_t<F>::value_type>>();
}
template <typename Context, typename F, typename Token>
  requires(std::is_base_of_v<execution_context, Context> && std::is_invocable_v<F>)
auto co_spawn(Context &context, F &&work, Token &&token)
    -> initiated_t<Token, typename std::invoke_result_t<F>::value_type> {
  return detail::begun<initiated_t<Token, typename std::invoke_result_t<F>::value_type>>();
}

} // namespace asio
