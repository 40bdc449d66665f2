// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug() {
  throw Exception("not consumed");
  co_return;
}

aio::Coroutine<void> program() {
  aio::create_task(bug());
  trace("main ends");
  co_return;
}

int main() {
  aio::run(program());
  trace("end");
}
