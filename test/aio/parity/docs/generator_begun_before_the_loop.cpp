// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: An async generator belongs to the loop in which its body first runs
// both: + clean-up ends
// both: - ! unraisable: RuntimeError('async generator ignored GeneratorExit')

aio::AsyncGenerator<int> agenfn() {
  try {
    co_yield 10;
  } catch (const aio::GeneratorExit &) {
  }
  co_await aio::sleep(0);
  trace("clean-up ends");
}

aio::Coroutine<void> first(aio::Coroutine<std::optional<int>> step) {
  trace(co_await std::move(step));
}

int main() {
  {
    const auto agen = agenfn();
    aio::run(first(agen.next()));
    trace("run ends");
  }
}
