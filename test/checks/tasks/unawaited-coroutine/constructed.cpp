// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Awaitables that are made by their constructor and dropped.
#include <aio/aio.h>

class [[nodiscard]] Yield {
public:
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
class Delay {
public:
  explicit Delay(int seconds, bool exact = false);
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
struct Event { // there for more than being awaited
  explicit Event(int id);
  void set();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

aio::Coroutine<void> steps() {
  Yield();        // expect: async-unawaited-coroutine: the awaitable from 'Yield' is never awaited
  Yield{};        // known-missed: async-unawaited-coroutine: the awaitable from 'Yield' is never awaited
  Delay(1);       // expect: async-unawaited-coroutine: the awaitable from 'Delay' is never awaited
  Delay(1, true); // expect: async-unawaited-coroutine: the awaitable from 'Delay' is never awaited
  (void)Delay(1); // expect: async-unawaited-coroutine: is never awaited; it never runs, and a cast to void
  Event(1);
  co_await Yield();
  co_await Delay(1);
  Delay later(1);
  co_await later;
}
