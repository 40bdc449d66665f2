// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A sender: connect is a customisation point, awaiting goes through the parent's promise.
//
// type: lib::basic_task<int, lib::detail::any_context>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::task<int>
// start: lazy
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace lib {
namespace detail {
struct any_context {};
template <class T> struct promise_base {
  void return_value(T v) { data_.template emplace<1>(std::move(v)); }
  std::variant<std::monostate, T, std::exception_ptr> data_{};
};
} // namespace detail
template <class T, class Context> class [[nodiscard]] basic_task {
  struct promise;

public:
  using promise_type = promise;
  basic_task(basic_task &&that) noexcept : coro_(std::exchange(that.coro_, {})) {}
  ~basic_task() {
    if (coro_)
      coro_.destroy();
  }

private:
  struct final_awaitable {
    static std::false_type await_ready() noexcept { return {}; }
    static std::coroutine_handle<> await_suspend(std::coroutine_handle<promise> h) noexcept {
      return h.promise().continuation_;
    }
    static void await_resume() noexcept {}
  };
  struct promise : detail::promise_base<T> {
    basic_task get_return_object() noexcept {
      return basic_task(std::coroutine_handle<promise>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    final_awaitable final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept {
      this->data_.template emplace<2>(std::current_exception());
    }
    template <class A> decltype(auto) await_transform(A &&a) noexcept {
      return static_cast<A &&>(a);
    }
    Context context_;
    std::coroutine_handle<> continuation_;
  };
  template <class Parent> struct task_awaitable {
    std::coroutine_handle<promise> coro_;
    ~task_awaitable() {
      if (coro_)
        coro_.destroy();
    }
    static std::false_type await_ready() noexcept { return {}; }
    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> parent) noexcept {
      coro_.promise().continuation_ = parent;
      return coro_;
    }
    T await_resume();
  };

public:
  task_awaitable<void> operator co_await() && noexcept {
    return task_awaitable<void>{std::exchange(coro_, {})};
  }

private:
  explicit basic_task(std::coroutine_handle<promise> h) noexcept : coro_(h) {}
  std::coroutine_handle<promise> coro_;
};
template <class T> using task = basic_task<T, detail::any_context>;
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
#endif
