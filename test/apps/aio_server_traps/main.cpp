// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The server next door (aio_server) as it might have been written in a hurry: each comment that
// says "Trap" names a mistake. Not for use.
//
//   aio_server_traps [--demo]
//
// --demo asks for the routes itself, so that debug mode tells what it sees. It leaves out /closure,
// whose mistake is not one that a program may make and go on.

#include "server.h"

#include <csignal>
#include <cstdio>
#include <cstring>
#include <list>

namespace {

/// The clients make no mistakes.
class Closing {
public:
  explicit Closing(aio::StreamWriter writer) : writer_(std::move(writer)) {}
  Closing(const Closing &) = delete;
  ~Closing() { writer_.close(); }

private:
  aio::StreamWriter writer_;
};

aio::Coroutine<void> ask(int port, std::string path) {
  std::fprintf(stderr, "--- %s\n", path.c_str());
  const auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
  const Closing closing(writer);
  writer.write("GET " + path + " HTTP/1.1\r\nConnection: close\r\n\r\n");
  const std::string reply = co_await reader.read();
  std::fprintf(stderr, "%s\n", reply.substr(reply.find("\r\n\r\n") + 4).c_str());
  co_await aio::sleep(0.05); // What else it says, it says soon.
}

/// More connections than the server wants.
aio::Coroutine<void> crowd(int port) {
  std::fprintf(stderr, "--- crowd\n");
  std::list<Closing> crowd;
  aio::StreamReader last;
  for (int i = 0; i < 9; ++i) {
    const auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port);
    crowd.emplace_back(writer);
    last = reader;
  }
  co_await last.readuntil("too many connections");
}

aio::Coroutine<void> demo(Server &server) {
  const auto serving = aio::create_task(server.run());
  const int port = co_await server.port();
  for (const char *path : {"/echo?word=a&sync=1", "/echo?word=b", "/forget", "/audit", "/ticks",
                           "/first", "/motd", "/warm", "/nap", "/date-later", "/flush-later",
                           "/now", "/result", "/threadsafe", "/async", "/two"})
    co_await ask(port, path);
  co_await crowd(port);
  co_await ask(port, "/digest?word=" + std::string(80, 'x'));
  co_await aio::sleep(0.8); // The worker takes longer than the request may.
  std::fprintf(stderr, "--- SIGTERM\n");
  std::raise(SIGTERM);
  co_await aio::sleep(0.05);
  server.stop();
  co_await serving;
  std::fprintf(stderr, "--- end\n");
}

} // namespace

int main(int argc, char **argv) {
  aio::EventLoop loop;
  Server server("/dev/null");
  if (argc > 1 && std::strcmp(argv[1], "--demo") == 0)
    loop.run_until_complete(demo(server));
  else
    loop.run_until_complete(server.run());
  loop.close();
  return 0;
}
