// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <unistd.h>

aio::Coroutine<void> serves(aio::StreamReader reader, aio::StreamWriter writer) {
  writer.write(co_await reader.readexactly(3));
  writer.write_eof();
  trace("server at its end", co_await reader.read());
  writer.close();
}

aio::Coroutine<void> program() {
  char folder[] = "/tmp/parity-XXXXXX";
  const std::string path = std::string(mkdtemp(folder)) + "/socket";
  auto server = co_await aio::start_unix_server(serves, path.c_str());
  co_await aio::with(server, [&]() -> aio::Coroutine<void> {
    auto forever = aio::create_task(server.serve_forever());
    auto [reader, writer] = co_await aio::open_unix_connection(path.c_str());
    writer.write("abc");
    trace(co_await reader.read());
    writer.close();
    co_await writer.wait_closed();
    while (aio::all_tasks().size() > 2)
      co_await aio::sleep(0.001);
    forever.cancel();
    try {
      co_await forever;
    } catch (const aio::CancelledError &) {
      trace("serving", server.is_serving());
    }
  });
  unlink(path.c_str());
  rmdir(folder);
}

int main() { aio::run(program()); }
