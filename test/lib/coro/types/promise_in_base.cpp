// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// promise_type is inherited, and so are initial_suspend and unhandled_exception.
//
// type: t::job
// start: eager
// drop: detaches
// errors: terminates
// synchronous: no
//
// type: t::private_job
// start: eager
#include <coroutine>
#include <cstdlib>
#include <exception>

namespace t {
struct never_throws {
  void unhandled_exception() { std::abort(); }
};
struct starts_now {
  auto initial_suspend() noexcept { return std::suspend_never{}; }
};
struct job;
struct job_promise : never_throws, starts_now {
  job get_return_object();
  std::suspend_never final_suspend() noexcept { return {}; }
  void return_void() {}
};
struct has_promise {
  typedef job_promise promise_type;
};
struct job : public has_promise {};
inline job job_promise::get_return_object() { return {}; }
struct private_job : private has_promise {
  using has_promise::promise_type;
};
} // namespace t
#ifdef DEFINED
t::job run() { co_return; }
#endif
