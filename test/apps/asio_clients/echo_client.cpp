// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sends lines to an echo server and checks that they come back: echo_client host port [line...]

#include <asio.hpp>

#include <iostream>
#include <string>
#include <vector>

using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

int exit_status = 1;

awaitable<asio::error_code> echo_one(tcp::socket &socket, std::string line) {
  asio::error_code error;
  line += '\n';
  co_await asio::async_write(socket, asio::buffer(line), redirect_error(use_awaitable, error));
  if (error)
    co_return error;

  std::string reply;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(reply), '\n',
                                  redirect_error(use_awaitable, error));
  if (!error && reply != line)
    error = asio::error::invalid_argument;
  co_return error;
}

awaitable<void> echo_all(std::string host, std::string port, std::vector<std::string> lines) {
  const auto executor = co_await asio::this_coro::executor;
  asio::error_code error;

  tcp::resolver resolver(executor);
  const auto endpoints =
      co_await resolver.async_resolve(host, port, redirect_error(use_awaitable, error));
  tcp::socket socket(executor);
  if (!error)
    co_await asio::async_connect(socket, endpoints, redirect_error(use_awaitable, error));
  for (const auto &line : lines) {
    if (error)
      break;
    error = co_await echo_one(socket, line);
  }

  if (error) {
    std::cerr << "echo_client: " << error.message() << '\n';
    co_return;
  }
  socket.shutdown(tcp::socket::shutdown_both, error);
  std::cout << lines.size() << " lines came back\n";
  exit_status = 0;
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 3) {
    std::cerr << "usage: echo_client host port [line...]\n";
    return 2;
  }
  std::vector<std::string> lines(argv + 3, argv + argc);
  if (lines.empty())
    lines = {"hello", "world"};

  asio::io_context io;
  asio::co_spawn(io, echo_all(argv[1], argv[2], std::move(lines)), asio::detached);
  io.run();
  return exit_status;
}
