// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
  if (name == "bad")
    throw ValueError(name);
  co_return name;
}

aio::Coroutine<void> program() {
  for (auto next_one : aio::as_completed(part("slow", 9), part("bad", 5), part("fast", 1))) {
    try {
      trace("got", co_await std::move(next_one));
    } catch (const ValueError &error) {
      trace("got", error);
    }
  }
}

int main() { aio::run(program()); }
