// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Fetches the first line that a server sends, giving up after a while and trying again with a
// longer limit: timeout_client host port

#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>

#include <chrono>
#include <iostream>
#include <optional>
#include <string>
#include <variant>

using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

awaitable<void> sleep_for(std::chrono::steady_clock::duration duration) {
  asio::steady_timer timer(co_await asio::this_coro::executor, duration);
  co_await timer.async_wait(use_awaitable);
}

awaitable<std::string> first_line(std::string host, std::string port) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  tcp::socket socket(executor);
  co_await asio::async_connect(socket, co_await resolver.async_resolve(host, port, use_awaitable),
                               use_awaitable);
  std::string input;
  const auto length =
      co_await asio::async_read_until(socket, asio::dynamic_buffer(input), '\n', use_awaitable);
  co_return input.substr(0, length - 1);
}

/// The line, or nothing when `limit` passes first.
awaitable<std::optional<std::string>> first_line_within(std::string host, std::string port,
                                                        std::chrono::milliseconds limit) {
  auto outcome = co_await (first_line(std::move(host), std::move(port)) || sleep_for(limit));
  if (outcome.index() == 1)
    co_return std::nullopt;
  co_return std::get<0>(std::move(outcome));
}

awaitable<int> run(std::string host, std::string port) {
  for (const auto limit : {250ms, 500ms, 1000ms}) {
    const auto line = co_await first_line_within(host, port, limit);
    if (line) {
      std::cout << *line << '\n';
      co_return 0;
    }
    std::cerr << "nothing within " << limit.count() << " ms\n";
    co_await sleep_for(50ms);
  }
  co_return 1;
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 3) {
    std::cerr << "usage: timeout_client host port\n";
    return 2;
  }
  int status = 1;
  asio::io_context io;
  asio::co_spawn(io, run(argv[1], argv[2]), [&](std::exception_ptr error, int result) {
    if (error)
      std::cerr << "timeout_client: failed\n";
    else
      status = result;
  });
  io.run();
  return status;
}
