// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/executors/executor_all.h>

#include <coroutine>
#include <exception>
#include <utility>

namespace concurrencpp {

enum class result_status { idle, value, exception };

template <class type> class awaitable;
template <class type> class resolve_awaitable;

namespace details {

template <class type> class result_state {
public:
  void complete_consumer() noexcept;
};

template <class type> struct consumer_result_state_deleter {
  void operator()(result_state<type> *state) const noexcept { state->complete_consumer(); }
};

template <class type>
using consumer_result_state_ptr =
    std::unique_ptr<result_state<type>, consumer_result_state_deleter<type>>;

} // namespace details

template <class type> class result {
public:
  result() noexcept = default;
  result(result &&other) noexcept = default;
  result(details::consumer_result_state_ptr<type> state) noexcept : state_(std::move(state)) {}
  result(details::result_state<type> *state) noexcept : state_(state) {}
  result &operator=(result &&other) noexcept;
  result(const result &) = delete;

  explicit operator bool() const noexcept;
  result_status status() const;
  void wait() const;
  template <class duration_type, class ratio_type>
  result_status wait_for(std::chrono::duration<duration_type, ratio_type> duration) const;
  template <class clock_type, class duration_type>
  result_status wait_until(std::chrono::time_point<clock_type, duration_type> timeout_time) const;
  type get();
  auto operator co_await() { return awaitable<type>{std::move(state_)}; }
  auto resolve() { return resolve_awaitable<type>{std::move(state_)}; }

private:
  details::consumer_result_state_ptr<type> state_;
};

template <class type> class shared_result {
public:
  shared_result() noexcept = default;
  shared_result(result<type> other);

  result_status status() const;
  void wait();
  template <class duration_type, class ratio_type>
  result_status wait_for(std::chrono::duration<duration_type, ratio_type> duration);
  template <class clock_type, class duration_type>
  result_status wait_until(std::chrono::time_point<clock_type, duration_type> timeout_time);
  type get();
  awaitable<type> operator co_await();

private:
  std::shared_ptr<details::result_state<type>> state_;
};

template <class type> class awaitable : public std::suspend_always {
public:
  awaitable(details::consumer_result_state_ptr<type> state) noexcept : state_(std::move(state)) {}
  bool await_suspend(std::coroutine_handle<> caller) noexcept;
  type await_resume();

private:
  details::consumer_result_state_ptr<type> state_;
};

template <class type> class resolve_awaitable : public std::suspend_always {
public:
  resolve_awaitable(details::consumer_result_state_ptr<type> state) noexcept
      : state_(std::move(state)) {}
  bool await_suspend(std::coroutine_handle<> caller) noexcept;
  result<type> await_resume();

private:
  details::consumer_result_state_ptr<type> state_;
};

template <class type> class result_promise {
public:
  result_promise();
  result_promise(result_promise &&other) noexcept;
  result_promise &operator=(result_promise &&other) noexcept;
  ~result_promise() noexcept;
  template <class... argument_types> void set_result(argument_types &&...arguments);
  void set_exception(std::exception_ptr exception);
  template <class callable_type, class... argument_types>
  void set_from_function(callable_type &&callable, argument_types &&...arguments) noexcept {}
  result<type> get_result();
};

struct null_result {};

namespace details {

template <class derived, class type> struct return_value_struct {
  template <class return_type> void return_value(return_type &&value);
};
template <class derived> struct return_value_struct<derived, void> {
  void return_void() noexcept;
};

struct initialy_resumed_promise {
  std::suspend_never initial_suspend() const noexcept { return {}; }
};

template <class executor_type> struct initialy_rescheduled_promise {
  template <class... argument_types>
  initialy_rescheduled_promise(executor_tag, std::shared_ptr<executor_type>, argument_types &&...);
  struct initial_scheduling_awaiter : std::suspend_always {
    template <class promise_type> void await_suspend(std::coroutine_handle<promise_type> handle);
  };
  initial_scheduling_awaiter initial_suspend() const noexcept { return {}; }
};

struct null_result_promise {
  null_result get_return_object() const noexcept { return {}; }
  std::suspend_never final_suspend() const noexcept { return {}; }
  void unhandled_exception() const noexcept {}
  void return_void() const noexcept {}
};

template <class type>
struct result_coro_promise : return_value_struct<result_coro_promise<type>, type> {
  void unhandled_exception() noexcept { state_exception = std::current_exception(); }
  result<type> get_return_object() noexcept { return {&state}; }
  std::suspend_always final_suspend() const noexcept { return {}; }

  result_state<type> state;
  std::exception_ptr state_exception;
};

struct initialy_resumed_null_result_promise : initialy_resumed_promise, null_result_promise {};
template <class type>
struct initialy_resumed_result_promise : initialy_resumed_promise, result_coro_promise<type> {};
template <class executor_type>
struct initialy_rescheduled_null_result_promise : initialy_rescheduled_promise<executor_type>,
                                                  null_result_promise {
  using initialy_rescheduled_promise<executor_type>::initialy_rescheduled_promise;
};
template <class type, class executor_type>
struct initialy_rescheduled_result_promise : initialy_rescheduled_promise<executor_type>,
                                             result_coro_promise<type> {
  using initialy_rescheduled_promise<executor_type>::initialy_rescheduled_promise;
};

} // namespace details
} // namespace concurrencpp

template <class... arguments>
struct std::coroutine_traits<concurrencpp::null_result, arguments...> {
  using promise_type = concurrencpp::details::initialy_resumed_null_result_promise;
};
template <class type, class... arguments>
struct std::coroutine_traits<concurrencpp::result<type>, arguments...> {
  using promise_type = concurrencpp::details::initialy_resumed_result_promise<type>;
};
template <class executor_type, class... arguments>
struct std::coroutine_traits<concurrencpp::null_result, concurrencpp::executor_tag,
                             std::shared_ptr<executor_type>, arguments...> {
  using promise_type =
      concurrencpp::details::initialy_rescheduled_null_result_promise<executor_type>;
};
template <class type, class executor_type, class... arguments>
struct std::coroutine_traits<concurrencpp::result<type>, concurrencpp::executor_tag,
                             std::shared_ptr<executor_type>, arguments...> {
  using promise_type =
      concurrencpp::details::initialy_rescheduled_result_promise<type, executor_type>;
};
