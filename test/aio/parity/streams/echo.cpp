// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  aio::Event ended;
  const auto serves = [&](aio::StreamReader reader,
                          aio::StreamWriter writer) -> aio::Coroutine<void> {
    while (true) {
      const auto line = co_await reader.readline();
      if (line.empty())
        break;
      trace("server has", line);
      writer.write("re: " + std::string(line));
      co_await writer.drain();
    }
    trace("server is at the end", reader.at_eof());
    writer.close();
    co_await writer.wait_closed();
    ended.set();
  };
  auto server = co_await aio::start_server(serves, "127.0.0.1", 0);
  trace("serving", server.is_serving());
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
  for (const char *line : {"one\n", "two\n"}) {
    writer.write(line);
    trace("client has", co_await reader.readline());
  }
  writer.writelines(std::vector<std::string>{"thr", "ee\n"});
  trace(writer.can_write_eof());
  writer.write_eof();
  trace("client has", co_await reader.read());
  trace(writer.is_closing());
  writer.close();
  trace(writer.is_closing());
  co_await writer.wait_closed();
  co_await ended.wait();
  server.close();
  co_await server.wait_closed();
  trace("serving", server.is_serving());
}

int main() { aio::run(program()); }
