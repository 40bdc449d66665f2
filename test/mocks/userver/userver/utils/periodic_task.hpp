// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

namespace userver {
inline namespace v2_0 {
namespace utils {

class PeriodicTask final {
public:
  struct Settings {};
  template <class F> struct CallbackFrom {};
  PeriodicTask();
  PeriodicTask(PeriodicTask &&) = delete;
  template <class F> PeriodicTask(std::string name, Settings settings, F callback) {}
  template <class F> void Start(std::string name, Settings settings, F callback) {}
  void Stop() noexcept;
  ~PeriodicTask();
};

} // namespace utils
} // namespace v2_0
} // namespace userver
