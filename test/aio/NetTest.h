// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "AioTest.h"

#include <aio/net.h>

#include <dirent.h>
#include <functional>
#include <memory>

/// Also fails for a file descriptor that stays open.
class NetTest : public AioTest {
protected:
  void SetUp() override {
    // What libuv opens once per process.
    aio::EventLoop().close();
    descriptors_ = open_descriptors();
    AioTest::SetUp();
  }
  void TearDown() override {
    AioTest::TearDown();
    EXPECT_EQ(open_descriptors(), descriptors_) << "a file descriptor leaks";
  }

  static long open_descriptors() {
    long count = 0;
    DIR *directory = opendir("/proc/self/fd");
    while (readdir(directory))
      ++count;
    closedir(directory);
    return count;
  }

  /// Lets the loop run until it is so.
  static aio::Coroutine<void> until(std::function<bool()> condition) {
    while (!condition())
      co_await aio::sleep(0.0005);
  }

  /// The message of the exception of that type that the coroutine throws.
  template <class E, class T> static aio::Coroutine<std::string> failure(aio::Coroutine<T> call) {
    try {
      co_await std::move(call);
    } catch (const E &error) {
      co_return error.what();
    }
    co_return "no exception";
  }

private:
  long descriptors_ = 0;
};

/// Writes down what it is told.
class Recorder : public aio::Protocol {
public:
  void connection_made(aio::Transport made) override {
    transport = made;
    note("made");
  }
  void connection_lost(std::exception_ptr exception) override {
    std::string what = "None";
    try {
      if (exception)
        std::rethrow_exception(exception);
    } catch (const std::exception &error) {
      what = error.what();
    }
    note("lost " + what);
    lost = true;
    transport = {};
  }
  void data_received(aio::BytesView data) override {
    received += std::string(data);
    note("data " + std::string(data));
    if (on_data)
      on_data(*this);
  }
  bool eof_received() override {
    note("eof");
    eof = true;
    return keep_open;
  }
  void pause_writing() override { note("pause"); }
  void resume_writing() override { note("resume"); }

  void note(const std::string &event) {
    if (!quiet)
      events += (events.empty() ? "" : ", ") + event;
  }

  std::string events;
  std::string received;
  aio::Transport transport;
  std::function<void(Recorder &)> on_data;
  bool lost = false;
  bool eof = false;
  bool keep_open = false;
  bool quiet = false;
};

/// A server whose protocols are recorders, with a client of it.
struct Pair {
  aio::Server server;
  std::shared_ptr<Recorder> accepted = std::make_shared<Recorder>();
  aio::Transport transport;
  std::shared_ptr<Recorder> client;

  static aio::Coroutine<Pair> make() {
    Pair pair;
    pair.server = co_await aio::create_server([recorder = pair.accepted] { return recorder; },
                                              "127.0.0.1", 0);
    auto [transport, client] = co_await aio::create_connection(
        [] { return std::make_shared<Recorder>(); }, "127.0.0.1", pair.server.port());
    pair.transport = transport;
    pair.client = client;
    while (!pair.accepted->transport)
      co_await aio::sleep(0);
    co_return pair;
  }
  /// Ends both sides, from the client's.
  aio::Coroutine<void> end() {
    transport.close();
    while (!client->lost || !accepted->lost)
      co_await aio::sleep(0.0005);
    server.close();
  }
};
