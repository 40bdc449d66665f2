// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

#include <cstddef>

namespace seastar {

class basic_semaphore {
public:
  explicit basic_semaphore(std::size_t count);
  future<> wait(std::size_t units = 1) noexcept;
  void signal(std::size_t units = 1) noexcept;
  bool try_wait(std::size_t units = 1) noexcept;
};
using semaphore = basic_semaphore;

class [[nodiscard]] semaphore_units {
public:
  semaphore_units(semaphore_units &&other) noexcept;
  ~semaphore_units() noexcept;
};

future<semaphore_units> get_units(semaphore &semaphore, std::size_t units) noexcept;
template <class F>
auto with_semaphore(semaphore &semaphore, std::size_t units, F &&function) noexcept
    -> futurize_t<std::invoke_result_t<F>> {
  __builtin_unreachable();
}

} // namespace seastar
