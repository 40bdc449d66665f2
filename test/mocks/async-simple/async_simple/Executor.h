// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>
#include <coroutine>
#include <functional>

namespace async_simple {

struct CurrentExecutor {};

class Executor {
public:
  using Func = std::function<void()>;
  using Duration = std::chrono::duration<long, std::micro>;

  class TimeAwaiter {
  public:
    bool await_ready() const noexcept;
    template <typename PromiseType>
    void await_suspend(std::coroutine_handle<PromiseType> continuation);
    void await_resume();
  };
  class TimeAwaitable {
  public:
    auto coAwait(Executor *) { return TimeAwaiter(); }
  };

  virtual ~Executor();
  virtual bool schedule(Func func) = 0;
  bool schedule_move_only(Func func);
  virtual bool currentThreadInExecutor() const;
  TimeAwaitable after(Duration duration);
};

} // namespace async_simple
