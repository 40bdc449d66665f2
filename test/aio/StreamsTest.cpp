// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "NetTest.h"

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using aio::Coroutine;
using aio::StreamReader;
using aio::StreamWriter;

Coroutine<void> echo(StreamReader reader, StreamWriter writer) {
  while (true) {
    const aio::Bytes data = co_await reader.read(100'000);
    if (data.empty())
      break;
    writer.write(data);
    co_await writer.drain();
  }
  writer.close();
  co_await writer.wait_closed();
}

/// Closes both ends.
Coroutine<void> end(aio::Streams streams, aio::Server server) {
  streams.writer.close();
  co_await streams.writer.wait_closed();
  server.close();
  // The other end hears of it.
  while (aio::all_tasks().size() > 1)
    co_await aio::sleep(0.0005);
}

class StreamsTest : public NetTest {};

TEST_F(StreamsTest, TalkOverTcp) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    writer.write("one\n");
    writer.writelines(std::vector<std::string>{"two\n", "three\n"});
    co_await writer.drain();
    EXPECT_EQ(co_await reader.readline(), "one\n");
    EXPECT_EQ(co_await reader.readexactly(3), "two");
    EXPECT_TRUE(writer.can_write_eof());
    writer.write_eof();
    EXPECT_EQ(co_await reader.read(), "\nthree\n");
    EXPECT_TRUE(reader.at_eof());
    EXPECT_FALSE(writer.is_closing());
    EXPECT_EQ(writer.get_extra_info("peername").c_str(),
              "('127.0.0.1', " + std::to_string(server.port()) + ")");
    const std::string repr = writer.repr().c_str();
    EXPECT_TRUE(repr.starts_with("<StreamWriter transport=<_SelectorSocketTransport fd=")) << repr;
    EXPECT_NE(repr.find(" reader=<StreamReader eof transport=<"), std::string::npos) << repr;
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
}

TEST_F(StreamsTest, TalkOverUnixSockets) {
  const std::string path = testing::TempDir() + "aio-streams-" + std::to_string(getpid());
  const auto outer = [&]() -> Coroutine<void> {
    // The second server takes the first one's place.
    for (int i = 0; i < 2; ++i) {
      auto server = co_await aio::start_unix_server(echo, path.c_str());
      EXPECT_EQ(server.port(), 0);
      auto [reader, writer] = co_await aio::open_unix_connection(path.c_str());
      writer.write("ping\n");
      EXPECT_EQ(co_await reader.readline(), "ping\n");
      EXPECT_EQ(writer.get_extra_info("peername").c_str(), path);
      EXPECT_STREQ(writer.get_extra_info("sockname").c_str(), "");
      co_await end({reader, writer}, server);
    }
    EXPECT_EQ(
        co_await failure<aio::ConnectionRefusedError>(aio::open_unix_connection(path.c_str())),
        "[Errno 111] Connection refused");
    unlink(path.c_str());
    EXPECT_EQ(co_await failure<aio::FileNotFoundError>(aio::open_unix_connection(path.c_str())),
              "[Errno 2] No such file or directory");
    mkdir(path.c_str(), 0700);
    EXPECT_EQ(co_await failure<aio::OSError>(aio::start_unix_server(echo, path.c_str())),
              "[Errno 98] Address '" + path + "' is already in use");
    rmdir(path.c_str());
    const std::string long_path(200, 'x');
    EXPECT_EQ(co_await failure<aio::OSError>(aio::open_unix_connection(long_path.c_str())),
              "AF_UNIX path too long");
  };
  aio::run(outer());
}

TEST_F(StreamsTest, ProtocolsTalkOverUnixSockets) {
  const std::string path = testing::TempDir() + "aio-protocol-" + std::to_string(getpid());
  const auto outer = [&]() -> Coroutine<void> {
    auto accepted = std::make_shared<Recorder>();
    auto server = co_await aio::create_unix_server([&] { return accepted; }, path.c_str());
    auto [transport, client] = co_await aio::create_unix_connection(
        [] { return std::make_shared<Recorder>(); }, path.c_str());
    transport.write("x");
    co_await until([&] { return accepted->received == "x"; });
    transport.close();
    co_await until([&] { return accepted->lost; });
    EXPECT_EQ(accepted->events, "made, data x, eof, lost None");
    server.close();
    co_await until([c = client] { return c->lost; });
  };
  aio::run(outer());
  unlink(path.c_str());
}

