// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: error: Task exception was never retrieved
#include <aio/aio.h>

aio::Coroutine<void> complete(aio::Future<int> future) {
  co_await aio::sleep(0.01);
  future.set_result(1); // expect: async-unchecked-set-result: 'future' may have been cancelled
                        // fix: if (!future.done()) future.set_result(1);
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future<int>();
  {
    auto task = aio::create_task(complete(future));
    task.add_done_callback([](auto) {});
  }
  future.cancel();
  co_await aio::sleep(0.02);
}

int main() { aio::run(program()); }
