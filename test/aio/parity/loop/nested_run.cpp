// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A coroutine that a call refuses dies in that call
// both: + ! RuntimeWarning: coroutine 'inner' was never awaited

aio::Coroutine<void> inner() {
  trace("never");
  co_return;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::EventLoop other;
  auto future = loop.create_future();
  auto others = other.create_future();
  for (const auto &call : {std::function<void()>([&] { loop.run_until_complete(future); }),
                           std::function<void()>([&] { other.run_until_complete(others); }),
                           std::function<void()>([&] { loop.close(); })}) {
    try {
      call();
    } catch (const aio::RuntimeError &error) {
      trace(error);
    }
  }
  other.close();
  auto coroutine = inner();
  try {
    aio::run(std::move(coroutine));
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  coroutine.close();
  trace("end");
  co_return;
}

int main() { aio::run(program()); }
