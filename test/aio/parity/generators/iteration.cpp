// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> items(int to) {
  trace("starts");
  for (int item = 0; item < to; ++item) {
    trace("yields", item);
    co_yield item;
    co_await aio::sleep(0);
  }
  trace("ends");
}

aio::Coroutine<void> program() {
  const auto agen = items(2);
  trace("made");
  while (const auto item = co_await agen.next())
    trace("item", *item);
  trace("end", co_await agen.next());
  co_await agen.aclose();
  const auto never = items(2);
  co_await never.aclose();
  trace("closed before", co_await never.next());
}

int main() { aio::run(program()); }
