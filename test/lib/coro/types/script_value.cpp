// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handle on a value of another language, which may be a promise there: a class for much more than
// coroutines, counted by functions that nobody can see.
//
// type: lib::val
// start: eager
// drop: detaches
// errors: unknown
// awaitable: yes
// single-use: no
// synchronous: no
#include <coroutine>

namespace lib {
extern "C" {
void value_incref(int);
void value_decref(int);
int value_then(int promise, void *frame);
}
class val {
public:
  class promise_type;
  class awaiter;
  static val global(const char *name);
  explicit val(int handle) : handle_(handle) {}
  val(val &&v) : handle_(v.handle_) { v.handle_ = 0; }
  val(const val &v) : handle_(v.handle_) { value_incref(handle_); }
  ~val() { value_decref(handle_); }
  val operator[](const char *key) const;
  bool isNull() const { return handle_ == 0; }
  template <class... Args> val call(const char *name, Args &&...args) const;
  awaiter operator co_await() const;

private:
  int handle_;
  friend class promise_type;
};
class val::awaiter {
  int promise_;
  int result_ = 0;
  std::coroutine_handle<> coro_;

public:
  explicit awaiter(int promise) : promise_(promise) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    coro_ = h;
    value_then(promise_, this);
  }
  val await_resume() { return val(result_); }
};
inline val::awaiter val::operator co_await() const { return awaiter(handle_); }
class val::promise_type {
  val promise_, resolve_, reject_;

public:
  promise_type();
  val get_return_object() { return promise_; }
  auto initial_suspend() noexcept { return std::suspend_never{}; }
  auto final_suspend() noexcept { return std::suspend_never{}; }
  void unhandled_exception() { reject_with_current_exception(); }
  void reject_with_current_exception();
  template <class T> void return_value(T &&value) { resolve_.call("call", value); }
};
} // namespace lib
#ifdef DEFINED
lib::val one() { co_return 1; }
#endif
