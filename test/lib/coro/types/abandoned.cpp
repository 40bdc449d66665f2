// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Eager work that an atomic exchange hands to whoever is last: the object at its end, or the body
// at its own. What the exchange finds is known at run time only.
//
// type: lib::task<int>
// start: eager
// drop: unknown
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::async<int>
// start: eager
// drop: unknown
// errors: stored
// awaitable: yes
// single-use: yes
#include <atomic>
#include <coroutine>
#include <exception>
#include <memory>
#include <utility>

namespace lib {
template <class T> struct promise;
// The object has a pointer whose deleter abandons.
template <class T> struct abandoner {
  void operator()(promise<T> *p) const noexcept { p->abandon(); }
};
template <class T> using promise_ptr = std::unique_ptr<promise<T>, abandoner<T>>;
template <class T> struct task {
  using promise_type = promise<T>;
  explicit task(promise<T> *p) : promise_(p) {}
  auto operator co_await() && noexcept {
    struct awaiter {
      promise_ptr<T> promise;
      bool await_ready() noexcept { return promise->is_done(); }
      bool await_suspend(std::coroutine_handle<> h) noexcept { return promise->wait(h.address()); }
      T await_resume() { return std::move(promise->value); }
    };
    return awaiter{std::move(promise_)};
  }

private:
  promise_ptr<T> promise_;
};
template <class T> struct promise {
  static void *running() { return nullptr; }
  static void *completed() { return reinterpret_cast<void *>(1); }
  static void *abandoned() { return reinterpret_cast<void *>(2); }
  task<T> get_return_object() noexcept { return task<T>(this); }
  std::suspend_never initial_suspend() noexcept { return {}; }
  struct final_awaiter {
    promise &self;
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept {
      if (self.waiting.exchange(completed()) == abandoned())
        self.destroy();
    }
    void await_resume() noexcept {}
  };
  final_awaiter final_suspend() noexcept { return {*this}; }
  void return_value(T v) { value = std::move(v); }
  void unhandled_exception() noexcept { error = std::current_exception(); }
  void destroy() { std::coroutine_handle<promise>::from_promise(*this).destroy(); }
  void abandon() {
    void *old = waiting.exchange(abandoned());
    if (old != running())
      destroy();
  }
  bool is_done() { return waiting.load() == completed(); }
  bool wait(void *h) {
    void *expected = running();
    return waiting.compare_exchange_strong(expected, h);
  }
  std::atomic<void *> waiting = running();
  T value;
  std::exception_ptr error;
};

// The object has the handle.
template <class T> struct async {
  struct promise_type {
    async get_return_object() {
      return async{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    struct final_awaiter {
      promise_type *self;
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> me) noexcept {
        void *c = self->continuation.exchange(me.address());
        if (c == nullptr)
          return std::noop_coroutine();
        if (c == self)
          me.destroy();
        return std::noop_coroutine();
      }
      void await_resume() noexcept {}
    };
    final_awaiter final_suspend() noexcept { return {this}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { error = std::current_exception(); }
    std::atomic<void *> continuation = nullptr;
    T value;
    std::exception_ptr error;
  };
  explicit async(std::coroutine_handle<promise_type> h) : handle(h) {}
  async(async &&o) noexcept : handle(std::exchange(o.handle, {})) {}
  ~async() { reset(); }
  void reset() {
    if (handle) {
      if (handle.promise().continuation.exchange(&handle.promise()) != nullptr)
        handle.destroy();
      handle = nullptr;
    }
  }
  auto operator co_await() && {
    struct awaiter {
      std::coroutine_handle<promise_type> handle;
      bool await_ready() { return handle.promise().continuation.load() != nullptr; }
      bool await_suspend(std::coroutine_handle<> c) {
        return handle.promise().continuation.exchange(c.address()) == nullptr;
      }
      T await_resume() { return std::move(handle.promise().value); }
    };
    return awaiter{std::exchange(handle, {})};
  }

private:
  std::coroutine_handle<promise_type> handle;
};
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::async<int> two() { co_return co_await one(); }
#endif
