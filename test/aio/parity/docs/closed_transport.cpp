// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  aio::Event ended;
  auto server = co_await aio::start_server(
      [&](aio::StreamReader reader, aio::StreamWriter writer) -> aio::Coroutine<void> {
        co_await reader.read();
        writer.close();
        co_await writer.wait_closed();
        ended.set();
      },
      "127.0.0.1", 0);
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
  writer.close();
  co_await writer.wait_closed();
  co_await ended.wait();
  server.close();
  co_await server.wait_closed();
}

int main() {
  aio::run(program());
  trace("end");
}
