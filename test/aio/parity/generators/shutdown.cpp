// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> fails() {
  try {
    co_yield 1;
  } catch (const aio::GeneratorExit &) {
  }
  throw ValueError("clean-up");
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  const auto agen = fails();
  trace(co_await agen.next());
  loop.set_exception_handler([](auto &, const aio::ExceptionContext &context) {
    const std::string message = context.message;
    trace(message.substr(0, message.find(" <")), context.exception);
  });
  co_await loop.shutdown_asyncgens();
  trace("closed", co_await agen.next());
}

int main() { aio::run(program()); }
