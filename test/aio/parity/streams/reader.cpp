// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::StreamReader reader(16);
  reader.feed_data("one\ntwo\nthr");
  {
    const auto line = co_await reader.readline();
    const auto two = co_await reader.read(2);
    const auto exactly = co_await reader.readexactly(2);
    trace(line, two, exactly);
  }
  trace(co_await reader.read(100));
  loop.call_soon([reader] { reader.feed_data("ee"); });
  loop.call_soon([reader] { reader.feed_data("\nfour"); });
  trace(co_await reader.readline());
  loop.call_soon([reader] { reader.feed_data(";five"); });
  const auto until = co_await reader.readuntil(";");
  trace(until, reader.at_eof());
  reader.feed_eof();
  trace(reader.at_eof());
  const auto rest = co_await reader.read();
  trace(rest, reader.at_eof());
  const auto read = co_await reader.read(), line = co_await reader.readline(),
             three = co_await reader.read(3);
  trace(read, line, three);
}

int main() { aio::run(program()); }
