// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace userver {
inline namespace v2_0 {
namespace engine {

class SharedMutex final {
public:
  SharedMutex();
  SharedMutex(SharedMutex &&) = delete;
  void lock();
  void unlock();
  bool try_lock();
  void lock_shared();
  void unlock_shared();
};

} // namespace engine
} // namespace v2_0
} // namespace userver
