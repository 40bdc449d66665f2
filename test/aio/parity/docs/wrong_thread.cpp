// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  if (!loop.get_debug()) {
    trace("this is undefined without debug mode");
    co_return;
  }
  std::thread thread([&] {
    const auto nothing = [] {};
    for (std::function<void()> call : {std::function<void()>([&] { loop.call_soon(nothing); }),
                                       std::function<void()>([&] { loop.call_later(1, nothing); }),
                                       std::function<void()>([&] { loop.call_at(1, nothing); })}) {
      try {
        call();
      } catch (const aio::RuntimeError &error) {
        trace(error);
      }
    }
  });
  thread.join();
}

int main() { aio::run(program()); }
