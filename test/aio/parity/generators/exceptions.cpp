// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> fails() {
  co_yield 1;
  throw ValueError("body");
}

aio::AsyncGenerator<int> answers() {
  bool answer = false;
  try {
    co_yield 1;
  } catch (const KeyError &error) {
    trace("body", error);
    answer = true;
  }
  if (answer)
    co_yield 2;
  trace("never");
}

aio::Coroutine<void> program() {
  auto agen = fails();
  trace(co_await agen.next());
  try {
    co_await agen.next();
  } catch (const ValueError &error) {
    trace(error);
  }
  trace("end", co_await agen.next());
  agen = answers();
  trace(co_await agen.next());
  trace("answer", co_await agen.athrow(KeyError("thrown")));
  try {
    co_await agen.athrow(ValueError("again"));
  } catch (const ValueError &error) {
    trace(error);
  }
  agen = answers();
  try {
    co_await agen.athrow(ValueError("before the start"));
  } catch (const ValueError &error) {
    trace(error);
  }
  trace("end", co_await agen.next());
}

int main() { aio::run(program()); }
