// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An eager result with several traits, chosen by the coroutine's parameters; a lazy one; and
// fire-and-forget with a policy of its own.
//
// type: lib::result<int>
// start: eager
// awaitable: yes
// errors: stored
//
// type: lib::lazy_result<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::null_result
// start: eager
// drop: detaches
// errors: swallowed
// awaitable: no
#include <atomic>
#include <coroutine>
#include <exception>
#include <memory>
#include <utility>

namespace lib {
struct executor;
struct executor_tag {};
struct null_result {};
namespace details {
template <typename T> class result_state {
public:
  void set_exception(std::exception_ptr e);
  static void dispose(result_state *state) noexcept;
  std::coroutine_handle<> done_;
};
template <typename T> struct consumer_deleter {
  void operator()(result_state<T> *state) { state->dispose(state); }
};
} // namespace details
template <typename T> class result {
  std::unique_ptr<details::result_state<T>, details::consumer_deleter<T>> state_;

public:
  result() noexcept = default;
  result(result &&) noexcept = default;
  explicit result(details::result_state<T> *s) : state_(s) {}
  auto operator co_await() {
    struct awaitable {
      result &self;
      bool await_ready() const noexcept { return false; }
      bool await_suspend(std::coroutine_handle<> h) noexcept {
        self.state_->done_ = h;
        return true;
      }
      T await_resume() { return {}; }
    };
    return awaitable{*this};
  }
};
template <typename T> class lazy_result;
namespace details {
template <typename T> struct result_coro_promise {
  result<T> get_return_object() { return result<T>{&state_}; }
  void unhandled_exception() noexcept { state_.set_exception(std::current_exception()); }
  void return_value(T) {}
  std::suspend_always final_suspend() noexcept { return {}; }
  result_state<T> state_;
};
template <typename T> struct initialy_resumed_promise : result_coro_promise<T> {
  std::suspend_never initial_suspend() const noexcept { return {}; }
};
struct rescheduling_awaiter {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  void await_resume() {}
};
template <typename T> struct initialy_rescheduled_promise : result_coro_promise<T> {
  rescheduling_awaiter initial_suspend() { return {}; }
};
struct null_promise {
  null_result get_return_object() const noexcept { return {}; }
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_never final_suspend() const noexcept { return {}; }
  void unhandled_exception() const noexcept {}
  void return_void() const noexcept {}
};
class lazy_base {
public:
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
};
template <typename T> class lazy_state : public lazy_base {
public:
  lazy_result<T> get_return_object() noexcept;
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  void return_value(T) {}
  std::exception_ptr error_;
  std::coroutine_handle<> caller_;
};
} // namespace details
template <typename T> class lazy_result {
  std::coroutine_handle<details::lazy_state<T>> state_;

public:
  using promise_type = details::lazy_state<T>;
  explicit lazy_result(std::coroutine_handle<details::lazy_state<T>> h) noexcept : state_(h) {}
  lazy_result(lazy_result &&other) noexcept : state_(std::exchange(other.state_, {})) {}
  ~lazy_result() noexcept {
    if (static_cast<bool>(state_)) {
      state_.destroy();
    }
  }
  auto operator co_await() && {
    struct awaitable {
      std::coroutine_handle<details::lazy_state<T>> state;
      bool await_ready() const noexcept { return state.done(); }
      auto await_suspend(std::coroutine_handle<> h) noexcept {
        state.promise().caller_ = h;
        return state;
      }
      T await_resume() { return {}; }
    };
    return awaitable{std::exchange(state_, {})};
  }
};
template <typename T> lazy_result<T> details::lazy_state<T>::get_return_object() noexcept {
  return lazy_result<T>{std::coroutine_handle<lazy_state>::from_promise(*this)};
}
} // namespace lib
namespace std {
template <class T, class Executor, class... A>
struct coroutine_traits<::lib::result<T>, ::lib::executor_tag, Executor *, A...> {
  using promise_type = ::lib::details::initialy_rescheduled_promise<T>;
};
template <class T, class... A> struct coroutine_traits<::lib::result<T>, A...> {
  using promise_type = ::lib::details::initialy_resumed_promise<T>;
};
template <class... A> struct coroutine_traits<::lib::null_result, A...> {
  using promise_type = ::lib::details::null_promise;
};
} // namespace std
#ifdef DEFINED
lib::result<int> one() { co_return 1; }
lib::lazy_result<int> two() { co_return co_await one(); }
lib::null_result run(int) { co_await two(); }
#endif
