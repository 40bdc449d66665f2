// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace asio {

class execution_context {};

class any_io_executor {
public:
  any_io_executor() noexcept;
  template <typename Executor> any_io_executor(Executor executor);
};

class io_context : public execution_context {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    io_context &context() const noexcept;
    template <typename Function> void execute(Function &&function) const;
  };
  using executor_type = basic_executor_type<int, 0>;

  io_context();
  explicit io_context(int concurrency);
  executor_type get_executor() noexcept;
  unsigned long run();
  unsigned long poll();
  void stop();
};

class thread_pool : public execution_context {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    template <typename Function> void execute(Function &&function) const;
  };
  using executor_type = basic_executor_type<int, 0>;

  explicit thread_pool(unsigned long threads);
  ~thread_pool();
  executor_type get_executor() noexcept;
  void stop();
  void join();
};

template <typename Executor, typename Token> void post(const Executor &executor, Token &&token) {}
template <typename Token> void post(io_context &context, Token &&token) {}
template <typename Token> void post(thread_pool &context, Token &&token) {}

} // namespace asio
