// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace userver {
inline namespace v2_0 {
namespace engine {

class Mutex final {
public:
  Mutex();
  Mutex(Mutex &&) = delete;
  ~Mutex();
  void lock();
  void unlock();
  bool try_lock() noexcept;
};

} // namespace engine
} // namespace v2_0
} // namespace userver
