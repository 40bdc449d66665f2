// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>

namespace boost {

struct adopt_lock_t {};
struct defer_lock_t {};
struct try_to_lock_t {};
inline constexpr adopt_lock_t adopt_lock;
inline constexpr defer_lock_t defer_lock;
inline constexpr try_to_lock_t try_to_lock;

class mutex {
public:
  void lock();
  void unlock();
  bool try_lock();
};

class recursive_mutex {
public:
  void lock();
  void unlock();
  bool try_lock() noexcept;
};

class timed_mutex {
public:
  void lock();
  void unlock();
  bool try_lock();
};

class shared_mutex {
public:
  void lock();
  void unlock();
  void lock_shared();
  void unlock_shared();
};

template <typename Mutex> class lock_guard {
public:
  explicit lock_guard(Mutex &mutex);
  lock_guard(Mutex &mutex, adopt_lock_t);
  ~lock_guard();
  lock_guard(const lock_guard &) = delete;
};

template <typename Mutex> class unique_lock {
public:
  unique_lock() noexcept;
  explicit unique_lock(Mutex &mutex);
  unique_lock(Mutex &mutex, adopt_lock_t);
  unique_lock(Mutex &mutex, defer_lock_t) noexcept;
  unique_lock(Mutex &mutex, try_to_lock_t);
  unique_lock(unique_lock &&other) noexcept;
  ~unique_lock();
  void lock();
  void unlock();
  bool owns_lock() const noexcept;
};

template <typename Mutex> class shared_lock {
public:
  shared_lock() noexcept;
  explicit shared_lock(Mutex &mutex);
  shared_lock(Mutex &mutex, adopt_lock_t);
  shared_lock(Mutex &mutex, defer_lock_t) noexcept;
  shared_lock(Mutex &mutex, try_to_lock_t);
  shared_lock(shared_lock &&other) noexcept;
  ~shared_lock();
  void lock();
  void unlock();
};

class condition_variable {
public:
  void wait(unique_lock<mutex> &lock);
  template <typename Predicate> void wait(unique_lock<mutex> &lock, Predicate predicate);
  void notify_one() noexcept;
};

class condition_variable_any {
public:
  template <typename Lock> void wait(Lock &lock);
  void notify_one() noexcept;
};

namespace posix_time {
class ptime {};
} // namespace posix_time

class thread {
public:
  thread() noexcept;
  template <class F> explicit thread(F &&function) {}
  template <class F, class A> thread(F function, A argument);
  thread(thread &&other) noexcept;
  ~thread();
  void join();
  void detach();
  bool timed_join(const posix_time::ptime &until);
  template <class Rep, class Period>
  bool try_join_for(const std::chrono::duration<Rep, Period> &duration);
};

struct join_if_joinable {};

template <class Call = join_if_joinable, class Thread = thread> class scoped_thread {
public:
  scoped_thread() noexcept;
  template <class F> explicit scoped_thread(F &&function);
  ~scoped_thread();
};

class thread_group {
public:
  thread_group();
  ~thread_group();
  template <typename F> thread *create_thread(F function);
  void join_all();
};

namespace this_thread {

template <class Rep, class Period>
void sleep_for(const std::chrono::duration<Rep, Period> &duration);
template <class Clock, class Duration>
void sleep_until(const std::chrono::time_point<Clock, Duration> &until);
void sleep(const posix_time::ptime &until);

} // namespace this_thread
} // namespace boost
