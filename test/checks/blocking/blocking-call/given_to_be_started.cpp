// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Models=%S/given_to_be_started.json
// Work that is made of a callable, and given on to be started; the callable may be missing.
#include <aio/aio.h>

#include <chrono>
#include <thread>

namespace work {

aio::Coroutine<int> made();

struct invoke_fn {
  template <class... A> aio::Coroutine<int> operator()(int, A...) const { return made(); }
};
inline constexpr invoke_fn invoke{};
struct start_fn {
  template <class T> void operator()(T &&) const {}
};
inline constexpr start_fn start{};

} // namespace work

aio::Coroutine<int> starts() {
  work::start(work::invoke(1));
  work::start(work::invoke(1));
  work::start(work::invoke(1));
  work::start(work::invoke(1, []() -> aio::Coroutine<int> {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    co_return 1;
  }));
  co_return co_await work::invoke(1, []() -> aio::Coroutine<int> {
    std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
    co_return 1;
  });
}
