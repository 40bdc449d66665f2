// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net.h>
#include <aio/aio.h>

#include <exception>
#include <memory>
#include <utility>
#include <vector>

void log(const char *text);
void adopt(aio::StreamWriter writer);
aio::Coroutine<void> serve(aio::StreamReader reader, aio::StreamWriter writer);

aio::Coroutine<void> closedAtOnce(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  writer.write("hello");
  writer.close();
  co_await writer.wait_closed();
}

template <class F> struct ScopeExit {
  F call;
  ~ScopeExit() { call(); }
};
template <class F> ScopeExit(F) -> ScopeExit<F>;

aio::Coroutine<void> closedByAGuard(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  ScopeExit guard{[w = writer] { w.close(); }};
  co_await writer.drain();
}

aio::Coroutine<void> keptException(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  std::exception_ptr error;
  try {
    co_await writer.drain();
  } catch (...) {
    error = std::current_exception();
  }
  writer.close();
  if (error)
    std::rethrow_exception(error);
}

aio::Coroutine<void> givenAway(int port, std::vector<aio::StreamWriter> &all) {
  auto first = co_await aio::open_connection("127.0.0.1", port);
  all.push_back(first.writer);
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  adopt(writer);
  auto second = co_await aio::open_connection("127.0.0.1", port);
  co_await serve(second.reader, second.writer);
}

aio::Coroutine<aio::StreamWriter> returned(int port) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  co_return writer;
}

aio::Coroutine<void> bothBranches(int port, bool quick) {
  auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  if (quick) {
    writer.close();
    co_return;
  }
  log("slow");
  writer.close();
}

aio::Coroutine<void> maybe(int port, bool wanted) {
  aio::StreamWriter writer;
  if (wanted)
    writer = (co_await aio::open_connection("127.0.0.1", port)).writer;
  if (writer)
    writer.close();
}

aio::Coroutine<void> server() {
  auto server = co_await aio::start_server(
      [](aio::StreamReader, aio::StreamWriter writer) { writer.close(); }, "127.0.0.1", 0);
  co_await server.serve_forever();
}

class Taken {
  aio::StreamWriter writer_;
  void moved() {
    const aio::StreamWriter writer = std::move(writer_);
    log("it had an owner before");
  }
  void exchanged() {
    const aio::StreamWriter writer = std::exchange(writer_, {});
    log("so had this");
  }
};

struct Owner {
  aio::StreamWriter writer;
  aio::EventLoop loop;
};

void loop() {
  aio::EventLoop loop;
  loop.call_soon([] {});
  loop.close();
  auto owned = std::make_unique<aio::EventLoop>();
}
