// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A coroutine that a call refuses dies in that call
// both: + RuntimeError('no running event loop')
// both: + ! RuntimeWarning: coroutine 'work' was never awaited
// both: - RuntimeError('no running event loop')

aio::Coroutine<void> work() {
  trace("never");
  co_return;
}

int main() {
  auto coroutine = work();
  for (const auto &call : {std::function<void()>([] { aio::get_running_loop(); }),
                           std::function<void()>([&] { aio::create_task(std::move(coroutine)); }),
                           std::function<void()>([] { aio::current_task(); }),
                           std::function<void()>([] { aio::all_tasks(); })}) {
    try {
      call();
    } catch (const aio::RuntimeError &error) {
      trace(error);
    }
  }
  coroutine.close();
}
