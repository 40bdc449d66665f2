// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What Cobalt uses of Asio.
#pragma once

namespace boost::asio {

class any_io_executor {
public:
  template <typename Executor> any_io_executor(Executor executor);
  template <typename Function> void execute(Function &&function) const {}
};

class io_context {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    template <typename Function> void execute(Function &&function) const {}
  };
  using executor_type = basic_executor_type<int, 0>;
  executor_type get_executor() noexcept;
  unsigned long run();
};

class thread_pool {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    template <typename Function> void execute(Function &&function) const {}
  };
  using executor_type = basic_executor_type<int, 0>;
  executor_type get_executor() noexcept;
};

struct executor_arg_t {};
constexpr executor_arg_t executor_arg;

class detached_t {};
constexpr detached_t detached;

enum class cancellation_type { none, all };

} // namespace boost::asio
