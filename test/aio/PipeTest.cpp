// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "NetTest.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using aio::Coroutine;

struct Ends {
  Ends() { EXPECT_EQ(::pipe2(&read, O_CLOEXEC), 0); }
  int read = -1;
  int write = -1;
};

class PipeTest : public NetTest {
protected:
  static std::shared_ptr<Recorder> make_recorder() { return std::make_shared<Recorder>(); }
};

TEST_F(PipeTest, CarryBytesAndTheirEnd) {
  const auto outer = []() -> Coroutine<void> {
    const Ends ends;
    auto [reader, received] = co_await aio::connect_read_pipe(make_recorder, ends.read);
    auto [writer, sent] = co_await aio::connect_write_pipe(make_recorder, ends.write);
    const std::string fd = std::to_string(ends.read);
    EXPECT_EQ(reader.repr().c_str(), "<_UnixReadPipeTransport fd=" + fd + " polling>");
    EXPECT_EQ(writer.repr().c_str(),
              "<_UnixWritePipeTransport fd=" + std::to_string(ends.write) + " idle bufsize=0>");
    EXPECT_EQ(reader.get_extra_info("pipe").c_str(), "<pipe fd=" + fd + ">");
    writer.write("hello");
    co_await until([r = received] { return r->received == "hello"; });
    EXPECT_TRUE(writer.can_write_eof());
    writer.write_eof();
    EXPECT_TRUE(writer.is_closing());
    co_await until([r = received, s = sent] { return r->lost && s->lost; });
    EXPECT_EQ(received->events, "made, data hello, eof, lost None");
    EXPECT_EQ(sent->events, "made, lost None");
    EXPECT_EQ(reader.repr().c_str(), "<_UnixReadPipeTransport closed fd=" + fd + " closed>");
  };
  aio::run(outer());
}

TEST_F(PipeTest, KeepWhatDoesNotFit) {
  const auto outer = []() -> Coroutine<void> {
    const Ends ends;
    auto [writer, sent] = co_await aio::connect_write_pipe(make_recorder, ends.write);
    writer.write(std::string(1'000'000, 'x'));
    EXPECT_EQ(sent->events, "made, pause");
    writer.close();
    EXPECT_GT(writer.get_write_buffer_size(), 0u);
    auto [reader, received] = co_await aio::connect_read_pipe(make_recorder, ends.read);
    received->quiet = true;
    co_await until([r = received] { return r->lost; });
    EXPECT_EQ(received->received.size(), 1'000'000u);
    co_await until([s = sent] { return s->lost; });
    EXPECT_EQ(sent->events, "made, pause, resume, lost None");
  };
  aio::run(outer());
}

TEST_F(PipeTest, AReaderPausesAndCloses) {
  const auto outer = []() -> Coroutine<void> {
    const Ends ends;
    auto [reader, received] = co_await aio::connect_read_pipe(make_recorder, ends.read);
    reader.pause_reading();
    EXPECT_FALSE(reader.is_reading());
    EXPECT_EQ(write(ends.write, "x", 1), 1);
    co_await aio::sleep(2ms);
    EXPECT_EQ(received->events, "made");
    reader.resume_reading();
    co_await until([r = received] { return r->received == "x"; });
    EXPECT_THROW(reader.write("x"), aio::RuntimeError);
    EXPECT_THROW(reader.write_eof(), aio::RuntimeError);
    EXPECT_THROW(reader.set_write_buffer_limits(), aio::RuntimeError);
    EXPECT_FALSE(reader.can_write_eof());
    reader.close();
    reader.abort();
    co_await until([r = received] { return r->lost; });
    EXPECT_EQ(received->events, "made, data x, lost None");
    close(ends.write);
  };
  aio::run(outer());
}

TEST_F(PipeTest, AWriterNoticesThatNobodyReads) {
  const auto outer = []() -> Coroutine<void> {
    for (const bool full : {false, true}) {
      const Ends ends;
      auto [writer, sent] = co_await aio::connect_write_pipe(make_recorder, ends.write);
      sent->quiet = true;
      if (full)
        writer.write(std::string(1'000'000, 'x'));
      close(ends.read);
      sent->quiet = false;
      sent->events = "";
      co_await until([s = sent] { return s->lost; });
      if (full)
        EXPECT_TRUE(sent->events.starts_with("lost ") && sent->events != "lost None");
      else
        EXPECT_EQ(sent->events, "lost None");
    }
  };
  aio::run(outer());
}

TEST_F(PipeTest, AWriteThatNobodyReadsIsNoSignal) {
  const auto outer = []() -> Coroutine<void> {
    const Ends ends;
    auto [writer, sent] = co_await aio::connect_write_pipe(make_recorder, ends.write);
    close(ends.read);
    writer.write("x");
    EXPECT_TRUE(writer.is_closing());
    for (int i = 0; i < 5; ++i)
      writer.write("too late");
    co_await until([s = sent] { return s->lost; });
    EXPECT_EQ(sent->events, "made, lost [Errno 32] Broken pipe");
  };
  aio::run(outer());
  expect_report("warning: pipe closed by peer or os.write(pipe, data) raised exception.");
}

TEST_F(PipeTest, SocketsArePipes) {
  const auto outer = []() -> Coroutine<void> {
    int ends[2];
    EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    auto [writer, sent] = co_await aio::connect_write_pipe(make_recorder, ends[0]);
    auto [reader, received] = co_await aio::connect_read_pipe(make_recorder, ends[1]);
    writer.write("x");
    co_await until([r = received] { return r->received == "x"; });
    reader.close();
    co_await until([s = sent] { return s->lost; });
  };
  aio::run(outer());
}

TEST_F(PipeTest, FilesAreNone) {
  const auto outer = []() -> Coroutine<void> {
    const auto file = [] { return open("/proc/self/exe", O_RDONLY | O_CLOEXEC); };
    EXPECT_EQ(co_await failure<aio::ValueError>(aio::connect_read_pipe(make_recorder, file())),
              "Pipe transport is for pipes/sockets only.");
    EXPECT_EQ(co_await failure<aio::ValueError>(aio::connect_write_pipe(make_recorder, file())),
              "Pipe transport is only for pipes, sockets and character devices");
  };
  aio::run(outer());
}

TEST_F(PipeTest, ReportsWhatIsLeftOpen) {
  const auto outer = []() -> Coroutine<void> {
    const Ends ends;
    auto [reader, received] = co_await aio::connect_read_pipe(make_recorder, ends.read);
    auto [writer, sent] = co_await aio::connect_write_pipe(make_recorder, ends.write);
  };
  aio::run(outer(), {.debug = true});
  expect_report("ResourceWarning: unclosed transport <_UnixReadPipeTransport fd=");
  expect_report("ResourceWarning: unclosed transport <_UnixWritePipeTransport fd=");
}

} // namespace
