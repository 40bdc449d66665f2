// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine type that is a handle by inheritance; handles themselves are no coroutine objects.
#include <coroutine>

struct Script;

struct Run : std::coroutine_handle<Script> {
  using promise_type = Script;
};

struct Script {
  Run get_return_object() { return {Run::from_promise(*this)}; }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void return_void() {}
  void unhandled_exception() {}
};

Run play(int scene) { co_return; }
std::coroutine_handle<Script> current();
std::coroutine_handle<> next();

void dropped() {
  play(1);            // expect: async-unawaited-coroutine: coroutine 'play' is never awaited; it never runs and its frame leaks
  Run second = play(2); // expect: async-unawaited-coroutine: 'second', which is never awaited
}

void resumed() {
  Run run = play(1);
  run.resume();
  run.destroy();
  play(2).resume();
}

void handles() {
  current();
  std::coroutine_handle<> later = next();
}
