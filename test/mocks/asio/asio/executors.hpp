// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>
#include <type_traits>

namespace asio {

class execution_context {};

class any_io_executor {
public:
  any_io_executor() noexcept;
  template <typename Executor> any_io_executor(Executor executor);
  template <typename Function> void execute(Function &&function) const {}
};

class io_context : public execution_context {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    io_context &context() const noexcept;
    template <typename Function> void execute(Function &&function) const {}
    template <typename Function, typename A> void dispatch(Function &&f, const A &a) const {}
    template <typename Function, typename A> void post(Function &&f, const A &a) const {}
    template <typename Function, typename A> void defer(Function &&f, const A &a) const {}
  };
  using executor_type = basic_executor_type<int, 0>;

  io_context();
  explicit io_context(int concurrency);
  executor_type get_executor() noexcept;
  unsigned long run();
  unsigned long run_one();
  template <typename Rep, typename Period>
  unsigned long run_for(const std::chrono::duration<Rep, Period> &time);
  template <typename Rep, typename Period>
  unsigned long run_one_for(const std::chrono::duration<Rep, Period> &time);
  template <typename Clock, typename Duration>
  unsigned long run_until(const std::chrono::time_point<Clock, Duration> &time);
  template <typename Clock, typename Duration>
  unsigned long run_one_until(const std::chrono::time_point<Clock, Duration> &time);
  unsigned long poll();
  void stop();
  // Only before 1.34.
  template <typename Handler> void dispatch(Handler &&handler) {}
  template <typename Handler> void post(Handler &&handler) {}
};

class thread_pool : public execution_context {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    template <typename Function> void execute(Function &&function) const {}
    template <typename Function, typename A> void dispatch(Function &&f, const A &a) const {}
    template <typename Function, typename A> void post(Function &&f, const A &a) const {}
    template <typename Function, typename A> void defer(Function &&f, const A &a) const {}
  };
  using executor_type = basic_executor_type<int, 0>;

  explicit thread_pool(unsigned long threads);
  ~thread_pool();
  executor_type get_executor() noexcept;
  void stop();
  void attach();
  void join();
  void wait();
};

class system_context : public execution_context {
public:
  void join();
};

template <typename Blocking, typename Relationship, typename Allocator>
class basic_system_executor {
public:
  system_context &context() const noexcept;
};
using system_executor = basic_system_executor<int, int, int>;

template <typename Executor> class strand {
public:
  explicit strand(const Executor &executor);
  template <typename Function> void execute(Function &&function) const {}
  template <typename Function, typename A> void dispatch(Function &&f, const A &a) const {}
  template <typename Function, typename A> void post(Function &&f, const A &a) const {}
  template <typename Function, typename A> void defer(Function &&f, const A &a) const {}
};

template <typename Executor>
  requires(!std::is_base_of_v<execution_context, Executor>)
strand<Executor> make_strand(const Executor &executor);
template <typename Context>
  requires std::is_base_of_v<execution_context, Context>
strand<typename Context::executor_type> make_strand(Context &context);

template <typename Executor, typename Token>
  requires(!std::is_base_of_v<execution_context, Executor>)
void post(const Executor &executor, Token &&token) {}
template <typename Executor, typename Token>
  requires(!std::is_base_of_v<execution_context, Executor>)
void dispatch(const Executor &executor, Token &&token) {}
template <typename Executor, typename Token>
  requires(!std::is_base_of_v<execution_context, Executor>)
void defer(const Executor &executor, Token &&token) {}
template <typename Context, typename Token>
  requires std::is_base_of_v<execution_context, Context>
void post(Context &context, Token &&token) {}
template <typename Context, typename Token>
  requires std::is_base_of_v<execution_context, Context>
void dispatch(Context &context, Token &&token) {}
template <typename Context, typename Token>
  requires std::is_base_of_v<execution_context, Context>
void defer(Context &context, Token &&token) {}

} // namespace asio
