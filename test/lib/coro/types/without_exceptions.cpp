// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code that is compiled without exceptions: no unhandled_exception, awaiters of its own for the
// initial suspension, promise classes that are private, and chosen by the project's own
// Conditional. The object must be done when it goes: its destructor asserts that.
//
// type: lib::Coroutine<int>
// start: eager
// drop: destroys
// errors: unknown
// awaitable: yes
// generator: no
//
// type: lib::Coroutine<void>
// start: eager
// drop: destroys
// errors: unknown
// awaitable: yes
#include <coroutine>
#include <new>
#include <utility>

namespace lib {
[[noreturn]] void verification_failed(const char *);
#define VERIFY(expr)                                                                               \
  do {                                                                                             \
    if (!static_cast<bool>(expr)) [[unlikely]]                                                     \
      lib::verification_failed(#expr);                                                             \
  } while (0)
template <bool, class A, class B> struct conditional {
  using Type = A;
};
template <class A, class B> struct conditional<false, A, B> {
  using Type = B;
};
template <bool condition, class A, class B>
using Conditional = typename conditional<condition, A, B>::Type;
template <class A, class B> inline constexpr bool is_same = false;
template <class A> inline constexpr bool is_same<A, A> = true;

struct SuspendNever {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};
struct Transfer {
  bool await_ready() const noexcept { return false; }
  auto await_suspend(std::coroutine_handle<>) const noexcept { return handle; }
  void await_resume() const noexcept {}
  std::coroutine_handle<> handle;
};
template <class T> struct Holder {
  alignas(T) char bytes[sizeof(T)];
};
template <> struct Holder<void> {};

template <class T> class [[nodiscard]] Coroutine : private Holder<T> {
  struct PromiseVoid;
  struct PromiseValue;

public:
  using promise_type = Conditional<is_same<T, void>, PromiseVoid, PromiseValue>;
  ~Coroutine() {
    VERIFY(await_ready());
    if constexpr (!is_same<T, void>)
      value()->~T();
    if (handle_)
      handle_.destroy();
  }
  Coroutine(Coroutine &&other) : handle_(std::exchange(other.handle_, {})) {}
  bool await_ready() const { return !handle_ || handle_.done(); }
  void await_suspend(std::coroutine_handle<> awaiter) { handle_.promise().awaiter = awaiter; }
  decltype(auto) await_resume() {
    if constexpr (is_same<T, void>)
      return;
    else
      return static_cast<T &&>(*value());
  }

private:
  struct PromiseBase {
    Coroutine get_return_object() {
      return {
          std::coroutine_handle<promise_type>::from_promise(*static_cast<promise_type *>(this))};
    }
    SuspendNever initial_suspend() { return {}; }
    Transfer final_suspend() noexcept { return {awaiter}; }
    std::coroutine_handle<> awaiter;
    Coroutine *coroutine = nullptr;
  };
  struct PromiseValue : PromiseBase {
    void return_value(T &&object) { new (this->coroutine->value()) T(std::move(object)); }
  };
  struct PromiseVoid : PromiseBase {
    void return_void() {}
  };
  Coroutine(std::coroutine_handle<promise_type> &&handle) : handle_(std::move(handle)) {
    handle_.promise().coroutine = this;
  }
  T *value() { return reinterpret_cast<T *>(this->bytes); }
  std::coroutine_handle<promise_type> handle_;
};
} // namespace lib
