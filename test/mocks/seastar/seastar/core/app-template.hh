// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

#include <functional>

namespace seastar {

class app_template {
public:
  int run_deprecated(int argc, char **argv, std::function<void()> &&function) noexcept;
  int run(int argc, char **argv, std::function<future<int>()> &&function) noexcept;
  int run(int argc, char **argv, std::function<future<>()> &&function) noexcept;
};

} // namespace seastar
