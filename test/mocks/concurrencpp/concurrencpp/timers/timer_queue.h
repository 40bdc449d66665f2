// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/results/lazy_result.h>

namespace concurrencpp {

class timer {
public:
  timer() noexcept = default;
  timer(timer &&other) noexcept;
  ~timer() noexcept;
  void cancel();
};

class timer_queue {
public:
  void shutdown();
  template <class callable_type, class... argument_types>
  timer make_timer(std::chrono::milliseconds due_time, std::chrono::milliseconds frequency,
                   std::shared_ptr<executor> executor, callable_type &&callable,
                   argument_types &&...arguments) {
    return {};
  }
  template <class callable_type, class... argument_types>
  timer make_one_shot_timer(std::chrono::milliseconds due_time, std::shared_ptr<executor> executor,
                            callable_type &&callable, argument_types &&...arguments) {
    return {};
  }
  lazy_result<void> make_delay_object(std::chrono::milliseconds due_time,
                                      std::shared_ptr<executor> executor);
};

} // namespace concurrencpp
