// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "NetTest.h"

#include <cerrno>
#include <netinet/in.h>
#include <regex>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using aio::Coroutine;

class TransportTest : public NetTest {
protected:
  /// Writes until the system takes no more. Returns how much that was.
  static std::size_t fill(const aio::Transport &transport) {
    const std::string block(500'000, 'x');
    std::size_t size = 0;
    for (; transport.get_write_buffer_size() == 0; size += block.size())
      transport.write(block);
    return size;
  }
};

TEST_F(TransportTest, ConnectsSendsAndCloses) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->on_data = [](Recorder &self) { self.transport.write("re: " + self.received); };
    EXPECT_EQ(pair.client->events, "made");
    pair.transport.write("hello");
    co_await until([&] { return pair.client->received == "re: hello"; });
    pair.transport.close();
    EXPECT_TRUE(pair.transport.is_closing());
    EXPECT_EQ(pair.client->events, "made, data re: hello") << "connection_lost() comes later";
    co_await aio::sleep(0);
    EXPECT_EQ(pair.client->events, "made, data re: hello, lost None");
    co_await until([&] { return pair.accepted->lost; });
    EXPECT_EQ(pair.accepted->events, "made, data hello, eof, lost None");
    pair.server.close();
  };
  aio::run(outer());
}

TEST_F(TransportTest, KnowsItsEnds) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    const std::string server = "('127.0.0.1', " + std::to_string(pair.server.port()) + ")";
    EXPECT_EQ(pair.transport.get_extra_info("peername").c_str(), server);
    EXPECT_EQ(pair.accepted->transport.get_extra_info("sockname").c_str(), server);
    EXPECT_STREQ(pair.transport.get_extra_info("sockname").c_str(),
                 pair.accepted->transport.get_extra_info("peername").c_str());
    EXPECT_TRUE(pair.transport.get_extra_info("sslcontext").empty());
    EXPECT_TRUE(std::regex_match(
        pair.transport.get_extra_info("socket").c_str(),
        std::regex(R"(<asyncio\.TransportSocket fd=\d+, family=2, type=1, proto=6, )"
                   R"(laddr=\('127\.0\.0\.1', \d+\), raddr=\('127\.0\.0\.1', \d+\)>)")));
    EXPECT_TRUE(std::regex_match(
        pair.transport.repr().c_str(),
        std::regex(R"(<_SelectorSocketTransport fd=\d+ read=polling write=<idle, bufsize=0>>)")))
        << pair.transport.repr().c_str();
    EXPECT_EQ(pair.transport.get_protocol().get(), pair.client.get());
    co_await pair.end();
    EXPECT_TRUE(std::regex_match(pair.transport.repr().c_str(),
                                 std::regex(R"(<_SelectorSocketTransport closed fd=\d+>)")))
        << pair.transport.repr().c_str();
    EXPECT_FALSE(pair.transport.get_protocol());
  };
  aio::run(outer());
}

TEST_F(TransportTest, WritesAllBeforeItCloses) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->quiet = pair.client->quiet = true;
    const std::size_t size = fill(pair.transport);
    pair.transport.close();
    pair.transport.write("more");
    co_await until([&] { return pair.accepted->lost; });
    EXPECT_EQ(pair.accepted->received.size(), size + 4);
    EXPECT_TRUE(pair.client->lost);
    EXPECT_EQ(pair.transport.get_write_buffer_size(), 0u);
    pair.server.close();
  };
  aio::run(outer());
}

TEST_F(TransportTest, AbortDropsWhatIsNotWritten) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->quiet = pair.client->quiet = true;
    const std::size_t size = fill(pair.transport);
    pair.transport.abort();
    pair.transport.abort();
    EXPECT_TRUE(pair.transport.is_closing());
    EXPECT_FALSE(pair.client->lost);
    EXPECT_EQ(pair.transport.get_write_buffer_size(), 0u);
    co_await until([&] { return pair.accepted->lost; });
    EXPECT_LT(pair.accepted->received.size(), size);
    EXPECT_TRUE(pair.client->lost);
    pair.server.close();
  };
  aio::run(outer());
}

TEST_F(TransportTest, WarnsOfWritesToALostConnection) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.transport.close();
    for (int i = 0; i < 4; ++i)
      pair.transport.write("dropped");
    pair.transport.write("");
    co_await pair.end();
    EXPECT_EQ(pair.accepted->received, "");
    pair.transport.write("fifth");
  };
  aio::run(outer());
  expect_report("warning: socket.send() raised exception.");
}

