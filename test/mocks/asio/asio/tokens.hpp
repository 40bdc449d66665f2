// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/awaitable.hpp>

namespace asio {

class detached_t {};
constexpr detached_t detached;

template <typename Executor = any_io_executor> struct use_awaitable_t {};
constexpr use_awaitable_t<> use_awaitable;

namespace detail {

/// What an operation with the result \p T returns for the completion token \p Token.
template <typename Token, typename T> struct initiated {
  using type = void;
};
template <typename Executor, typename T> struct initiated<use_awaitable_t<Executor>, T> {
  using type = awaitable<T, Executor>;
};
template <typename Token, typename T> struct initiated<const Token, T> : initiated<Token, T> {};
template <typename Token, typename T> struct initiated<Token &, T> : initiated<Token, T> {};

} // namespace detail
} // namespace asio
