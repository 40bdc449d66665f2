// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace concurrencpp {

template <class type> class result;

struct executor_tag {};

class executor {
public:
  virtual ~executor() noexcept = default;
  virtual void shutdown() = 0;

  template <class callable_type, class... argument_types>
  void post(callable_type &&callable, argument_types &&...arguments) {}
  template <class callable_type, class... argument_types>
  auto submit(callable_type &&callable, argument_types &&...arguments)
      -> result<std::invoke_result_t<callable_type, argument_types...>> {
    return {};
  }
};

template <class concrete_executor_type> struct derivable_executor : public executor {
  template <class callable_type, class... argument_types>
  void post(callable_type &&callable, argument_types &&...arguments) {}
  template <class callable_type, class... argument_types>
  auto submit(callable_type &&callable, argument_types &&...arguments)
      -> result<std::invoke_result_t<callable_type, argument_types...>> {
    return {};
  }
};

class thread_pool_executor final : public derivable_executor<thread_pool_executor> {
public:
  void shutdown() override;
};

class thread_executor final : public derivable_executor<thread_executor> {
public:
  void shutdown() override;
};

class worker_thread_executor final : public derivable_executor<worker_thread_executor> {
public:
  void shutdown() override;
};

class manual_executor final : public derivable_executor<manual_executor> {
public:
  void shutdown() override;
  bool loop_once();
  bool loop_once_for(std::chrono::milliseconds max_waiting_time);
  template <class clock_type, class duration_type>
  bool loop_once_until(std::chrono::time_point<clock_type, duration_type> timeout_time);
  std::size_t loop(std::size_t max_count);
  std::size_t loop_for(std::size_t max_count, std::chrono::milliseconds max_waiting_time);
  template <class clock_type, class duration_type>
  std::size_t loop_until(std::size_t max_count,
                         std::chrono::time_point<clock_type, duration_type> timeout_time);
  void wait_for_task();
  bool wait_for_task_for(std::chrono::milliseconds max_waiting_time);
  template <class clock_type, class duration_type>
  bool wait_for_task_until(std::chrono::time_point<clock_type, duration_type> timeout_time);
  void wait_for_tasks(std::size_t count);
  std::size_t wait_for_tasks_for(std::size_t count, std::chrono::milliseconds max_waiting_time);
  template <class clock_type, class duration_type>
  std::size_t wait_for_tasks_until(std::size_t count,
                                   std::chrono::time_point<clock_type, duration_type> timeout_time);
};

} // namespace concurrencpp