TEST_F(TransportTest, ClosesOneHalf) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->keep_open = true;
    EXPECT_TRUE(pair.transport.can_write_eof());
    pair.transport.write("question");
    pair.transport.write_eof();
    pair.transport.write_eof();
    EXPECT_EQ(message_of<aio::RuntimeError>([&] { pair.transport.write("x"); }),
              "Cannot call write() after write_eof()");
    co_await until([&] { return pair.accepted->eof; });
    EXPECT_FALSE(pair.accepted->transport.is_closing());
    pair.accepted->transport.write("answer");
    co_await until([&] { return pair.client->received == "answer"; });
    pair.accepted->transport.close();
    co_await until([&] { return pair.client->lost; });
    EXPECT_EQ(pair.client->events, "made, data answer, eof, lost None");
    EXPECT_EQ(pair.accepted->events, "made, data question, eof, lost None");
    pair.server.close();
  };
  aio::run(outer());
}

TEST_F(TransportTest, EndsTheWritingHalfAfterTheBuffer) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->quiet = pair.client->quiet = true;
    const std::size_t size = fill(pair.transport);
    pair.transport.write_eof();
    co_await until([&] { return pair.accepted->eof; });
    EXPECT_EQ(pair.accepted->received.size(), size);
    co_await pair.end();
  };
  aio::run(outer());
}

TEST_F(TransportTest, GivesNoDataAfterClose) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->transport.write("too late");
    pair.transport.close();
    co_await pair.end();
    EXPECT_EQ(pair.client->events, "made, lost None");
  };
  aio::run(outer());
}

TEST_F(TransportTest, PausesReading) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    EXPECT_TRUE(pair.transport.is_reading());
    pair.transport.pause_reading();
    pair.transport.pause_reading();
    EXPECT_FALSE(pair.transport.is_reading());
    pair.accepted->transport.write("x");
    co_await aio::sleep(2ms);
    EXPECT_EQ(pair.client->received, "");
    pair.transport.resume_reading();
    pair.transport.resume_reading();
    EXPECT_TRUE(pair.transport.is_reading());
    co_await until([&] { return pair.client->received == "x"; });
    co_await pair.end();
    pair.transport.resume_reading();
    pair.transport.pause_reading();
    EXPECT_FALSE(pair.transport.is_reading());
  };
  aio::run(outer());
}

TEST_F(TransportTest, TellsTheProtocolWhenItHoldsTooMuch) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->quiet = true;
    EXPECT_EQ(pair.transport.get_write_buffer_limits().high, 64u * 1024);
    EXPECT_EQ(pair.transport.get_write_buffer_limits().low, 16u * 1024);
    pair.accepted->transport.pause_reading();
    fill(pair.transport);
    pair.transport.write(std::string(64 * 1024 + 1, 'x'));
    pair.transport.write("x");
    EXPECT_EQ(pair.client->events, "made, pause") << "once";
    pair.accepted->transport.resume_reading();
    co_await until([&] { return pair.transport.get_write_buffer_size() == 0; });
    EXPECT_EQ(pair.client->events, "made, pause, resume");
    co_await pair.end();
  };
  aio::run(outer());
}

TEST_F(TransportTest, HasWriteBufferLimits) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    const auto limits = [&] {
      const auto [low, high] = pair.transport.get_write_buffer_limits();
      return std::pair(low, high);
    };
    using Limits = std::pair<std::size_t, std::size_t>;
    pair.transport.set_write_buffer_limits(100);
    EXPECT_EQ(limits(), Limits(25, 100));
    pair.transport.set_write_buffer_limits({}, 100);
    EXPECT_EQ(limits(), Limits(100, 400));
    pair.transport.set_write_buffer_limits(0);
    EXPECT_EQ(limits(), Limits(0, 0));
    EXPECT_EQ(message_of<aio::ValueError>([&] { pair.transport.set_write_buffer_limits(1, 2); }),
              "high (1) must be >= low (2) must be >= 0");
    pair.transport.set_write_buffer_limits();
    EXPECT_EQ(limits(), Limits(16 * 1024, 64 * 1024));
    co_await pair.end();
  };
  aio::run(outer());
}

TEST_F(TransportTest, JoinsLines) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.transport.writelines(std::vector<std::string>{"a", "b", "c"});
    co_await until([&] { return pair.accepted->received == "abc"; });
    EXPECT_EQ(pair.accepted->events, "made, data abc");
    co_await pair.end();
  };
  aio::run(outer());
}

