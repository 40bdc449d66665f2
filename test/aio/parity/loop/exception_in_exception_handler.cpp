// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

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
