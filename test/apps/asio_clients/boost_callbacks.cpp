// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Asio without coroutines: a composed operation and a client made of callbacks, with a
// deadline: boost_callbacks host port word...

#include <utility> // Boost 1.74's asio uses std::exchange without it

#include <boost/asio.hpp>

#include <chrono>
#include <deque>
#include <iostream>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

int exit_status = 0;

/// Writes `request`, then reads one line into `*reply`; both must outlive the operation.
template <typename Token>
auto async_ask(tcp::socket &socket, const std::string &request, std::string *reply, Token &&token) {
  enum { starting, writing, reading } state = starting;
  return asio::async_compose<Token, void(error_code, std::size_t)>(
      [&socket, &request, reply, state](auto &self, error_code error = {},
                                        std::size_t length = 0) mutable {
        if (error || state == reading)
          return self.complete(error, length);
        if (state == starting) {
          state = writing;
          asio::async_write(socket, asio::buffer(request), std::move(self));
        } else {
          state = reading;
          asio::async_read_until(socket, asio::dynamic_buffer(*reply), '\n', std::move(self));
        }
      },
      token, socket);
}

class Client : public std::enable_shared_from_this<Client> {
public:
  Client(asio::io_context &io, std::deque<std::string> words)
      : resolver_(io), socket_(io), deadline_(io), words_(std::move(words)) {}

  void start(const std::string &host, const std::string &port) {
    deadline_.expires_after(std::chrono::seconds(5));
    deadline_.async_wait([weak = weak_from_this()](error_code cancelled) {
      if (const auto self = weak.lock(); self && !cancelled)
        self->finish(asio::error::timed_out);
    });
    resolver_.async_resolve(host, port, [self = shared_from_this()](error_code error, auto found) {
      if (error)
        return self->finish(error);
      asio::async_connect(self->socket_, found, [self](error_code error, const tcp::endpoint &) {
        error ? self->finish(error) : self->ask_next();
      });
    });
  }

private:
  void ask_next() {
    if (words_.empty())
      return finish({});
    request_ = words_.front() + '\n';
    words_.pop_front();
    async_ask(socket_, request_, &reply_,
              [self = shared_from_this()](error_code error, std::size_t length) {
                if (error)
                  return self->finish(error);
                std::cout << self->reply_.substr(0, length);
                self->reply_.erase(0, length);
                self->ask_next();
              });
  }

  void finish(error_code error) {
    if (error && error != asio::error::operation_aborted) {
      std::cerr << "boost_callbacks: " << error.message() << '\n';
      exit_status = 1;
    }
    error_code ignored;
    deadline_.cancel();
    resolver_.cancel();
    socket_.close(ignored);
  }

  tcp::resolver resolver_;
  tcp::socket socket_;
  asio::steady_timer deadline_;
  std::deque<std::string> words_;
  std::string request_;
  std::string reply_;
};

} // namespace

int main(int argc, char **argv) {
  if (argc < 4) {
    std::cerr << "usage: boost_callbacks host port word...\n";
    return 2;
  }
  asio::io_context io;
  std::make_shared<Client>(io, std::deque<std::string>(argv + 3, argv + argc))
      ->start(argv[1], argv[2]);
  io.run();
  return exit_status;
}
