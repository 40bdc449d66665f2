// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

bool work_done = false;

aio::AsyncGenerator<int> cursor() {
  Finally finally([] { trace("cursor ends, work done", work_done); });
  co_yield 1;
}

aio::AsyncGenerator<int> rows() {
  try {
    co_yield 2;
  } catch (const aio::GeneratorExit &) {
  }
  co_await aio::sleep(0);
  work_done = true;
  trace("rows ends");
}

aio::Coroutine<void> program() {
  co_await aio::with(
      aio::aclosing(cursor()), [](aio::AsyncGenerator<int> cursor_gen) -> aio::Coroutine<void> {
        while (const auto c = co_await cursor_gen.next()) {
          co_await aio::with(aio::aclosing(rows()),
                             [&](aio::AsyncGenerator<int> rows_gen) -> aio::Coroutine<void> {
                               while (const auto r = co_await rows_gen.next()) {
                                 trace(*c, *r);
                                 break;
                               }
                             });
          break;
        }
      });
  trace("main ends");
}

int main() { aio::run(program()); }
