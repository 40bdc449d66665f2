// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net.h>
#include <aio/aio.h>

#include <string>

void log(const char *text);
aio::Coroutine<bool> check(const std::string &line);

aio::Coroutine<void> never(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port); // expect: async-unclosed-transport: 'writer' is never closed
                                                                            // note: without close() the connection is cut
  writer.write("hello");
  co_await writer.drain();
}

aio::Coroutine<void> earlyReturn(int port, bool quick) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port); // expect: async-unclosed-transport: 'writer' is not closed on every way to its end
                                                                            // note: if this holds
  if (quick)
    co_return;
  writer.close();
}

aio::Coroutine<void> throwingSuspension(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port); // expect: async-unclosed-transport: 'writer' is not closed when an exception leaves the function
                                                                            // note: if this throws
  writer.write("hello");
  co_await writer.drain();
  writer.close();
}

aio::Coroutine<void> caught(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port); // expect: async-unclosed-transport: 'writer' is not closed on every way
  try {
    co_await writer.drain();
    writer.close();
  } catch (const std::exception &) {
    log("failed");
  }
}

aio::Coroutine<void> overwritten(int port) {
  aio::StreamWriter writer = (co_await aio::open_connection("127.0.0.1", port)).writer; // expect: async-unclosed-transport: 'writer' is overwritten before it is closed
                                                                                        // note: it is overwritten here
  writer = (co_await aio::open_connection("127.0.0.1", port + 1)).writer;
  writer.close();
}

aio::Coroutine<void> inALoop(int port) {
  for (int i = 0; i < 3; ++i) {
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port); // expect: async-unclosed-transport: 'writer' is not closed on every way
    if (i == 1)
      continue;
    writer.close();
  }
}

aio::Coroutine<void> server() {
  auto server = co_await aio::start_server( // expect: async-unclosed-transport: 'server' is never closed
                                            // fix: server.close();
                                            // fix: }
      [](aio::StreamReader, aio::StreamWriter writer) { writer.close(); }, "127.0.0.1", 0);
  log("listening");
}

void loop() {
  aio::EventLoop loop; // expect: async-unclosed-transport: 'loop' is never closed
                       // fix: loop.close();
                       // fix: }
  loop.call_soon([] {});
}

void loopOnOneWay(bool run) {
  aio::EventLoop loop; // expect: async-unclosed-transport: 'loop' is not closed on every way
  if (!run)
    return;
  loop.close();
}

struct [[clang::annotate("asynctidy::must_close")]] File {
  explicit File(const char *name);
  [[clang::annotate("asynctidy::closes")]] aio::Coroutine<void> close();
  aio::Coroutine<int> read();
};

aio::Coroutine<int> homeMade() {
  File file("data"); // expect: async-unclosed-transport: 'file' is not closed when an exception leaves the function
  const int value = co_await file.read();
  co_await file.close();
  co_return value;
}
