// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: An async generator that is dropped half-way is destroyed where it is suspended
// debug: + ! ResourceWarning: asynchronous generator 'stubborn' was destroyed without aclose()

aio::AsyncGenerator<int> stubborn() {
  try {
    co_yield 1;
  } catch (const aio::GeneratorExit &) {
    trace("ignores");
  }
  co_yield 2;
}

aio::Coroutine<void> program() {
  const auto agen = stubborn();
  trace(co_await agen.next());
  try {
    co_await agen.aclose();
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  trace("end");
}

int main() { aio::run(program()); }
