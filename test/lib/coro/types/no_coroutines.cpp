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
struct not_a_class {
  using promise_type = int;
};
} // namespace t
