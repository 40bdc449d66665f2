// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Interface pointers: counted through virtual functions, promise by coroutine_traits.
//
// type: lib::IAsyncAction
// start: eager
// drop: unknown
// errors: stored
// awaitable: yes
//
// type: lib::fire_and_forget
// start: eager
// drop: detaches
// errors: terminates
// awaitable: no
// synchronous: no
#include <coroutine>
#include <exception>

namespace lib {
struct IUnknownAbi {
  virtual unsigned AddRef() noexcept = 0;
  virtual unsigned Release() noexcept = 0;
};
struct IUnknown {
  IUnknown(IUnknownAbi *p) : ptr_(p) {}
  ~IUnknown() noexcept { release_ref(); }

private:
  void release_ref() noexcept {
    if (ptr_)
      ptr_->Release();
  }
  IUnknownAbi *ptr_;
};
struct IAsyncAction : IUnknown {
  using IUnknown::IUnknown;
};
struct fire_and_forget {};
template <typename Async> struct await_adapter {
  const Async &async;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) const { subscribe(h); }
  void await_resume() const {}
  static void subscribe(std::coroutine_handle<>);
};
inline await_adapter<IAsyncAction> operator co_await(const IAsyncAction & async) { return {async}; }
template <typename Derived> struct promise_base : IUnknownAbi {
  unsigned AddRef() noexcept override { return 1; }
  unsigned Release() noexcept override { return 1; }
  IAsyncAction get_return_object() noexcept { return IAsyncAction(this); }
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  std::exception_ptr error_;
};
} // namespace lib
namespace std {
template <typename... Args> struct coroutine_traits<lib::IAsyncAction, Args...> {
  struct promise_type final : lib::promise_base<promise_type> {
    void return_void() noexcept {}
  };
};
template <typename... Args> struct coroutine_traits<lib::fire_and_forget, Args...> {
  struct promise_type {
    lib::fire_and_forget get_return_object() const noexcept { return {}; }
    void return_void() const noexcept {}
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};
} // namespace std
#ifdef DEFINED
lib::IAsyncAction act() { co_return; }
lib::fire_and_forget run() { co_await act(); }
#endif
