// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asks a line server several questions at once, over connections that a thread pool drives, and
// files the answers from a second pool that may block: pool_client host port directory question...

#include <asio.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

using Strand = asio::strand<asio::thread_pool::executor_type>;

/// What the connections share; touched on its strand only.
struct Totals {
  explicit Totals(asio::thread_pool &pool) : strand(asio::make_strand(pool)) {}
  Strand strand;
  std::size_t bytes = 0;
};

awaitable<std::string> ask(tcp::endpoint server, std::string question,
                           std::shared_ptr<Totals> totals) {
  tcp::socket socket(co_await asio::this_coro::executor);
  co_await socket.async_connect(server, use_awaitable);
  question += '\n';
  co_await asio::async_write(socket, asio::buffer(question), use_awaitable);
  std::string answer;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(answer), '\n', use_awaitable);
  asio::post(totals->strand, [totals, size = answer.size()] { totals->bytes += size; });
  co_return answer;
}

/// Blocks: for a thread that is allowed to.
void file_away(const std::filesystem::path &path, const std::string &text) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::ofstream out(path);
    if (out << text << std::flush)
      return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 5) {
    std::cerr << "usage: pool_client host port directory question...\n";
    return 2;
  }
  const std::filesystem::path directory = argv[3];
  int failures = 0;
  try {
    asio::thread_pool network(2);
    asio::thread_pool disk(1);
    const tcp::endpoint server = *tcp::resolver(network).resolve(argv[1], argv[2]);
    const auto totals = std::make_shared<Totals>(network);

    std::vector<std::future<std::string>> answers;
    for (int i = 4; i < argc; ++i)
      answers.push_back(asio::co_spawn(asio::make_strand(network), ask(server, argv[i], totals),
                                       asio::use_future));

    for (std::size_t i = 0; i < answers.size(); ++i) {
      try {
        asio::post(disk, [path = directory / std::to_string(i), text = answers[i].get()] {
          file_away(path, text);
        });
      } catch (const std::exception &error) {
        std::cerr << argv[4 + i] << ": " << error.what() << '\n';
        ++failures;
      }
    }
    network.join();
    disk.join();
    std::cout << totals->bytes << " bytes\n";
  } catch (const std::exception &error) {
    std::cerr << "pool_client: " << error.what() << '\n';
    return 1;
  }
  return failures ? 1 : 0;
}
