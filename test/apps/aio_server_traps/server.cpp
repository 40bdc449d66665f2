// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "server.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <thread>
#include <utility>

namespace {

constexpr long most_connections = 8;

aio::AsyncGenerator<std::string> ticks(std::string word, int count) {
  for (int i = 0; i < count; ++i) {
    co_yield word + " " + std::to_string(i) + "\n";
    co_await aio::sleep(0.002);
  }
}

} // namespace

aio::Coroutine<void> Server::run() {
  auto &loop = aio::get_running_loop();
  // Trap: nobody waits for them or cancels them; they are pending when the loop is closed.
  background_.push_back(loop.create_task(digests_.work(), "worker"));
  background_.push_back(loop.create_task(journal_.flush_every(60), "journal"));
  handle_signals();
  const aio::Server server = co_await aio::start_server(
      [this](aio::StreamReader reader, aio::StreamWriter writer) {
        return connection(std::move(reader), std::move(writer));
      },
      "127.0.0.1", 0);
  port_ = server.port();
  listening_.set();
  co_await stopping_.wait();
  // Trap: the server is not closed.
}

aio::Coroutine<int> Server::port() {
  co_await listening_.wait();
  co_return port_;
}

void Server::handle_signals() {
  auto &loop = aio::get_running_loop();
  loop.add_signal_handler(SIGINT, [this] { stop(); });
  // Trap: the loop drops the coroutine that its callback returns.
  loop.add_signal_handler(SIGTERM, [this] { return drain(); });
}

aio::Coroutine<void> Server::drain() {
  while (open_ > 0)
    co_await aio::sleep(0.05);
  stop();
}

// One connection

aio::Coroutine<void> Server::connection(aio::StreamReader reader, aio::StreamWriter writer) {
  if (open_ >= most_connections) {
    co_await http::write(writer, {503, "too many connections"}, false);
    co_return; // Trap: the writer is not closed.
  }
  ++open_;
  try {
    while (std::optional<http::Request> request = co_await http::read_head(reader)) {
      const bool keep_alive = request->keep_alive();
      co_await answer(std::move(*request), writer);
      if (!keep_alive)
        break;
    }
  } catch (const std::exception &error) {
    journal_.add(error.what());
  }
  --open_;
  writer.close();
  writer.wait_closed(); // Trap: a coroutine that nobody awaits.
}

aio::Coroutine<void> Server::answer(http::Request request, aio::StreamWriter writer) {
  auto &loop = aio::get_running_loop();
  if (request.path == "/forget") {
    // Trap: the handle is dropped, and with it the error.
    loop.create_task(audit(request.path));
  }
  const bool keep_alive = request.keep_alive();
  const bool wanted = request.path == "/audit";
  const bool synchronous = request.query.contains("sync");
  http::Response response;
  // Trap: if what follows throws, nobody looks at how this ends.
  auto auditing = loop.create_task(audit(wanted ? request.path : ""));
  auto remembering = remember(request.path);
  try {
    response = co_await aio::wait_for(respond(std::move(request)), 0.6);
  } catch (const aio::TimeoutError &) {
    response = {504, "this takes too long"};
  } catch (const std::exception &error) {
    response = {500, error.what()};
  }
  // Trap: awaited on one way only.
  if (synchronous)
    co_await std::move(remembering);
  co_await http::write(writer, std::move(response), keep_alive);
}

aio::Coroutine<void> Server::audit(std::string path) {
  co_await aio::sleep(0);
  if (!path.empty())
    throw http::Error(500, "the auditor refuses");
}

aio::Coroutine<void> Server::remember(std::string word) {
  co_await aio::sleep(0);
  ++counters_[word];
}

aio::Coroutine<std::string> Server::first_tick(std::string word) {
  auto all = ticks(std::move(word), 3);
  const std::optional<std::string> first = co_await all.next();
  co_return *first; // Trap: the generator is neither finished nor closed.
}

std::string Server::message_of_the_day() const {
  std::ifstream file("/etc/motd");
  std::string line;
  std::getline(file, line);
  std::this_thread::sleep_for(std::chrono::milliseconds(150)); // As if the disk were slow.
  return line;
}

aio::Coroutine<http::Response> Server::respond(http::Request request) {
  journal_.add(request.path);
  co_return co_await route(std::move(request));
}

aio::Coroutine<http::Response> Server::route(http::Request request) {
  auto &loop = aio::get_running_loop();
  const std::string word = request.query["word"];
  if (request.path == "/echo")
    co_return http::Response{200, word};
  if (request.path == "/ticks")
    co_return http::Response{.chunks = ticks(word, 3)};
  if (request.path == "/first")
    co_return http::Response{200, co_await first_tick(word)};
  if (request.path == "/motd")
    co_return http::Response{200, message_of_the_day()}; // Trap: files and a sleep on the loop.
  if (request.path == "/digest")
    co_return http::Response{200, std::to_string(co_await digests_.digest(word))};
  if (request.path == "/warm") {
    co_await digests_.warm_up();
    co_return http::Response{200, "warm"};
  }
  if (request.path == "/nap")
    co_return http::Response{200, co_await commands_.run("sleep", "60")};
  if (request.path == "/date-later") {
    // Trap: the pool only creates the coroutine.
    co_await loop.run_in_executor([this] { return commands_.run("date", "+%s"); });
    co_return http::Response{200, "later"};
  }
  if (request.path == "/flush-later") {
    // Trap: the loop drops the coroutine that its callback returns.
    loop.call_later(0.01, [this] { return journal_.flush(); });
    co_return http::Response{200, "later"};
  }
  if (request.path == "/now") {
    // Trap: the loop that runs this cannot run that.
    co_return http::Response{200, std::to_string(loop.run_until_complete(digests_.digest(word)))};
  }
  if (request.path == "/result") {
    // Trap: no await, and there is no result yet.
    const auto task = loop.create_task(digests_.digest(word));
    co_return http::Response{200, std::to_string(task.result())};
  }
  if (request.path == "/threadsafe") {
    // Trap: waits on the loop's thread for the loop.
    auto digest = aio::run_coroutine_threadsafe(digests_.digest(word), loop);
    co_return http::Response{200, std::to_string(digest.result())};
  }
  if (request.path == "/async") {
    auto digest = std::async(std::launch::async, [word] {
      std::this_thread::sleep_for(std::chrono::milliseconds(150));
      return word.size();
    });
    co_return http::Response{200, std::to_string(digest.get())}; // Trap: blocks the loop.
  }
  if (request.path == "/two") {
    auto first = loop.create_task(audit("first"));
    auto second = loop.create_task(audit("second"));
    co_await first; // Trap: when this throws, nobody looks at the second.
    co_await second;
  }
  if (request.path == "/closure") {
    // Trap: the closure ends here, the coroutine goes on with its captures.
    const auto late = loop.create_task([this, word]() -> aio::Coroutine<void> {
      co_await aio::sleep(0.01);
      ++counters_[word];
    }());
    co_await late;
    co_return http::Response{200, "counted"};
  }
  throw http::Error(404, "there is nothing here");
}
