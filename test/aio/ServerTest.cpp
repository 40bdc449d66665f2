// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "NetTest.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using aio::Coroutine;

class ServerTest : public NetTest {
protected:
  static std::shared_ptr<Recorder> make_recorder() { return std::make_shared<Recorder>(); }

  /// A port that nobody listens at.
  static int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(socket, reinterpret_cast<sockaddr *>(&address), size);
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    close(socket);
    return ntohs(address.sin_port);
  }
};

TEST_F(ServerTest, TellsOfARefusedConnection) {
  const auto outer = []() -> Coroutine<void> {
    const int port = free_port();
    EXPECT_EQ(co_await failure<aio::ConnectionRefusedError>(
                  aio::create_connection(make_recorder, "127.0.0.1", port)),
              "[Errno 111] Connect call failed ('127.0.0.1', " + std::to_string(port) + ")");
  };
  aio::run(outer());
}

TEST_F(ServerTest, TellsOfAnUnknownHost) {
  const auto outer = []() -> Coroutine<void> {
    try {
      co_await aio::create_connection(make_recorder, "no such host", 80);
      ADD_FAILURE();
    } catch (const aio::GaiError &error) {
      EXPECT_LT(error.code(), 0);
      EXPECT_NE(std::string(error.what()).find("[Errno -"), std::string::npos);
    }
    co_await failure<aio::GaiError>(aio::create_server(make_recorder, "no such host", 0));
  };
  aio::run(outer());
}

TEST_F(ServerTest, ResolvesNames) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::create_server(make_recorder, "", 0);
    EXPECT_GE(server.sockets().size(), 1u);
    auto [transport, client] =
        co_await aio::create_connection(make_recorder, "localhost", server.port());
    transport.close();
    co_await until([&, c = client] { return c->lost; });
    co_await aio::sleep(2ms);
    server.close();
    co_return;
  };
  aio::run(outer());
}

TEST_F(ServerTest, TellsOfAnAddressInUse) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::create_server(make_recorder, "127.0.0.1", 0);
    EXPECT_EQ(co_await failure<aio::OSError>(
                  aio::create_server(make_recorder, "127.0.0.1", server.port())),
              "[Errno 98] error while attempting to bind on address ('127.0.0.1', " +
                  std::to_string(server.port()) + "): address already in use");
    server.close();
  };
  aio::run(outer());
}

TEST_F(ServerTest, ServesWhenItIsTold) {
  const auto outer = []() -> Coroutine<void> {
    auto server =
        co_await aio::create_server(make_recorder, "127.0.0.1", 0, {.start_serving = false});
    EXPECT_FALSE(server.is_serving());
    EXPECT_NE(server.port(), 0);
    EXPECT_NE(co_await failure<aio::ConnectionRefusedError>(
                  aio::create_connection(make_recorder, "127.0.0.1", server.port())),
              "no exception");
    co_await server.start_serving();
    co_await server.start_serving();
    EXPECT_TRUE(server.is_serving());
    EXPECT_TRUE(std::string(server.repr().c_str())
                    .starts_with("<Server sockets=(<asyncio.TransportSocket fd="));
    EXPECT_TRUE(std::string(server.sockets()[0].c_str())
                    .ends_with(", family=2, type=1, proto=6, laddr=('127.0.0.1', " +
                               std::to_string(server.port()) + ")>"));
    server.close();
    server.close();
    EXPECT_FALSE(server.is_serving());
    EXPECT_EQ(server.port(), 0);
    EXPECT_EQ(server.sockets().size(), 0u);
    EXPECT_STREQ(server.repr().c_str(), "<Server sockets=()>");
    co_await server.wait_closed();
  };
  aio::run(outer());
}

TEST_F(ServerTest, ServesForEver) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::create_server(make_recorder, "127.0.0.1", 0);
    auto serving = aio::create_task(server.serve_forever());
    co_await aio::sleep(0);
    EXPECT_EQ(co_await failure<aio::RuntimeError>(server.serve_forever()),
              std::string("server ") + server.repr().c_str() +
                  " is already being awaited on serve_forever()");
    serving.cancel();
    EXPECT_THROW(co_await serving, aio::CancelledError);
    EXPECT_FALSE(server.is_serving());
    EXPECT_EQ(co_await failure<aio::RuntimeError>(server.serve_forever()),
              "server <Server sockets=()> is closed");
  };
  aio::run(outer());
}

