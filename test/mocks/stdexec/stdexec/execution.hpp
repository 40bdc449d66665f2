// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdexec/stop_token.hpp>

#include <coroutine>
#include <exception>
#include <optional>
#include <tuple>
#include <utility>

namespace stdexec {

struct sender_tag {
  using sender_concept = sender_tag;
};

template <class T>
concept sender = requires { typename std::remove_cvref_t<T>::sender_concept; };

/// What every algorithm returns: a description of work.
namespace {
template <class Tag, class... Children> struct __sexpr {
  using sender_concept = sender_tag;
  auto get_env() const noexcept { return 0; }
  template <class Receiver> auto connect(Receiver receiver) && { return 0; }
};
} // namespace

template <class Closure> struct __closure {};
template <sender Sender, class Closure>
auto operator|(Sender &&sender, __closure<Closure> closure) -> __sexpr<Closure, Sender> {
  return {};
}

struct just_t {
  template <class... T> auto operator()(T &&...values) const -> __sexpr<just_t, T...> { return {}; }
};
inline constexpr just_t just{};

struct then_t {
  template <sender Sender, class F>
  auto operator()(Sender &&sender, F function) const -> __sexpr<then_t, Sender> {
    return {};
  }
  template <class F> auto operator()(F function) const -> __closure<then_t> { return {}; }
};
inline constexpr then_t then{};

struct upon_error_t {
  template <sender Sender, class F>
  auto operator()(Sender &&sender, F function) const -> __sexpr<upon_error_t, Sender> {
    return {};
  }
};
inline constexpr upon_error_t upon_error{};

struct upon_stopped_t {
  template <sender Sender, class F>
  auto operator()(Sender &&sender, F function) const -> __sexpr<upon_stopped_t, Sender> {
    return {};
  }
};
inline constexpr upon_stopped_t upon_stopped{};

struct let_value_t {
  template <sender Sender, class F>
  auto operator()(Sender &&sender, F function) const -> __sexpr<let_value_t, Sender> {
    return {};
  }
};
inline constexpr let_value_t let_value{};

struct when_all_t {
  template <sender... Senders>
  auto operator()(Senders &&...senders) const -> __sexpr<when_all_t, Senders...> {
    return {};
  }
};
inline constexpr when_all_t when_all{};

struct schedule_t {
  template <class Scheduler> auto operator()(Scheduler &&scheduler) const -> __sexpr<schedule_t> {
    return {};
  }
};
inline constexpr schedule_t schedule{};

struct sync_wait_t {
  template <sender Sender>
  auto operator()(Sender &&sender) const -> std::optional<std::tuple<int>> {
    return {};
  }
};
inline constexpr sync_wait_t sync_wait{};

struct sync_wait_with_variant_t {
  template <sender Sender> auto operator()(Sender &&sender) const -> std::optional<int> {
    return {};
  }
};
inline constexpr sync_wait_with_variant_t sync_wait_with_variant{};

namespace __run_loop {
class __run_loop_base {
public:
  __run_loop_base() = default;
  __run_loop_base(__run_loop_base &&) = delete;
  ~__run_loop_base() noexcept;
  void run() noexcept;
  void finish() noexcept;
};
template <class Loop> class __basic_run_loop : public __run_loop_base {
public:
  struct __scheduler {
    auto schedule() const noexcept -> __sexpr<schedule_t> { return {}; }
  };
  __scheduler get_scheduler() noexcept;
};
} // namespace __run_loop
struct run_loop : __run_loop::__basic_run_loop<run_loop> {};

namespace __counting_scopes {
class __base_scope {
public:
  __base_scope() noexcept = default;
  __base_scope(__base_scope &&) = delete;
  ~__base_scope();
  void close() noexcept;
};
struct __scope_join_t {};
} // namespace __counting_scopes

class simple_counting_scope : private __counting_scopes::__base_scope {
public:
  struct token {};
  [[nodiscard]] token get_token() noexcept;
  using __counting_scopes::__base_scope::close;
  [[nodiscard]] auto join() noexcept -> __sexpr<__counting_scopes::__scope_join_t> { return {}; }
};

class counting_scope : private __counting_scopes::__base_scope {
public:
  struct token {};
  [[nodiscard]] token get_token() noexcept;
  using __counting_scopes::__base_scope::close;
  [[nodiscard]] auto join() noexcept -> __sexpr<__counting_scopes::__scope_join_t> { return {}; }
  void request_stop() noexcept;
};

struct spawn_t {
  template <sender Sender, class Token> void operator()(Sender &&sender, Token token) const {}
};
inline constexpr spawn_t spawn{};

struct spawn_future_t {
  template <sender Sender, class Token>
  auto operator()(Sender &&sender, Token token) const -> __sexpr<spawn_future_t> {
    return {};
  }
};
inline constexpr spawn_future_t spawn_future{};

/// How a promise awaits senders.
template <class Promise> struct with_awaitable_senders {
  template <class T> struct awaiter {
    bool await_ready() noexcept;
    void await_suspend(std::coroutine_handle<> handle) noexcept;
    int await_resume();
  };
  template <class T> auto await_transform(T &&awaitable) noexcept {
    if constexpr (requires { static_cast<T &&>(awaitable).operator co_await(); })
      return static_cast<T &&>(awaitable).operator co_await();
    else
      return awaiter<T>{};
  }
};

} // namespace stdexec
