// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::EventLoop other;
auto future = other.create_future();

aio::Coroutine<void> program() {
  try {
    co_await future;
  } catch (const aio::RuntimeError &error) {
    const std::string text = error.what();
    trace(text.substr(text.find("> got ") + 6));
  }
  trace("goes on");
}

int main() {
  aio::run(program());
  other.close();
}
