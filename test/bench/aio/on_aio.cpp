// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness.h"

#include <aio/aio.h>
#include <aio/net.h>

#include <cstdlib>
#include <filesystem>

namespace {

using aio::Coroutine;

/// Timers and callbacks that are pending at a time.
constexpr long batch = 1000;

Coroutine<void> nothing() { co_return; }

Coroutine<void> turns(long count) {
  for (long i = 0; i < count; ++i)
    co_await aio::sleep(0);
}

Coroutine<void> task_switch(long count) {
  co_await aio::gather(turns(count / 2), turns(count / 2));
}

Coroutine<void> call(long count) {
  for (long i = 0; i < count; ++i)
    co_await nothing();
}

Coroutine<void> task(long count) {
  for (long i = 0; i < count; ++i)
    co_await aio::create_task(nothing());
}

Coroutine<void> callback(long count) {
  aio::EventLoop &loop = aio::get_running_loop();
  long called = 0;
  while (called < count) {
    for (long i = 0; i < batch; ++i)
      loop.call_soon([&called] { ++called; });
    co_await aio::sleep(0);
  }
}

Coroutine<void> timer_cancel(long count) {
  aio::EventLoop &loop = aio::get_running_loop();
  for (long done = 0; done < count; done += batch) {
    for (long i = 0; i < batch; ++i)
      loop.call_later(3600, [] {}).cancel();
    co_await aio::sleep(0);
  }
}

Coroutine<void> timer_fire(long count) {
  aio::EventLoop &loop = aio::get_running_loop();
  long fired = 0;
  for (long asked = 0; fired < count;) {
    for (long i = 0; i < batch; ++i, ++asked)
      loop.call_later(0, [&fired] { ++fired; });
    while (fired < asked)
      co_await aio::sleep(0);
  }
}

Coroutine<void> waits(long count, aio::Future<> &slot) {
  for (long i = 0; i < count; ++i) {
    slot = aio::get_running_loop().create_future<void>();
    co_await slot;
  }
}

Coroutine<void> future(long count) {
  aio::Future<> slot;
  const auto waiter = aio::create_task(waits(count, slot));
  while (!waiter.done()) {
    if (slot && !slot.done())
      slot.set_result();
    co_await aio::sleep(0);
  }
}

Coroutine<void> puts(long count, aio::Queue<long> queue) {
  for (long i = 0; i < count; ++i)
    co_await queue.put(i);
}

Coroutine<void> gets(long count, aio::Queue<long> queue) {
  for (long i = 0; i < count; ++i)
    co_await queue.get();
}

Coroutine<void> queue(long count) {
  const aio::Queue<long> queue(16);
  co_await aio::gather(puts(count, queue), gets(count, queue));
}

aio::AsyncGenerator<long> numbers(long count) {
  for (long i = 0; i < count; ++i)
    co_yield i;
}

Coroutine<void> generator(long count) {
  const auto items = numbers(count);
  while (co_await items.next()) {
  }
}

Coroutine<void> echo(aio::StreamReader reader, aio::StreamWriter writer) {
  for (;;) {
    const aio::Bytes data = co_await reader.read(4096);
    if (data.empty())
      break;
    writer.write(data);
    co_await writer.drain();
  }
  writer.close();
}

Coroutine<void> round_trips(long count, aio::Server server, aio::Streams streams) {
  const auto [reader, writer] = streams;
  const char message[64] = {};
  for (long i = 0; i < count; ++i) {
    writer.write(aio::BytesView(message, sizeof message));
    co_await writer.drain();
    co_await reader.readexactly(sizeof message);
  }
  writer.close();
  co_await writer.wait_closed();
  server.close();
  co_await server.wait_closed();
}

Coroutine<void> tcp(long count) {
  const aio::Server server = co_await aio::start_server(echo, "127.0.0.1", 0);
  co_await round_trips(count, server, co_await aio::open_connection("127.0.0.1", server.port()));
}

Coroutine<void> unix_socket(long count) {
  char folder[] = "/tmp/bench_aio.XXXXXX";
  const std::filesystem::path path = std::filesystem::path(mkdtemp(folder)) / "socket";
  const aio::Server server = co_await aio::start_unix_server(echo, path.c_str());
  co_await round_trips(count, server, co_await aio::open_unix_connection(path.c_str()));
  std::filesystem::remove_all(path.parent_path());
}

template <Coroutine<void> (*benchmark)(long)> void on_a_loop(long count) {
  aio::run(benchmark(count), {.debug = false});
}

constexpr Benchmark benchmarks[] = {
    {"call", on_a_loop<call>},
    {"switch", on_a_loop<task_switch>},
    {"task", on_a_loop<task>},
    {"callback", on_a_loop<callback>},
    {"timer-cancel", on_a_loop<timer_cancel>},
    {"timer-fire", on_a_loop<timer_fire>},
    {"future", on_a_loop<future>},
    {"queue", on_a_loop<queue>},
    {"generator", on_a_loop<generator>},
    {"tcp", on_a_loop<tcp>},
    {"unix", on_a_loop<unix_socket>},
};

} // namespace

int main(int argc, char **argv) { return run_benchmark(benchmarks, argc, argv); }
