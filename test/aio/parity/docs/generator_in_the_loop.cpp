// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> agenfn() {
  try {
    co_yield 10;
  } catch (const aio::GeneratorExit &) {
  }
  co_await aio::sleep(0);
  trace("clean-up ends");
}

std::optional<aio::AsyncGenerator<int>> agen;

aio::Coroutine<void> program() {
  agen = agenfn();
  trace(co_await agen->next());
  trace("main ends");
}

int main() {
  aio::run(program());
  trace("run ends");
}