TEST_F(StreamsTest, DrainWaitsForTheOtherEnd) {
  const auto outer = []() -> Coroutine<void> {
    auto gate = aio::get_running_loop().create_future<void>();
    auto server = co_await aio::start_server(
        [gate](StreamReader reader, StreamWriter writer) -> Coroutine<void> {
          co_await gate;
          while (!(co_await reader.read(1'000'000)).empty()) {
          }
          writer.close();
        },
        "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    const std::string block(500'000, 'x');
    while (writer.transport().get_write_buffer_size() < 100'000)
      writer.write(block);
    auto drained = aio::create_task(writer.drain());
    auto cancelled = aio::create_task(writer.drain());
    co_await aio::sleep(2ms);
    EXPECT_FALSE(drained.done());
    cancelled.cancel();
    EXPECT_THROW(co_await cancelled, aio::CancelledError);
    gate.set_result();
    co_await drained;
    EXPECT_LE(writer.transport().get_write_buffer_size(), 16u * 1024);
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
}

TEST_F(StreamsTest, AReaderThatIsFullPausesItsTransport) {
  const auto outer = []() -> Coroutine<void> {
    const std::size_t size = 2'000'000;
    auto server = co_await aio::start_server(
        [](StreamReader reader, StreamWriter writer) -> Coroutine<void> {
          writer.write(std::string(size, 'x'));
          co_await writer.drain();
          writer.close();
          co_await writer.wait_closed();
        },
        "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port(), 1000);
    co_await until([t = writer.transport()] { return !t.is_reading(); });
    EXPECT_NE(std::string(reader.repr().c_str()).find(" limit=1000 "), std::string::npos);
    EXPECT_TRUE(std::string(reader.repr().c_str()).ends_with(" paused>"));
    EXPECT_EQ((co_await reader.readexactly(size)).size(), size);
    EXPECT_EQ(co_await reader.read(), "");
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
}

TEST_F(StreamsTest, TellOfALostConnection) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(
        [](StreamReader, StreamWriter writer) { writer.transport().abort(); }, "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    EXPECT_EQ(co_await reader.read(), "");
    writer.close();
    EXPECT_EQ(co_await failure<aio::ConnectionResetError>(writer.drain()), "Connection lost");
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
}

TEST_F(StreamsTest, TellOfAReset) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(
        [](StreamReader, StreamWriter writer) -> Coroutine<void> {
          // Closing with unread data resets the connection.
          writer.transport().pause_reading();
          co_await aio::sleep(3ms);
          writer.transport().abort();
        },
        "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    writer.write("never read");
    const std::string reset = "[Errno 104] Connection reset by peer";
    EXPECT_EQ(co_await failure<aio::ConnectionResetError>(reader.read()), reset);
    EXPECT_EQ(co_await failure<aio::ConnectionResetError>(reader.readline()), reset);
    EXPECT_EQ(co_await failure<aio::ConnectionResetError>(writer.drain()), reset);
    EXPECT_EQ(co_await failure<aio::ConnectionResetError>(writer.wait_closed()), reset);
    server.close();
  };
  aio::run(outer());
}

TEST_F(StreamsTest, ACallbackThatThrowsIsReported) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(
        [](StreamReader, StreamWriter) -> Coroutine<void> {
          co_await aio::sleep(0);
          throw std::runtime_error("oops");
        },
        "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    EXPECT_EQ(co_await reader.read(), "");
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
  const std::string report = expect_report("error: Unhandled exception in client_connected_cb; "
                                           "transport: <_SelectorSocketTransport fd=");
  EXPECT_NE(report.find("std::runtime_error('oops')"), std::string::npos) << report;
}

TEST_F(StreamsTest, ACallbackThatIsCancelledClosesItsConnection) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(
        [](StreamReader reader, StreamWriter) -> Coroutine<void> {
          aio::current_task().cancel();
          co_await reader.read();
        },
        "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    EXPECT_EQ(co_await reader.read(), "");
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
}

TEST_F(StreamsTest, WaitsAreCancelled) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    auto reading = aio::create_task(reader.readline());
    co_await aio::sleep(0);
    reading.cancel();
    EXPECT_THROW(co_await reading, aio::CancelledError);
    writer.write("still\n");
    EXPECT_EQ(co_await reader.readline(), "still\n");
    auto closing = aio::create_task(writer.wait_closed());
    co_await aio::sleep(0);
    closing.cancel();
    EXPECT_THROW(co_await closing, aio::CancelledError);
    EXPECT_THROW(co_await writer.wait_closed(), aio::CancelledError) << "one future for all";
    writer.close();
    co_await until([&] { return aio::all_tasks().size() == 1; });
    server.close();
  };
  aio::run(outer());
}

TEST_F(StreamsTest, AWriterThatIsDroppedIsReportedAndClosed) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(echo, "127.0.0.1", 0);
    StreamReader reader;
    {
      auto streams = co_await aio::open_connection("127.0.0.1", server.port());
      reader = streams.reader;
    }
    EXPECT_EQ(co_await reader.read(), "");
    server.close();
    co_await until([&] { return aio::all_tasks().size() == 1; });
  };
  aio::run(outer(), {.debug = false});
  aio::run(outer(), {.debug = true});
  expect_report("ResourceWarning: unclosed <StreamWriter transport=<_SelectorSocketTransport "
                "closing fd=");
}

