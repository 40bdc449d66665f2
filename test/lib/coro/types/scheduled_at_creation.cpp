// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// suspend_always says little when somebody gets the handle before the caller gets the object.
//
// type: t::from_promise
// start: unknown
//
// type: t::from_constructor
// start: unknown
//
// type: t::resumed_by_constructor
// start: unknown
//
// type: t::registered
// start: unknown
//
// type: t::keeps
// start: lazy
#include <coroutine>
#include <exception>

namespace t {
struct executor {
  void post(std::coroutine_handle<>);
};
extern executor ex;
void enqueue(std::coroutine_handle<>);
struct promise_base {
  std::suspend_always initial_suspend() { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  void return_void() {}
};
struct from_promise {
  struct promise_type : promise_base {
    from_promise get_return_object() {
      ex.post(std::coroutine_handle<promise_type>::from_promise(*this));
      return {};
    }
  };
};
struct from_constructor {
  struct promise_type : promise_base {
    from_constructor get_return_object() {
      return from_constructor(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };
  explicit from_constructor(std::coroutine_handle<promise_type> h) { enqueue(h); }
};
struct resumed_by_constructor {
  struct promise_type : promise_base {
    resumed_by_constructor get_return_object() {
      return resumed_by_constructor(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };
  explicit resumed_by_constructor(std::coroutine_handle<> h) { h.resume(); }
};
struct registered {
  struct promise_type : promise_base {
    registered get_return_object() {
      auto handle = std::coroutine_handle<promise_type>::from_promise(*this);
      enqueue(handle);
      return registered{handle};
    }
  };
  std::coroutine_handle<> handle;
};
struct keeps {
  struct promise_type : promise_base {
    std::coroutine_handle<> self;
    keeps get_return_object() {
      self = std::coroutine_handle<promise_type>::from_promise(*this);
      return keeps{self};
    }
  };
  std::coroutine_handle<> handle;
};
} // namespace t
