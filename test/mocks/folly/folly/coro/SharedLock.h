// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <mutex>

namespace folly::coro {

namespace detail {

struct lock_policy_shared;

template <typename Mutex, typename Policy> class [[nodiscard]] LockBase {
public:
  LockBase() noexcept;
  explicit LockBase(Mutex &mutex, std::adopt_lock_t) noexcept;
  LockBase(LockBase &&other) noexcept;
  ~LockBase() {}
};

} // namespace detail

template <typename Mutex>
class [[nodiscard]] SharedLock : public detail::LockBase<Mutex, detail::lock_policy_shared> {
  using detail::LockBase<Mutex, detail::lock_policy_shared>::LockBase;
};

} // namespace folly::coro
