// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

void fails() { throw ValueError("callback"); }

aio::Coroutine<void> bug() {
  throw KeyError("task");
  co_return;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  loop.set_exception_handler([&](aio::EventLoop &the_loop, const aio::ExceptionContext &context) {
    const std::string message = context.message;
    trace("handler", &the_loop == &loop,
          message.substr(0, message.starts_with("Exception in callback") ? 21 : message.size()),
          context.exception);
  });
  loop.call_soon(fails);
  aio::create_task(bug());
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  loop.set_exception_handler(nullptr);
  loop.call_soon(fails);
  co_await aio::sleep(0);
  aio::ExceptionContext context;
  context.message = "mine";
  loop.call_exception_handler(context);
  context.message = "mine too";
  context.exception = std::make_exception_ptr(ValueError("given"));
  loop.call_exception_handler(context);
}

int main() { aio::run(program()); }
