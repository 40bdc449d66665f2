// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto server =
      co_await aio::start_server([](aio::StreamReader, aio::StreamWriter) {}, "127.0.0.1", 0);
  const int port = server.port();
  server.close();
  co_await server.wait_closed();
  try {
    co_await aio::open_connection("127.0.0.1", port);
  } catch (const aio::ConnectionRefusedError &error) {
    trace("refused", dynamic_cast<const aio::OSError *>(&error) != nullptr);
  }
  try {
    co_await aio::open_unix_connection("/nonexistent/socket");
  } catch (const aio::FileNotFoundError &error) {
    trace("not found", dynamic_cast<const aio::OSError *>(&error) != nullptr);
  }
}

int main() { aio::run(program()); }
