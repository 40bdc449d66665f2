// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// The same on Asio's awaitables, where Asio has something that does the same.
#include "harness.h"

#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/channel.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace {

using asio::awaitable;
using asio::use_awaitable;
using namespace asio::experimental::awaitable_operators;

constexpr long batch = 1000;

awaitable<void> nothing() { co_return; }

awaitable<void> turns(long count) {
  const auto executor = co_await asio::this_coro::executor;
  for (long i = 0; i < count; ++i)
    co_await asio::post(executor, use_awaitable);
}

awaitable<void> task_switch(long count) { co_await (turns(count / 2) && turns(count / 2)); }

awaitable<void> call(long count) {
  for (long i = 0; i < count; ++i)
    co_await nothing();
}

awaitable<void> task(long count) {
  const auto executor = co_await asio::this_coro::executor;
  for (long i = 0; i < count; ++i)
    co_await asio::co_spawn(executor, nothing(), use_awaitable);
}

awaitable<void> callback(long count) {
  const auto executor = co_await asio::this_coro::executor;
  long called = 0;
  while (called < count) {
    for (long i = 0; i < batch; ++i)
      asio::post(executor, [&called] { ++called; });
    co_await asio::post(executor, use_awaitable);
  }
}

awaitable<void> timer_cancel(long count) {
  const auto executor = co_await asio::this_coro::executor;
  for (long done = 0; done < count; done += batch) {
    for (long i = 0; i < batch; ++i) {
      asio::steady_timer timer(executor, std::chrono::hours(1));
      timer.async_wait([](asio::error_code) {});
      timer.cancel();
    }
    co_await asio::post(executor, use_awaitable);
  }
}

awaitable<void> timer_fire(long count) {
  const auto executor = co_await asio::this_coro::executor;
  long fired = 0;
  for (long asked = 0; fired < count;) {
    std::vector<asio::steady_timer> timers;
    timers.reserve(batch);
    for (long i = 0; i < batch; ++i, ++asked)
      timers.emplace_back(executor, std::chrono::seconds(0)).async_wait([&fired](asio::error_code) {
        ++fired;
      });
    while (fired < asked)
      co_await asio::post(executor, use_awaitable);
  }
}

using Channel = asio::experimental::channel<void(asio::error_code, long)>;

awaitable<void> puts(long count, Channel &channel) {
  for (long i = 0; i < count; ++i)
    co_await channel.async_send(asio::error_code(), i, use_awaitable);
}

awaitable<void> gets(long count, Channel &channel) {
  for (long i = 0; i < count; ++i)
    co_await channel.async_receive(use_awaitable);
}

awaitable<void> queue(long count) {
  Channel channel(co_await asio::this_coro::executor, 16);
  co_await (puts(count, channel) && gets(count, channel));
}

template <class Socket> awaitable<void> echo(Socket socket) {
  char data[4096];
  for (;;) {
    asio::error_code error;
    const std::size_t size = co_await socket.async_read_some(
        asio::buffer(data), asio::redirect_error(use_awaitable, error));
    if (error)
      co_return;
    co_await asio::async_write(socket, asio::buffer(data, size), use_awaitable);
  }
}

template <class Protocol>
awaitable<void> round_trips(long count, typename Protocol::endpoint endpoint) {
  const auto executor = co_await asio::this_coro::executor;
  typename Protocol::acceptor acceptor(executor, endpoint);
  typename Protocol::socket client(executor);
  co_await client.async_connect(acceptor.local_endpoint(), use_awaitable);
  asio::co_spawn(executor, echo(co_await acceptor.async_accept(use_awaitable)), asio::detached);
  char message[64] = {};
  for (long i = 0; i < count; ++i) {
    co_await asio::async_write(client, asio::buffer(message), use_awaitable);
    co_await asio::async_read(client, asio::buffer(message), use_awaitable);
  }
}

awaitable<void> tcp(long count) {
  co_await round_trips<asio::ip::tcp>(count, {asio::ip::address_v4::loopback(), 0});
}

awaitable<void> unix_socket(long count) {
  char folder[] = "/tmp/bench_asio.XXXXXX";
  const std::filesystem::path path = std::filesystem::path(mkdtemp(folder)) / "socket";
  co_await round_trips<asio::local::stream_protocol>(count, path.string());
  std::filesystem::remove_all(path.parent_path());
}

template <awaitable<void> (*benchmark)(long)> void on_a_loop(long count) {
  asio::io_context context(1);
  asio::co_spawn(context, benchmark(count), [](std::exception_ptr exception) {
    if (exception)
      std::rethrow_exception(exception);
  });
  context.run();
}

constexpr Benchmark benchmarks[] = {
    {"call", on_a_loop<call>},
    {"switch", on_a_loop<task_switch>},
    {"task", on_a_loop<task>},
    {"callback", on_a_loop<callback>},
    {"timer-cancel", on_a_loop<timer_cancel>},
    {"timer-fire", on_a_loop<timer_fire>},
    {"queue", on_a_loop<queue>},
    {"tcp", on_a_loop<tcp>},
    {"unix", on_a_loop<unix_socket>},
};

} // namespace

int main(int argc, char **argv) { return run_benchmark(benchmarks, argc, argv); }
