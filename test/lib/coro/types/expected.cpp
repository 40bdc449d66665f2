// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// co_await as an early return: the awaiter takes the value, or destroys the awaiting coroutine.
//
// type: t::expected<int>
// start: eager
// synchronous: yes
// generator: no
// awaitable: yes
//
// type: t::result<int>
// start: eager
// synchronous: yes
//
// type: t::opaque_start<int>
// start: unknown
// synchronous: yes
#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace t {
struct error {};
// With an await_transform of the promise, in the shape of most blog posts.
template <class T> class expected {
public:
  expected(T v) : data_(std::move(v)) {}
  expected(error e) : data_(e) {}
  bool has_value() const { return data_.index() == 0; }
  T &value() { return std::get<0>(data_); }
  error &failure() { return std::get<1>(data_); }
  struct promise_type;
  struct proxy {
    expected **slot;
    std::variant<std::monostate, expected> storage;
    operator expected() { return std::get<1>(std::move(storage)); }
  };
  struct promise_type {
    expected *result = nullptr;
    expected get_return_object() { return expected(error{}); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { *result = expected(std::move(v)); }
    void unhandled_exception() { throw; }
    template <class U> struct awaiter {
      expected<U> operand;
      bool await_ready() { return operand.has_value(); }
      void await_suspend(std::coroutine_handle<promise_type> h) {
        *h.promise().result = expected(operand.failure());
        h.destroy();
      }
      U await_resume() { return std::move(operand.value()); }
    };
    template <class U> awaiter<U> await_transform(expected<U> e) { return {std::move(e)}; }
  };

private:
  std::variant<T, error> data_;
};

// With a free operator co_await, and an await_suspend for promises of the same kind only.
template <class T> struct result {
  T value_;
  error error_;
  bool ok_;
};
template <class T> struct result_promise {
  result<T> *slot;
  struct return_object {
    result<T> value;
    result_promise *promise;
    return_object(result_promise *p) : promise(p) { p->slot = &value; }
    operator result<T>() { return value; }
  };
  return_object get_return_object() { return return_object(this); }
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_never final_suspend() const noexcept { return {}; }
  template <class U> void return_value(U &&u) { slot->value_ = u; }
  void unhandled_exception() { std::rethrow_exception(std::current_exception()); }
};
template <class T> struct result_awaiter {
  result<T> operand;
  bool await_ready() const { return operand.ok_; }
  template <class U> void await_suspend(std::coroutine_handle<result_promise<U>> h) {
    h.promise().slot->error_ = operand.error_;
    h.destroy();
  }
  T await_resume() { return operand.value_; }
};
template <class T> result_awaiter<T> operator co_await(result<T> r) { return {std::move(r)}; }

// The promise's base class depends on what only a compiler can work out.
template <class T> constexpr bool is_void_like = sizeof(T) == 1;
template <class T> struct opaque_start;
template <class T> struct starts_at_once {
  std::suspend_never initial_suspend() const noexcept { return {}; }
};
template <class T> struct other_promise : starts_at_once<T> {};
template <class T>
struct opaque_promise : std::conditional_t<is_void_like<T>, starts_at_once<T>, other_promise<T>> {
  opaque_start<T> get_return_object();
  std::suspend_never final_suspend() const noexcept { return {}; }
  void return_value(T) {}
  void unhandled_exception() {}
};
template <class T> struct opaque_start {
  using promise_type = opaque_promise<T>;
  T value;
  bool await_ready() const { return value != T(); }
  void await_suspend(std::coroutine_handle<> h) { h.destroy(); }
  T await_resume() { return value; }
};
} // namespace t
template <class T, class... Args> struct std::coroutine_traits<t::result<T>, Args...> {
  using promise_type = t::result_promise<T>;
};
#ifdef DEFINED
t::expected<int> parse() { co_return 1; }
t::expected<int> twice() { co_return 2 * co_await parse(); }
t::result<int> one() { co_return 1; }
t::result<int> two() { co_return co_await one(); }
#endif