TEST_F(StreamsTest, RunClosesWhatIsLeft) {
  aio::StreamWriter kept;
  const auto outer = [&]() -> Coroutine<void> {
    auto server = co_await aio::start_server(
        [&](StreamReader, StreamWriter writer) { kept = writer; }, "127.0.0.1", 0);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port());
    co_await until([&] { return static_cast<bool>(kept); });
    writer.close();
    server.close();
  };
  // Without wait_closed() there is time enough for the writer's end.
  aio::run(outer(), {.debug = true});
  kept = {};
  expect_report("ResourceWarning: unclosed transport <_SelectorSocketTransport ");
}

TEST_F(StreamsTest, HundredsTalkAtOnce) {
  static constexpr int clients = 200;
  static constexpr std::size_t blocks = 30;
  const auto client = [](int port) -> Coroutine<std::size_t> {
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", port, 4096);
    const std::string block(1000, 'x');
    const auto send = [&]() -> Coroutine<void> {
      for (std::size_t i = 0; i < blocks; ++i) {
        writer.write(block);
        co_await writer.drain();
      }
      writer.write_eof();
    };
    const auto sending = aio::create_task(send());
    const std::size_t size = (co_await reader.read()).size();
    co_await sending;
    writer.close();
    co_await writer.wait_closed();
    co_return size;
  };
  const auto outer = [&]() -> Coroutine<void> {
    auto server = co_await aio::start_server(echo, "127.0.0.1", 0, {.backlog = 2 * clients});
    std::vector<Coroutine<std::size_t>> all;
    for (int i = 0; i < clients; ++i)
      all.push_back(client(server.port()));
    for (const std::size_t size : co_await aio::gather(std::move(all)))
      EXPECT_EQ(size, blocks * 1000);
    server.close();
    co_await until([&] { return aio::all_tasks().size() == 1; });
  };
  aio::run(outer());
}

TEST_F(StreamsTest, MegabytesGoBothWaysUnderBackPressure) {
  const auto outer = []() -> Coroutine<void> {
    auto server = co_await aio::start_server(echo, "127.0.0.1", 0, {}, 10'000);
    auto [reader, writer] = co_await aio::open_connection("127.0.0.1", server.port(), 10'000);
    const std::size_t size = 8'000'000;
    std::string sent(size, 0);
    for (std::size_t i = 0; i < size; ++i)
      sent[i] = static_cast<char>(i * 31 >> 7);
    const auto send = [&]() -> Coroutine<void> {
      for (std::size_t at = 0; at < size; at += 50'000) {
        writer.write({sent.data() + at, 50'000});
        co_await writer.drain();
      }
      writer.write_eof();
    };
    const auto sending = aio::create_task(send());
    const std::string received = co_await reader.read();
    EXPECT_TRUE(received == sent);
    co_await sending;
    co_await end({reader, writer}, server);
  };
  aio::run(outer());
}

} // namespace
