// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: An async generator that is dropped half-way is destroyed where it is suspended
// normal: + rows ends, work done False
// normal: + cursor ends, work done False
// normal: - cursor ends, work done False
// normal: - rows ends, work done False
// debug: + ! ResourceWarning: asynchronous generator 'rows' was destroyed without aclose()
// debug: + rows ends, work done False
// debug: + ! ResourceWarning: asynchronous generator 'cursor' was destroyed without aclose()
// debug: + cursor ends, work done False
// debug: - cursor ends, work done False
// debug: - rows ends, work done False

bool work_done = false;

aio::AsyncGenerator<int> cursor() {
  Finally finally([] { trace("cursor ends, work done", work_done); });
  co_yield 1;
}

aio::AsyncGenerator<int> rows() {
  Finally finally([] { trace("rows ends, work done", work_done); });
  try {
    co_yield 2;
  } catch (const aio::GeneratorExit &) {
  }
  co_await aio::sleep(1);
  work_done = true;
}

aio::Coroutine<void> program() {
  {
    const auto cursor_gen = cursor();
    while (const auto c = co_await cursor_gen.next()) {
      const auto rows_gen = rows();
      while (const auto r = co_await rows_gen.next()) {
        trace(*c, *r);
        break;
      }
      break;
    }
  }
  trace("main ends");
}

int main() { aio::run(program()); }
