// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net.h>
#include <aio/aio.h>

#include <utility>
#include <vector>

void log(const char *text);
void keep(aio::Server server);
aio::Coroutine<void> handle(aio::StreamReader reader, aio::StreamWriter writer);

aio::Coroutine<void> neverClosed(aio::StreamReader reader, aio::StreamWriter writer) { // expect: async-unclosed-transport: 'writer' is never closed
                                                                                       // note: without close() the connection is cut
  writer.write("hello");
  co_await reader.readline();
}

aio::Coroutine<void> busy(aio::StreamReader reader, aio::StreamWriter writer) { // expect: async-unclosed-transport: 'writer' is not closed on every way to its end
                                                                                // note: if this holds
  const aio::Bytes line = co_await reader.readline();
  if (line.size() == 0)
    co_return;
  writer.write("hello");
  writer.close();
}

aio::Coroutine<void> onlyThrown(aio::StreamReader reader, aio::StreamWriter writer) { // expect: async-unclosed-transport: 'writer' is not closed when an exception leaves the function
  co_await reader.readline();
  writer.close();
}

aio::Coroutine<void> inner(aio::StreamReader reader, aio::StreamWriter writer) { // expect: async-unclosed-transport: 'writer' is never closed
  writer.write("hello");
  co_await reader.readline();
}

aio::Coroutine<void> closes(aio::StreamReader, aio::StreamWriter writer) {
  writer.close();
  co_await writer.wait_closed();
}

/// Nobody says that the writer is its own: the caller may close it.
aio::Coroutine<void> ownedByTheCaller(aio::StreamReader reader, aio::StreamWriter writer) {
  writer.write("hello");
  co_await reader.readline();
}

aio::Coroutine<void> byReference(aio::StreamReader &reader, aio::StreamWriter &writer) {
  writer.write("hello");
  co_await reader.readline();
}

class Rooms {
  std::vector<aio::StreamWriter> all_;

  aio::Coroutine<void> member(aio::StreamReader reader, aio::StreamWriter writer) { // expect: async-unclosed-transport: 'writer' is not closed on every way
    if (all_.size() > 10)
      co_return;
    all_.push_back(writer);
    co_await reader.readline();
  }

  aio::Coroutine<void> serve() {
    const auto server = co_await aio::start_server(
        [this](aio::StreamReader reader, aio::StreamWriter writer) {
          return member(std::move(reader), std::move(writer));
        },
        "127.0.0.1", 0);
    co_await server.serve_forever();
  }
};

aio::Coroutine<void> servers() {
  keep(co_await aio::start_server(neverClosed, "127.0.0.1", 0));
  keep(co_await aio::start_server(&busy, "127.0.0.1", 0));
  keep(co_await aio::start_server(onlyThrown, "127.0.0.1", 0));
  keep(co_await aio::start_server(closes, "127.0.0.1", 0));
  const auto handsOn = [](aio::StreamReader reader, aio::StreamWriter writer) {
    return inner(reader, writer);
  };
  keep(co_await aio::start_server(handsOn, "127.0.0.1", 0));
  keep(co_await aio::start_unix_server(
      [](aio::StreamReader reader, aio::StreamWriter writer) -> aio::Coroutine<void> { // expect: async-unclosed-transport: 'writer' is not closed on every way
        try {
          co_await reader.readline();
          writer.close();
        } catch (const std::exception &) {
          log("lost");
        }
      },
      "/tmp/socket"));
  keep(co_await aio::start_server(
      [](aio::StreamReader, aio::StreamWriter writer) { log("refused"); }, // expect: async-unclosed-transport: 'writer' is never closed
      // fix: [](aio::StreamReader, aio::StreamWriter writer) { log("refused"); writer.close(); },
      "127.0.0.1", 0));
  keep(co_await aio::start_server(
      [](aio::StreamReader reader, aio::StreamWriter writer) {
        return handle(std::move(reader), std::move(writer));
      },
      "127.0.0.1", 0));
}
