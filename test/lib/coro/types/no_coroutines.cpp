// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is no coroutine type.
//
// type: int
// coroutine: no
//
// type: t::incomplete
// coroutine: no
//
// type: t::awaiter
// coroutine: no
//
// type: t::pointer
// coroutine: no
//
// type: t::not_a_class
// coroutine: no
//
// type: t::function *
// coroutine: no
//
// type: t::future<int>
// coroutine: no
//
// type: std::coroutine_traits<t::real>
// coroutine: no
//
// type: t::real::promise_type
// coroutine: no
//
// type: t::real
// coroutine: yes
//
// type: std::coroutine_handle<>
// coroutine: no
#include <coroutine>
namespace t {
template <class T> struct task {
  using promise_type = T;
};
struct incomplete {
  struct promise_type;
};
struct awaiter : std::suspend_always {};
using pointer = task<int> *;
using function = task<int>();
// promise_type in the sense of std::promise
template <class T> struct promise {
  void set_value(T);
};
template <class T> struct future {
  using promise_type = promise<T>;
};
struct real {
  struct promise_type {
    real get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
struct not_a_class {
  using promise_type = int;
};
} // namespace t
