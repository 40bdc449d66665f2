// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

namespace asio {

template <typename Executor, typename T, typename AwaitableExecutor, typename Token>
typename detail::initiated<Token, T>::type
co_spawn(const Executor &executor, awaitable<T, AwaitableExecutor> work, Token &&token);

template <typename T, typename AwaitableExecutor, typename Token>
typename detail::initiated<Token, T>::type
co_spawn(io_context &context, awaitable<T, AwaitableExecutor> work, Token &&token);

} // namespace asio
