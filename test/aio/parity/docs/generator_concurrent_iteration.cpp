// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> items() {
  for (int item = 0; item < 3; ++item) {
    co_await aio::sleep(0);
    co_yield item;
  }
}

aio::Coroutine<void> takes(std::string name, aio::AsyncGenerator<int> agen) {
  try {
    trace(name, co_await agen.next());
  } catch (const aio::RuntimeError &error) {
    trace(name, error);
  }
}

aio::Coroutine<void> program() {
  const auto agen = items();
  co_await aio::gather(takes("a", agen), takes("b", agen));
  trace("main", co_await agen.next());
  co_await agen.aclose();
}

int main() { aio::run(program()); }
