// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The handle in a holder of its own, as member, as optional member, and moved to a helper.
//
// type: t::task<t::unique_handle>
// start: lazy
// drop: destroys
//
// type: t::task<std::optional<t::unique_handle>>
// start: lazy
// drop: destroys
//
// type: t::task<std::unique_ptr<void, t::by_address>>
// start: lazy
// drop: destroys
//
// type: t::task<std::unique_ptr<std::coroutine_handle<>, t::by_handle>>
// start: lazy
// drop: destroys
//
// type: t::task<t::indirect>
// start: lazy
// drop: destroys
//
// type: t::task<t::by_builtin>
// drop: destroys
//
// type: t::task<t::leaky>
// start: lazy
// drop: leaks
//
// type: t::task<std::shared_ptr<t::frame>>
// start: lazy
// drop: destroys
//
// type: t::task<std::unique_ptr<t::frame>>
// start: lazy
// drop: destroys
//
// type: t::task<std::function<void()>>
// start: lazy
// drop: unknown
//
// type: t::task<t::defaulted>
// start: lazy
// drop: destroys
#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace t {
struct unique_handle {
  std::coroutine_handle<> handle;
  unique_handle(std::coroutine_handle<> h = {}) : handle(h) {}
  unique_handle(unique_handle &&other) : handle(std::exchange(other.handle, {})) {}
  ~unique_handle() {
    if (handle)
      handle.destroy();
  }
};
struct by_address {
  void operator()(void *frame) const { std::coroutine_handle<>::from_address(frame).destroy(); }
};
struct by_handle {
  using pointer = std::coroutine_handle<>;
  void operator()(pointer h) const { h.destroy(); }
};
struct indirect {
  unique_handle *helper = nullptr;
  ~indirect() {
    if (helper != nullptr)
      delete helper;
  }
};
inline void destroy(void *frame) noexcept {
  try {
    __builtin_coro_destroy(frame);
  } catch (...) {
  }
}
inline void destroy(std::coroutine_handle<> h) noexcept { destroy(h.address()); }
struct by_builtin {
  std::coroutine_handle<> handle;
  ~by_builtin() {
    if (handle)
      t::destroy(handle);
  }
};
struct leaky {
  std::coroutine_handle<> handle;
  ~leaky() { handle = nullptr; }
};
struct frame {
  std::coroutine_handle<> handle;
  ~frame() { handle.destroy(); }
};
struct defaulted {
  unique_handle handle;
  int name;
  ~defaulted() = default;
};
template <class Member> struct task {
  struct promise_type {
    task get_return_object();
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_void() {}
  };
  Member member;
};
} // namespace t
