// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Fetches a page over HTTP/1.0 with Boost.Asio: boost_http_client host port path

#include <utility> // Boost 1.74's asio uses std::exchange without it

#include <boost/asio.hpp>

#include <exception>
#include <iostream>
#include <istream>
#include <stdexcept>
#include <string>

namespace asio = boost::asio;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

struct Response {
  int status = 0;
  std::string headers;
  std::string body;
};

awaitable<tcp::socket> connect(std::string host, std::string port) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  const auto endpoints = co_await resolver.async_resolve(host, port, use_awaitable);
  tcp::socket socket(executor);
  co_await asio::async_connect(socket, endpoints, use_awaitable);
  co_return socket;
}

awaitable<Response> get(std::string host, std::string port, std::string path) {
  tcp::socket socket = co_await connect(host, port);
  const std::string request =
      "GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  co_await asio::async_write(socket, asio::buffer(request), use_awaitable);

  asio::streambuf input;
  co_await asio::async_read_until(socket, input, "\r\n\r\n", use_awaitable);
  Response response;
  std::istream stream(&input);
  std::string version;
  stream >> version >> response.status;
  if (!version.starts_with("HTTP/"))
    throw std::runtime_error("that was not HTTP");
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line) && line != "\r")
    response.headers += line + '\n';

  boost::system::error_code end;
  co_await asio::async_read(socket, input, asio::transfer_all(),
                            redirect_error(use_awaitable, end));
  if (end != asio::error::eof)
    throw boost::system::system_error(end);
  response.body.assign(asio::buffers_begin(input.data()), asio::buffers_end(input.data()));
  co_return response;
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 4) {
    std::cerr << "usage: boost_http_client host port path\n";
    return 2;
  }
  int status = 1;
  asio::io_context io;
  asio::co_spawn(io, get(argv[1], argv[2], argv[3]),
                 [&](std::exception_ptr error, Response response) {
                   try {
                     if (error)
                       std::rethrow_exception(error);
                     std::cout << response.body;
                     status = response.status == 200 ? 0 : 1;
                   } catch (const std::exception &reason) {
                     std::cerr << "boost_http_client: " << reason.what() << '\n';
                   }
                 });
  io.run();
  return status;
}
