// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Child processes: waited for, or ended.
#include <aio/net.h>
#include <aio/aio.h>

#include <exception>
#include <utility>
#include <vector>

void log(const char *text);
aio::Coroutine<void> step();

aio::Coroutine<void> overTime() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"}); // expect: async-unclosed-transport: 'child' is not closed when an exception leaves the function
                                                                            // note: if this throws
                                                                            // note: a child that nobody waits for
  co_await aio::wait_for(child.wait(), 1);
}

aio::Coroutine<void> overTimeHandled() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"}); // expect: async-unclosed-transport: 'child' is not closed on every way
  try {
    co_await aio::wait_for(child.communicate(), 1);
  } catch (const aio::TimeoutError &) {
    log("it takes too long");
  }
}

aio::Coroutine<void> earlyReturn(bool quick) {
  const auto child = co_await aio::create_subprocess_shell("sleep 60"); // expect: async-unclosed-transport: 'child' is not closed on every way
  if (quick)
    co_return;
  co_await child.wait();
}

aio::Coroutine<void> throwing() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"}); // expect: async-unclosed-transport: 'child' is not closed when an exception
  co_await step();
  co_await child.wait();
}

/// A cancellation is no TimeoutError.
aio::Coroutine<void> killedIfLate() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"}); // expect: async-unclosed-transport: 'child' is not closed when an exception
  try {
    co_await aio::wait_for(child.wait(), 1);
  } catch (const aio::TimeoutError &) {
    child.kill();
  }
}

// Silent.

aio::Coroutine<void> waited() {
  const auto child = co_await aio::create_subprocess_exec({"true"});
  co_await child.wait();
}

aio::Coroutine<void> killedInAnyCase() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"});
  std::exception_ptr error;
  try {
    co_await aio::wait_for(child.wait(), 1);
  } catch (...) {
    error = std::current_exception();
    child.kill();
  }
  if (error)
    std::rethrow_exception(error);
}

aio::Coroutine<void> enough() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"});
  auto ending = aio::wait_for(child.wait(), 1);
  co_await std::move(ending);
}

struct Ending {
  aio::Process child;
  ~Ending() { child.terminate(); }
};

aio::Coroutine<void> ended() {
  const Ending ending{co_await aio::create_subprocess_exec({"sleep", "60"})};
  co_await step();
}

aio::Coroutine<void> givenAway(std::vector<aio::Process> &children) {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "60"});
  children.push_back(child);
  co_await step();
}

/// A limit that only asks whether it is done.
aio::Coroutine<void> limitedClose(aio::EventLoop &loop) {
  aio::Server server = co_await aio::start_server(
      [](aio::StreamReader, aio::StreamWriter writer) { writer.close(); }, "127.0.0.1", 0);
  server.close();
  co_await aio::wait_for(server.wait_closed(), 1);
}