TEST_F(ServerTest, CloseEndsServeForever) {
  const auto outer = []() -> Coroutine<void> {
    auto server =
        co_await aio::create_server(make_recorder, "127.0.0.1", 0, {.start_serving = false});
    auto serving = aio::create_task(server.serve_forever());
    co_await aio::sleep(0);
    EXPECT_TRUE(server.is_serving());
    server.close();
    EXPECT_THROW(co_await serving, aio::CancelledError);
    EXPECT_FALSE(server.is_serving());
  };
  aio::run(outer());
}

TEST_F(ServerTest, WaitsForItsLastConnection) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    auto closed = aio::create_task(pair.server.wait_closed());
    auto cancelled = aio::create_task(pair.server.wait_closed());
    co_await aio::sleep(0);
    pair.server.close();
    cancelled.cancel();
    EXPECT_THROW(co_await cancelled, aio::CancelledError);
    EXPECT_FALSE(closed.done()) << "a connection is open";
    co_await pair.server.wait_closed();
    pair.transport.close();
    co_await closed;
    EXPECT_TRUE(pair.accepted->lost);
    co_await pair.end();
  };
  aio::run(outer());
}

TEST_F(ServerTest, IsClosedByWith) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::create_server(make_recorder, "127.0.0.1", 0);
    co_await aio::with(server, [](aio::Server inside) -> Coroutine<void> {
      EXPECT_TRUE(inside.is_serving());
      co_return;
    });
    EXPECT_FALSE(server.is_serving());
  };
  aio::run(outer());
}

TEST_F(ServerTest, KeepsServingWithoutAHandle) {
  const auto outer = []() -> Coroutine<void> {
    int port = 0;
    auto accepted = std::make_shared<Recorder>();
    {
      auto server = co_await aio::create_server([accepted] { return accepted; }, "127.0.0.1", 0);
      port = server.port();
    }
    auto [transport, client] = co_await aio::create_connection(make_recorder, "127.0.0.1", port);
    co_await until([&] { return static_cast<bool>(accepted->transport); });
    transport.close();
    co_await until([&] { return accepted->lost; });
  };
  aio::run(outer(), {.debug = true});
  expect_report("ResourceWarning: unclosed <socket.socket fd=");
}

TEST_F(ServerTest, AFactoryThatThrowsClosesTheConnection) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::create_server(
        []() -> std::shared_ptr<Recorder> { throw std::runtime_error("no"); }, "127.0.0.1", 0);
    auto [transport, client] =
        co_await aio::create_connection(make_recorder, "127.0.0.1", server.port());
    co_await until([c = client] { return c->lost; });
    EXPECT_EQ(client->events, "made, eof, lost None");
    server.close();
  };
  aio::run(outer(), {.debug = false});
  aio::run(outer(), {.debug = true});
  expect_report("error: Error on transport creation for incoming connection; "
                "exception: std::runtime_error('no')");
}

TEST_F(ServerTest, AConnectionAttemptCanBeCancelled) {
  // A queue that is full: further attempts hang.
  const int listening = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(bind(listening, reinterpret_cast<sockaddr *>(&address), size), 0);
  ASSERT_EQ(listen(listening, 0), 0);
  getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size);
  const int port = ntohs(address.sin_port);
  const auto outer = [&]() -> Coroutine<void> {
    auto [transport, first] = co_await aio::create_connection(make_recorder, "127.0.0.1", port);
    const long before = open_descriptors();
    auto hanging = aio::create_task(aio::create_connection(make_recorder, "127.0.0.1", port));
    co_await aio::sleep(2ms);
    EXPECT_EQ(open_descriptors(), before + 1);
    hanging.cancel();
    EXPECT_THROW(co_await hanging, aio::CancelledError);
    EXPECT_EQ(open_descriptors(), before);
    transport.close();
    co_await until([f = first] { return f->lost; });
  };
  aio::run(outer());
  close(listening);
}

} // namespace
