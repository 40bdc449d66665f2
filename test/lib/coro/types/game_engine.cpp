// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the frame does first is chosen at run time: at once, or when the engine ticks. The object is
// a shared view that owns nothing. The parameters of the coroutine choose the promise, so that the
// type alone does not tell what happens to errors.
//
// type: lib::TCoroutine<int>
// start: unknown
// errors: unknown
// awaitable: yes
// single-use: no
// synchronous: no
//
// type: lib::FVoid
// start: unknown
// awaitable: yes
//
// type: lib::TGenerator<int>
// start: eager
// drop: destroys
// errors: terminates
// generator: yes
// awaitable: no
#include <coroutine>
#include <exception>
#include <memory>
#include <type_traits>

namespace lib {
namespace detail {
struct FExtras {
  bool completed = false;
};
struct FPromise;
struct FInitialSuspend {
  enum EAction { Resume, Ready };
  EAction action;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<FPromise>);
  template <class P> void await_suspend(std::coroutine_handle<P> handle) {
    switch (action) {
    case Resume:
      handle.promise().resume();
      break;
    case Ready:
      break;
    }
  }
  void await_resume() {}
};
struct FPromise {
  std::shared_ptr<FExtras> extras = std::make_shared<FExtras>();
  virtual ~FPromise() = default;
  virtual bool is_early() const = 0;
  void resume();
  FInitialSuspend initial_suspend() {
    return {is_early() ? FInitialSuspend::Ready : FInitialSuspend::Resume};
  }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() { std::terminate(); }
};
template <class T, class Base> struct TPromise;
struct FAsyncPromise : FPromise {
  bool is_early() const override { return false; }
};
struct FLatentPromise : FPromise {
  bool is_early() const override { return true; }
};
struct FCoroutineAwaiter {
  std::shared_ptr<FExtras> extras;
  bool await_ready() { return extras->completed; }
  template <class P> void await_suspend(std::coroutine_handle<P> h) { h.promise().resume(); }
  void await_resume() {}
};
} // namespace detail
struct FLatentInfo {};
template <class T = void> class TCoroutine {
public:
  explicit TCoroutine(std::shared_ptr<detail::FExtras> e) : extras_(std::move(e)) {}
  void Cancel();
  bool IsDone() const { return extras_->completed; }
  detail::FCoroutineAwaiter operator co_await() const { return {extras_}; }

protected:
  std::shared_ptr<detail::FExtras> extras_;
};
struct FVoid : TCoroutine<> {
  using TCoroutine<>::TCoroutine;
};
template <class T, class Base> struct detail::TPromise : Base {
  TCoroutine<T> get_return_object() { return TCoroutine<T>(this->extras); }
  void return_value(T) {}
};
template <class Base> struct detail::TPromise<void, Base> : Base {
  FVoid get_return_object() { return FVoid(this->extras); }
  void return_void() {}
};

template <class T> class TGenerator {
public:
  struct promise_type {
    T *current = nullptr;
    TGenerator get_return_object() {
      return TGenerator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T &v) {
      current = std::addressof(v);
      return {};
    }
    std::suspend_always yield_value(T &&v) { return yield_value(v); }
    template <class U> std::suspend_never await_transform(U &&) = delete;
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  explicit TGenerator(std::coroutine_handle<promise_type> h) : handle_(h) {}
  TGenerator(TGenerator &&o) noexcept : handle_(o.handle_) { o.handle_ = nullptr; }
  ~TGenerator() {
    if (handle_)
      handle_.destroy();
  }
  explicit operator bool() const { return !handle_.done(); }

private:
  std::coroutine_handle<promise_type> handle_;
};
template <class... Args>
using promise_base = std::conditional_t<(std::is_same_v<Args, FLatentInfo> || ...),
                                        detail::FLatentPromise, detail::FAsyncPromise>;
} // namespace lib
template <class T, class... Args> struct std::coroutine_traits<lib::TCoroutine<T>, Args...> {
  using promise_type = lib::detail::TPromise<T, lib::promise_base<Args...>>;
};
template <class... Args> struct std::coroutine_traits<lib::FVoid, Args...> {
  using promise_type = lib::detail::TPromise<void, lib::promise_base<Args...>>;
};
#ifdef DEFINED
lib::TCoroutine<int> one(lib::FLatentInfo) { co_return 1; }
lib::FVoid two(int) { co_await one({}); }
lib::TGenerator<int> three() { co_yield 1; }
#endif
