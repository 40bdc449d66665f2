// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/awaitable.hpp>

namespace asio {

class detached_t {};
constexpr detached_t detached;

template <typename Executor = any_io_executor> struct use_awaitable_t {};
constexpr use_awaitable_t<> use_awaitable;

class deferred_t {};
constexpr deferred_t deferred;

template <typename Signature, typename Initiation, typename... InitArgs>
class [[nodiscard]] deferred_async_operation {
public:
  template <typename CompletionToken> void operator()(CompletionToken &&token) &&;
};

namespace experimental {

class deferred_t {};
constexpr deferred_t deferred;

// Where it was before it moved into namespace asio.
template <typename Signature, typename Initiation, typename... InitArgs>
class deferred_async_operation {
public:
  template <typename CompletionToken> void operator()(CompletionToken &&token) &&;
};

template <typename Executor = any_io_executor> struct use_promise_t {};
constexpr use_promise_t<> use_promise;

template <typename Signature, typename Executor = any_io_executor> struct promise {
  promise() = delete;
  promise(promise &&) noexcept = default;
  ~promise() { cancel(); }
  void cancel();
  bool completed() const noexcept;
  template <typename CompletionToken> awaitable<void> operator()(CompletionToken &&token);
};

} // namespace experimental

namespace detail {

/// What an operation with the result \p T returns for the completion token \p Token.
template <typename Token, typename T> struct initiated {
  using type = void;
};
template <typename Executor, typename T> struct initiated<use_awaitable_t<Executor>, T> {
  using type = awaitable<T, Executor>;
};
template <typename T> struct initiated<deferred_t, T> {
  using type = deferred_async_operation<void(T), int>;
};
template <typename T> struct initiated<experimental::deferred_t, T> {
  using type = experimental::deferred_async_operation<void(T), int>;
};
template <> struct initiated<deferred_t, void> {
  using type = deferred_async_operation<void(), int>;
};
template <> struct initiated<experimental::deferred_t, void> {
  using type = experimental::deferred_async_operation<void(), int>;
};
template <typename Executor, typename T>
struct initiated<experimental::use_promise_t<Executor>, T> {
  using type = experimental::promise<void(int), Executor>;
};
template <typename Token, typename T> struct initiated<const Token, T> : initiated<Token, T> {};
template <typename Token, typename T> struct initiated<Token &, T> : initiated<Token, T> {};

} // namespace detail

template <typename Token, typename T = void>
using initiated_t = typename detail::initiated<Token, T>::type;

namespace detail {

/// What a mock of an operation returns.
template <typename Result> Result begun();

} // namespace detail
} // namespace asio
