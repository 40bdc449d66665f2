// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <atomic>
#include <chrono>
#include <coroutine>
#include <exception>
#include <type_traits>
#include <utility>

namespace winrt {

struct hresult {
  int value = 0;
};
struct hresult_error {
  hresult_error() noexcept = default;
  hresult code() const noexcept;
};
struct hresult_canceled : hresult_error {};

class hstring {
public:
  hstring(wchar_t const *text) noexcept;
};

namespace impl {
template <typename T> struct consume;
template <typename T> using consume_t = typename consume<T>::type;
} // namespace impl

struct slim_mutex {
  slim_mutex() noexcept = default;
  slim_mutex(slim_mutex const &) = delete;
  void lock() noexcept;
  void lock_shared() noexcept;
  bool try_lock() noexcept;
  void unlock() noexcept;
  void unlock_shared() noexcept;
};

struct slim_lock_guard {
  explicit slim_lock_guard(slim_mutex &m) noexcept;
  slim_lock_guard(slim_lock_guard const &) = delete;
  ~slim_lock_guard() noexcept;
};

struct slim_shared_lock_guard {
  explicit slim_shared_lock_guard(slim_mutex &m) noexcept;
  slim_shared_lock_guard(slim_shared_lock_guard const &) = delete;
  ~slim_shared_lock_guard() noexcept;
};

struct slim_condition_variable {
  slim_condition_variable() noexcept = default;
  template <typename T> void wait(slim_mutex &x, T predicate) {}
  template <typename T>
  bool wait_for(slim_mutex &x, std::chrono::high_resolution_clock::duration const timeout,
                T predicate) {
    return true;
  }
  void notify_one() noexcept;
};

struct fire_and_forget {};

} // namespace winrt

template <typename... Args> struct std::coroutine_traits<winrt::fire_and_forget, Args...> {
  struct promise_type {
    winrt::fire_and_forget get_return_object() const noexcept { return {}; }
    void return_void() const noexcept {}
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};
