// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug() {
  throw Exception("not consumed");
  co_return;
}

int main() {
  aio::EventLoop loop;
  auto task = loop.create_task(bug());
  try {
    loop.run_until_complete(task);
  } catch (const Exception &) {
    trace("exception consumed");
  }
  loop.close();
}