TEST_F(TransportTest, ChangesItsProtocol) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    auto other = std::make_shared<Recorder>();
    pair.transport.set_protocol(other);
    EXPECT_EQ(pair.transport.get_protocol().get(), other.get());
    EXPECT_THROW(pair.transport.set_protocol({}), aio::TypeError);
    pair.accepted->transport.write("x");
    co_await until([&] { return other->received == "x"; });
    pair.accepted->transport.close();
    co_await until([&] { return other->lost; });
    EXPECT_EQ(other->events, "data x, eof, lost None");
    EXPECT_EQ(pair.client->events, "made");
    pair.client->transport = {};
    pair.server.close();
  };
  aio::run(outer());
}

TEST_F(TransportTest, AProtocolThatThrowsLosesItsConnection) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    pair.accepted->on_data = [](Recorder &) { throw std::runtime_error("oops"); };
    pair.transport.write("x");
    co_await until([&] { return pair.client->lost && pair.accepted->lost; });
    EXPECT_EQ(pair.accepted->events, "made, data x, lost oops");
    EXPECT_EQ(pair.client->events, "made, eof, lost None");
    pair.server.close();
  };
  aio::run(outer());
  const std::string report = expect_report("error: Fatal error: protocol.data_received() call "
                                           "failed.; transport: <_SelectorSocketTransport fd=");
  EXPECT_NE(report.find("; protocol: <Recorder object at 0x"), std::string::npos) << report;
  EXPECT_NE(report.find("; exception: std::runtime_error('oops')"), std::string::npos) << report;
}

TEST_F(TransportTest, AnExceptionInConnectionMadeIsReported) {
  struct Throws : Recorder {
    void connection_made(aio::Transport made) override {
      Recorder::connection_made(made);
      throw std::runtime_error("made");
    }
    void connection_lost(std::exception_ptr exception) override {
      Recorder::connection_lost(exception);
      throw std::runtime_error("lost");
    }
  };
  const auto outer = []() -> Coroutine<void> {
    auto server =
        co_await aio::create_server([] { return std::make_shared<Recorder>(); }, "127.0.0.1", 0);
    auto [transport, protocol] = co_await aio::create_connection(
        [] { return std::make_shared<Throws>(); }, "127.0.0.1", server.port());
    transport.close();
    co_await until([&, p = protocol] { return p->lost; });
    co_await aio::sleep(2ms);
    server.close();
  };
  aio::run(outer());
  EXPECT_NE(expect_report("error: Exception in callback ").find("('made')"), std::string::npos);
  EXPECT_NE(expect_report("error: Exception in callback ").find("('lost')"), std::string::npos);
}

TEST_F(TransportTest, TellsOfAReset) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    // Closing with unread data resets the connection.
    pair.accepted->transport.pause_reading();
    pair.transport.write("never read");
    co_await aio::sleep(2ms);
    pair.accepted->transport.abort();
    co_await until([&] { return pair.client->lost; });
    EXPECT_EQ(pair.client->events, "made, lost [Errno 104] Connection reset by peer");
    pair.server.close();
  };
  aio::run(outer());
}

TEST_F(TransportTest, RefusesWhatAnEmptyHandleCannotDo) {
  EXPECT_FALSE(aio::Transport());
  EXPECT_THROW(aio::Transport().write("x"), aio::InvalidStateError);
  EXPECT_THROW(aio::Server().close(), aio::InvalidStateError);
}

TEST_F(TransportTest, ReportsTransportsThatOutliveTheirLoop) {
  aio::Transport left;
  {
    aio::EventLoop loop;
    loop.set_debug(true);
    const auto outer = [&]() -> Coroutine<void> {
      Pair pair = co_await Pair::make();
      pair.accepted->transport.abort();
      co_await until([&] { return pair.accepted->lost; });
      pair.client->transport = {};
      co_await until([&] { return pair.client->lost; });

      Pair open = co_await Pair::make();
      left = open.transport;
      pair.server.close();
      open.server.close();
    };
    loop.run_until_complete(outer());
    loop.close();
  }
  expect_report("ResourceWarning: unclosed transport <_SelectorSocketTransport fd=");
  expect_report("ResourceWarning: unclosed transport <_SelectorSocketTransport fd=");
  EXPECT_TRUE(left.is_closing());
  left.close();
  left.abort();
  left.write("x");
  left = {};
}

TEST_F(TransportTest, ReportsATransportThatNobodyHas) {
  const auto outer = []() -> Coroutine<void> {
    Pair pair = co_await Pair::make();
    // Not reading, so that the loop does not own it, and without a handle in its protocol.
    pair.client->transport = {};
    pair.transport.pause_reading();
    pair.transport = {};
    co_await until([&] { return pair.accepted->lost; });
    pair.server.close();
  };
  aio::run(outer(), {.debug = true});
  expect_report("ResourceWarning: unclosed transport <_SelectorSocketTransport fd=");
  aio::run(outer(), {.debug = false});
}

} // namespace
