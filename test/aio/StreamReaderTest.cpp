// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <aio/net/os_error.h>
#include <aio/net/stream_reader.h>

#include <cerrno>

namespace {

using aio::Bytes;
using aio::Coroutine;
using aio::StreamReader;

class StreamReaderTest : public AioTest {
protected:
  /// Runs the body with a reader that has got the data and, if asked for, the end.
  template <class F> void with(const char *data, bool eof, std::size_t limit, F body) {
    const auto outer = [&]() -> Coroutine<void> {
      const StreamReader reader(limit);
      reader.feed_data(data);
      if (eof)
        reader.feed_eof();
      co_await body(reader);
    };
    aio::run(outer());
  }
  static constexpr std::size_t limit = StreamReader::default_limit;
};

TEST_F(StreamReaderTest, ReadsWhatIsThere) {
  with("hello", true, limit, [](StreamReader reader) -> Coroutine<void> {
    EXPECT_EQ(co_await reader.read(0), "");
    EXPECT_EQ(co_await reader.read(2), "he");
    EXPECT_FALSE(reader.at_eof());
    EXPECT_EQ(co_await reader.read(10), "llo");
    EXPECT_TRUE(reader.at_eof());
    EXPECT_EQ(co_await reader.read(10), "");
    EXPECT_EQ(co_await reader.read(), "");
  });
}

TEST_F(StreamReaderTest, ReadsToTheEnd) {
  const auto outer = []() -> Coroutine<void> {
    const StreamReader reader(3);
    auto all = aio::create_task(reader.read());
    for (const char *block : {"one ", "two ", "three"}) {
      reader.feed_data(block);
      co_await aio::sleep(0);
    }
    EXPECT_FALSE(all.done());
    reader.feed_eof();
    EXPECT_EQ(co_await all, "one two three");
  };
  aio::run(outer());
}

TEST_F(StreamReaderTest, WaitsForData) {
  const auto outer = []() -> Coroutine<void> {
    const StreamReader reader(limit);
    auto line = aio::create_task(reader.readline());
    auto later = aio::create_task([](StreamReader r) -> Coroutine<void> {
      r.feed_data("hal");
      co_await aio::sleep(0);
      r.feed_data("f\nrest");
    }(reader));
    EXPECT_EQ(co_await line, "half\n");
    EXPECT_EQ(co_await reader.readexactly(4), "rest");
    co_await later;
  };
  aio::run(outer());
}

TEST_F(StreamReaderTest, ReadsExactly) {
  with("abcdef", true, limit, [](StreamReader reader) -> Coroutine<void> {
    EXPECT_EQ(co_await reader.readexactly(0), "");
    EXPECT_EQ(co_await reader.readexactly(4), "abcd");
    try {
      co_await reader.readexactly(3);
      ADD_FAILURE();
    } catch (const aio::IncompleteReadError &error) {
      EXPECT_STREQ(error.what(), "2 bytes read on a total of 3 expected bytes");
      EXPECT_EQ(error.partial(), "ef");
      EXPECT_EQ(error.expected(), 3u);
    }
    EXPECT_TRUE(reader.at_eof());
    EXPECT_THROW(co_await reader.readexactly(-1), aio::ValueError);
  });
}

TEST_F(StreamReaderTest, ReadsUntilASeparator) {
  with("one--two-", true, limit, [](StreamReader reader) -> Coroutine<void> {
    EXPECT_EQ(co_await reader.readuntil("--"), "one--");
    try {
      co_await reader.readuntil("--");
      ADD_FAILURE();
    } catch (const aio::EOFError &error) {
      EXPECT_STREQ(error.what(), "4 bytes read on a total of undefined expected bytes");
      EXPECT_EQ(dynamic_cast<const aio::IncompleteReadError &>(error).partial(), "two-");
      EXPECT_FALSE(dynamic_cast<const aio::IncompleteReadError &>(error).expected());
    }
    EXPECT_THROW(co_await reader.readuntil(""), aio::ValueError);
  });
}

TEST_F(StreamReaderTest, FindsASeparatorInPieces) {
  const auto outer = []() -> Coroutine<void> {
    const StreamReader reader(limit);
    auto found = aio::create_task(reader.readuntil("END"));
    for (const char *piece : {"xE", "N", "EN", "Dy"}) {
      reader.feed_data(piece);
      co_await aio::sleep(0);
    }
    EXPECT_EQ(co_await found, "xENEND");
    EXPECT_EQ(co_await reader.read(1), "y");
  };
  aio::run(outer());
}

TEST_F(StreamReaderTest, LimitsTheSeparatorsDistance) {
  with("12345678\nrest", false, 4, [](StreamReader reader) -> Coroutine<void> {
    try {
      co_await reader.readuntil();
      ADD_FAILURE();
    } catch (const aio::LimitOverrunError &error) {
      EXPECT_STREQ(error.what(), "Separator is found, but chunk is longer than limit");
      EXPECT_EQ(error.consumed(), 8u);
    }
    EXPECT_EQ(co_await reader.read(9), "12345678\n") << "the data is still there";
    reader.feed_data("more");
    try {
      co_await reader.readuntil();
      ADD_FAILURE();
    } catch (const aio::LimitOverrunError &error) {
      EXPECT_STREQ(error.what(), "Separator is not found, and chunk exceed the limit");
      EXPECT_EQ(error.consumed(), 8u);
    }
  });
}

TEST_F(StreamReaderTest, LimitsLines) {
  with("12345678\nok\n", false, 4, [](StreamReader reader) -> Coroutine<void> {
    const auto too_long = [&]() -> Coroutine<std::string> {
      try {
        co_return co_await reader.readline();
      } catch (const aio::ValueError &error) {
        co_return error.what();
      }
    };
    EXPECT_EQ(co_await too_long(), "Separator is found, but chunk is longer than limit");
    EXPECT_EQ(co_await reader.readline(), "ok\n");
    reader.feed_data("123456");
    EXPECT_EQ(co_await too_long(), "Separator is not found, and chunk exceed the limit");
    reader.feed_data("la");
    reader.feed_eof();
    EXPECT_EQ(co_await reader.readline(), "la");
    EXPECT_EQ(co_await reader.readline(), "");
  });
}

TEST_F(StreamReaderTest, HasOneReaderAtATime) {
  const auto outer = []() -> Coroutine<void> {
    const StreamReader reader(limit);
    auto first = aio::create_task(reader.read(1));
    co_await aio::sleep(0);
    const auto refused = [](Coroutine<Bytes> read) -> Coroutine<std::string> {
      try {
        co_return co_await std::move(read);
      } catch (const aio::RuntimeError &error) {
        co_return error.what();
      }
    };
    const std::string rest =
        "() called while another coroutine is already waiting for incoming data";
    EXPECT_EQ(co_await refused(reader.read(1)), "read" + rest);
    EXPECT_EQ(co_await refused(reader.readline()), "readuntil" + rest);
    EXPECT_EQ(co_await refused(reader.readexactly(1)), "readexactly" + rest);
    reader.feed_data("a");
    EXPECT_EQ(co_await first, "a");
  };
  aio::run(outer());
}

TEST_F(StreamReaderTest, AReadThatIsCancelledTakesNothing) {
  const auto outer = []() -> Coroutine<void> {
    const StreamReader reader(limit);
    auto read = aio::create_task(reader.readexactly(4));
    reader.feed_data("ab");
    co_await aio::sleep(0);
    co_await aio::sleep(0);
    read.cancel();
    EXPECT_THROW(co_await read, aio::CancelledError);
    reader.feed_data("cd");
    EXPECT_EQ(co_await reader.readexactly(4), "abcd");
  };
  aio::run(outer());
}

TEST_F(StreamReaderTest, ThrowsWhatTheConnectionWasLostWith) {
  const auto outer = []() -> Coroutine<void> {
    const StreamReader reader(limit);
    auto waiting = aio::create_task(reader.read());
    reader.feed_data("unread");
    co_await aio::sleep(0);
    EXPECT_FALSE(reader.exception());
    reader.set_exception(aio::detail::make_os_error(ECONNRESET));
    EXPECT_TRUE(reader.exception());
    EXPECT_THROW(co_await waiting, aio::ConnectionResetError);
    EXPECT_THROW(co_await reader.read(1), aio::ConnectionResetError);
    EXPECT_THROW(co_await reader.readexactly(1), aio::ConnectionResetError);
    EXPECT_THROW(co_await reader.readuntil(), aio::ConnectionResetError);
  };
  aio::run(outer());
}

TEST_F(StreamReaderTest, RefusesWhatMakesNoSense) {
  const auto outer = []() -> Coroutine<void> {
    EXPECT_EQ(message_of<aio::ValueError>([] { StreamReader(0); }), "Limit cannot be <= 0");
    const StreamReader reader(limit);
    reader.feed_eof();
    EXPECT_EQ(message_of<aio::RuntimeError>([&] { reader.feed_data("x"); }),
              "feed_data after feed_eof");
    EXPECT_THROW(StreamReader().at_eof(), aio::InvalidStateError);
    co_return;
  };
  aio::run(outer());
  EXPECT_THROW(StreamReader(1), aio::RuntimeError) << "no running loop";
}

TEST_F(StreamReaderTest, DescribesItself) {
  with("abc", true, limit, [](StreamReader reader) -> Coroutine<void> {
    EXPECT_STREQ(reader.repr().c_str(), "<StreamReader 3 bytes eof>");
    EXPECT_STREQ(StreamReader(5).repr().c_str(), "<StreamReader limit=5>");
    co_return;
  });
}

TEST(OsErrorTest, IsOfPythonsClass) {
  const auto thrown = [](int code) { return [code] { aio::detail::throw_os_error(code, "x"); }; };
  EXPECT_EQ(message_of<aio::BrokenPipeError>(thrown(EPIPE)),
            "[Errno " + std::to_string(EPIPE) + "] x");
  EXPECT_THROW(thrown(ESHUTDOWN)(), aio::BrokenPipeError);
  EXPECT_THROW(thrown(ECONNABORTED)(), aio::ConnectionAbortedError);
  EXPECT_THROW(thrown(ECONNREFUSED)(), aio::ConnectionRefusedError);
  EXPECT_THROW(thrown(ECONNRESET)(), aio::ConnectionResetError);
  EXPECT_THROW(thrown(ECONNRESET)(), aio::ConnectionError);
  EXPECT_THROW(thrown(EEXIST)(), aio::FileExistsError);
  EXPECT_THROW(thrown(ENOENT)(), aio::FileNotFoundError);
  EXPECT_THROW(thrown(EISDIR)(), aio::IsADirectoryError);
  EXPECT_THROW(thrown(ENOTDIR)(), aio::NotADirectoryError);
  EXPECT_THROW(thrown(EACCES)(), aio::PermissionError);
  EXPECT_THROW(thrown(EPERM)(), aio::PermissionError);
  EXPECT_THROW(thrown(ESRCH)(), aio::ProcessLookupError);
  EXPECT_THROW(thrown(ETIMEDOUT)(), aio::TimeoutError);
  try {
    aio::detail::throw_os_error(ENOSPC);
  } catch (const aio::OSError &error) {
    EXPECT_EQ(error.code(), ENOSPC);
    EXPECT_STREQ(error.what(), "[Errno 28] No space left on device");
    EXPECT_EQ(typeid(error), typeid(aio::OSError));
  }
  EXPECT_EQ(aio::OSError("alone").code(), 0);
}

} // namespace
