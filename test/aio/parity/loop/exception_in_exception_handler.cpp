// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: What a throwing exception handler was given becomes a report of its own
// both: - ! error: Unhandled error in exception handler; context: {...};
//   exception: KeyError('handler')
// both: + ! error: Unhandled error in exception handler; exception: KeyError('handler')
// both: + ! error: Exception in callback CALLBACK; exception: ValueError('callback');
//   handle: <Handle>

void fails() { throw ValueError("callback"); }

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  loop.set_exception_handler([](auto &, const aio::ExceptionContext &context) {
    trace("handler", context.exception);
    throw KeyError("handler");
  });
  loop.call_soon(fails);
  co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
