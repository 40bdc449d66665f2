// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: An async generator that ignored its end can be closed again
// both: - ! error: an error occurred during closing of asynchronous generator <async_generator
// object stubborn>; asyncgen: <async_generator object stubborn>; exception: StopAsyncIteration()

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
