// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> stubborn() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    trace("swallows");
  }
  co_return "result";
}

aio::Coroutine<std::string> fails() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    throw ValueError("instead");
  }
  co_return "";
}

aio::Coroutine<void> program() {
  for (const auto work : {stubborn, fails}) {
    try {
      trace(co_await aio::wait_for(aio::ensure_future(work()), 0.002));
    } catch (const aio::TimeoutError &error) {
      trace(error);
    } catch (const ValueError &error) {
      trace(error);
    }
  }
}

int main() { aio::run(program()); }
