// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Future<int> failed(const char *name) {
  auto future = aio::get_running_loop().create_future<int>();
  future.set_exception(ValueError(name));
  return future;
}

aio::Coroutine<void> program() {
  trace("dropped");
  failed("dropped");
  trace("exception()");
  failed("exception()").exception();
  trace("result()");
  try {
    failed("result()").result();
  } catch (const ValueError &) {
  }
  trace("awaited");
  try {
    co_await failed("awaited");
  } catch (const ValueError &) {
  }
  trace("done callback that does not look");
  auto future = failed("callback");
  future.add_done_callback([](auto done) { trace("called", done.done()); });
  future = {};
  co_await aio::sleep(0);
  trace("late");
  future = failed("late");
  co_await aio::sleep(0);
  trace(future.exception());
  future = {};
  trace("cancel() of a failed one");
  future = failed("cancel");
  trace(future.cancel());
  future = {};
  trace("end");
}

int main() { aio::run(program()); }
