// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A generator in namespace std, with a promise that has an erased base class.
//
// type: std::my_generator<int>
// start: lazy
// drop: destroys
// errors: stored
// generator: yes
// async-generator: no
// awaitable: no
// synchronous: no
#include <coroutine>
#include <exception>
#include <iterator>
#include <utility>

namespace std {
namespace gen {
template <class Y> class promise_erased {
public:
  suspend_always initial_suspend() const noexcept { return {}; }
  suspend_always yield_value(Y y) noexcept {
    value_ = &y;
    return {};
  }
  struct final_awaiter {
    bool await_ready() noexcept { return false; }
    template <class P> coroutine_handle<> await_suspend(coroutine_handle<P> h) noexcept {
      return noop_coroutine();
    }
    void await_resume() noexcept {}
  };
  final_awaiter final_suspend() noexcept { return {}; }
  void unhandled_exception() { except_ = current_exception(); }
  void await_transform() = delete;
  void return_void() const noexcept {}

private:
  exception_ptr except_;
  Y *value_;
};
} // namespace gen
template <class R> class my_generator {
public:
  struct promise_type : gen::promise_erased<R> {
    my_generator get_return_object() noexcept {
      return {coroutine_handle<promise_type>::from_promise(*this)};
    }
  };
  my_generator(my_generator &&other) noexcept : coro_(std::exchange(other.coro_, nullptr)) {}
  ~my_generator() noexcept {
    if (auto &c = this->coro_)
      c.destroy();
  }
  class iterator {
    coroutine_handle<promise_type> coro_;
    friend my_generator;
    iterator(coroutine_handle<promise_type> g) : coro_(g) {}

  public:
    iterator &operator++() {
      coro_.resume();
      return *this;
    }
    bool operator==(default_sentinel_t) const { return coro_.done(); }
  };
  iterator begin() { return iterator(coro_); }
  default_sentinel_t end() const noexcept { return default_sentinel; }

private:
  my_generator(coroutine_handle<promise_type> c) noexcept : coro_(c) {}
  coroutine_handle<promise_type> coro_;
};
} // namespace std
