// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>

namespace folly {

class SharedMutex {
public:
  void lock();
  void unlock();
  bool try_lock();
  void lock_shared();
  void unlock_shared();
};

namespace detail {
enum class SynchronizedMutexLevel { Unknown, Unique, Shared, Upgrade };
struct LockPolicyExclusive {};
struct LockPolicyShared {};
} // namespace detail

template <class SynchronizedType, class LockPolicy> class LockedPtr {
public:
  LockedPtr() = default;
  explicit LockedPtr(SynchronizedType *parent);
  LockedPtr(LockedPtr &&other) noexcept;
  ~LockedPtr();
  explicit operator bool() const;
  void unlock();
  int *operator->() const;
  int &operator*() const;
};

template <class Subclass, detail::SynchronizedMutexLevel level> class SynchronizedBase {
public:
  using WLockedPtr = ::folly::LockedPtr<Subclass, detail::LockPolicyExclusive>;
  using RLockedPtr = ::folly::LockedPtr<const Subclass, detail::LockPolicyShared>;
  WLockedPtr lock();
  WLockedPtr wlock();
  WLockedPtr tryWLock();
  RLockedPtr rlock() const;
  WLockedPtr ulock();
  template <class Function> auto withWLock(Function &&function) {}
  template <class Function> auto withRLock(Function &&function) const {}
};

template <class T, class Mutex = SharedMutex>
struct Synchronized
    : public SynchronizedBase<Synchronized<T, Mutex>, detail::SynchronizedMutexLevel::Shared> {
  Synchronized();
};

} // namespace folly
