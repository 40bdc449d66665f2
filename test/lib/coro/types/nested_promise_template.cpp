// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A promise that is a member template, reached through a member alias.
//
// type: t::task<int>
// start: lazy
// drop: destroys
// errors: rethrown
// awaitable: no
#include <coroutine>
#include <exception>

namespace t {
template <class T> class task {
  template <class U> struct promise {
    task get_return_object() { return task(std::coroutine_handle<promise>::from_promise(*this)); }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { throw; }
    void return_value(U) {}
  };

public:
  using promise_type = promise<T>;
  explicit task(std::coroutine_handle<promise_type> h) : handle(h) {}
  task(task &&other) : handle(other.handle) { other.handle = {}; }
  ~task() {
    if (!handle)
      return;
    handle.destroy();
  }

private:
  std::coroutine_handle<promise_type> handle;
};
} // namespace t
#ifdef DEFINED
t::task<int> one() { co_return 1; }
#endif
