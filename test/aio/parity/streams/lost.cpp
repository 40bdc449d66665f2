// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto accepted = aio::get_running_loop().create_future<aio::Streams>();
  auto server = co_await aio::start_server(
      [&](aio::StreamReader reader, aio::StreamWriter writer) {
        accepted.set_result(aio::Streams{reader, writer});
      },
      "127.0.0.1", 0);
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
  auto [server_reader, server_writer] = co_await accepted;
  writer.close();
  co_await writer.wait_closed();
  const auto rest = co_await server_reader.read();
  trace("server reads", rest, server_reader.at_eof());
  trace("client reads", co_await reader.read());
  try {
    writer.write("late");
    co_await writer.drain();
  } catch (const aio::ConnectionResetError &error) {
    trace(error);
  }
  server_writer.close();
  co_await server_writer.wait_closed();
  trace(server_writer.is_closing());
  server.close();
}

int main() { aio::run(program()); }
