// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What unhandled_exception does.
//
// type: t::task<t::terminates>
// errors: terminates
//
// type: t::task<t::aborts_after_log>
// errors: terminates
//
// type: t::task<t::rethrows>
// errors: rethrown
//
// type: t::task<t::rethrows_current>
// errors: rethrown
//
// type: t::task<t::rethrows_noexcept>
// errors: terminates
//
// type: t::task<t::swallows>
// errors: swallowed
//
// type: t::task<t::only_sets_flag>
// errors: swallowed
//
// type: t::task<t::stores>
// errors: stored
//
// type: t::task<t::stores_through_local>
// errors: unknown
//
// type: t::task<t::stores_in_variant>
// errors: stored
//
// type: t::task<t::stores_in_std_promise>
// errors: stored
//
// type: t::task<t::stores_through_pointer>
// errors: stored
//
// type: t::task<t::placement>
// errors: stored
//
// type: t::task<t::helper>
// errors: stored
//
// type: t::task<t::logs_and_goes_on>
// errors: unknown
//
// type: t::task<t::either>
// errors: unknown
//
// type: t::task<t::catches_again>
// errors: stored
//
// type: t::task<t::at_compile_time<true>>
// errors: terminates
//
// type: t::task<t::at_compile_time<false>>
// errors: stored
//
// type: t::task<t::elsewhere>
// errors: unknown
#include <coroutine>
#include <cstdlib>
#include <exception>
#include <future>
#include <new>
#include <variant>

namespace t {
void log(const char *);
void report(std::exception_ptr);
struct terminates {
  void unhandled_exception() { std::terminate(); }
};
struct aborts_after_log {
  void unhandled_exception() noexcept {
    log("unhandled");
    std::abort();
  }
};
struct rethrows {
  void unhandled_exception() { throw; }
};
struct rethrows_current {
  void unhandled_exception() { std::rethrow_exception(std::current_exception()); }
};
struct rethrows_noexcept {
  void unhandled_exception() noexcept { throw; }
};
struct swallows {
  void unhandled_exception() {}
};
struct only_sets_flag {
  bool failed = false;
  void unhandled_exception() { failed = true; }
};
struct stores {
  std::exception_ptr error;
  void unhandled_exception() { error = std::current_exception(); }
};
struct stores_through_local {
  std::exception_ptr error;
  void unhandled_exception() {
    auto e = std::current_exception();
    report(e);
  }
};
struct stores_in_variant {
  std::variant<int, std::exception_ptr> result;
  void unhandled_exception() { result.emplace<1>(std::current_exception()); }
};
struct stores_in_std_promise {
  std::promise<int> promise;
  void unhandled_exception() { promise.set_exception(std::current_exception()); }
};
struct stores_through_pointer {
  struct state {
    std::exception_ptr error;
  } *shared;
  void unhandled_exception() noexcept { shared->error = std::current_exception(); }
};
struct placement {
  alignas(std::exception_ptr) char storage[sizeof(std::exception_ptr)];
  void unhandled_exception() { new (storage) std::exception_ptr(std::current_exception()); }
};
struct helper {
  std::exception_ptr error;
  void fail() { error = std::current_exception(); }
  void unhandled_exception() { fail(); }
};
struct logs_and_goes_on {
  void unhandled_exception() { report(std::current_exception()); }
};
struct either {
  bool awaited;
  std::exception_ptr error;
  void unhandled_exception() {
    if (awaited)
      error = std::current_exception();
    else
      std::terminate();
  }
};
struct catches_again {
  std::exception_ptr error;
  void unhandled_exception() {
    try {
      throw;
    } catch (int) {
      error = std::current_exception();
    } catch (...) {
      error = std::current_exception();
    }
  }
};
template <class T, class... A> void activate_member(T &member, A &&...);
template <bool NoThrow> struct at_compile_time {
  union {
    std::exception_ptr error;
  };
  at_compile_time() {}
  ~at_compile_time() {}
  int state = 0;
  void reset() {
    switch (state) {
    case 1:
      error = nullptr;
      break;
    default:
      break;
    }
  }
  void unhandled_exception() noexcept {
    if constexpr (NoThrow) {
      std::terminate();
    } else {
      reset();
      activate_member(error, std::current_exception());
    }
  }
};
struct elsewhere {
  void unhandled_exception();
};
template <class Policy> struct task {
  struct promise_type : Policy {
    task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
  };
};
} // namespace t
