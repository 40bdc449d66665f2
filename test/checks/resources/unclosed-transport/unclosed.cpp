// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: ResourceWarning: unclosed
#include <aio/net.h>
#include <aio/aio.h>

aio::Coroutine<void> client(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port); // expect: async-unclosed-transport: 'writer' is never closed
  writer.write("hello\n");
  co_await reader.readline();
}

aio::Coroutine<void> echo(aio::StreamReader reader, aio::StreamWriter writer) {
  writer.write("hello\n");
  writer.close();
  co_await writer.wait_closed();
}

aio::Coroutine<void> program() {
  auto server = co_await aio::start_server(echo, "127.0.0.1", 0);
  co_await aio::with(server, [](aio::Server serving) -> aio::Coroutine<void> {
    co_await client(serving.port());
    co_await aio::sleep(0.05);
  });
}

int main() { aio::run(program()); }
