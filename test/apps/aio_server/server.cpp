// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "server.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <utility>

namespace {

/// The end of a connection that nobody has closed: what is not sent yet is of no use any more.
struct Abort {
  aio::StreamWriter writer;
  ~Abort() { writer.transport().abort(); }
};

aio::AsyncGenerator<std::string> ticks(std::string word, int count) {
  for (int i = 0; i < count; ++i) {
    co_yield word + " " + std::to_string(i) + "\n";
    co_await aio::sleep(0.002);
  }
}

} // namespace

Server::Server(Options options)
    : options_(std::move(options)), journal_(options_.journal), digests_(16, journal_),
      commands_(4, options_.command_timeout), slots_(options_.connections) {}

std::string Server::summary() const {
  return "connections=" + std::to_string(connections_) + " requests=" + std::to_string(requests_) +
         " replies=" + std::to_string(replies_) + " refused=" + std::to_string(refused_) +
         " rounds=" + std::to_string(digests_.rounds());
}

// The server as a whole

aio::Coroutine<void> Server::run() {
  co_await aio::with(aio::TaskGroup(), [this](aio::TaskGroup &group) -> aio::Coroutine<void> {
    const std::vector<aio::AnyTask> background = {
        group.create_task(digests_.work(), "worker 1"),
        group.create_task(digests_.work(), "worker 2"),
        group.create_task(journal_.flush_every(0.1), "journal")};
    co_await serve();
    for (const aio::AnyTask &task : background)
      task.cancel();
  });
  co_await journal_.flush();
}

aio::Coroutine<void> Server::serve() {
  auto &loop = aio::get_running_loop();
  const aio::Timeout deadline = aio::timeout();
  // Ends when the last connection has.
  const auto listen = [&](aio::TaskGroup &group) -> aio::Coroutine<void> {
    const auto on_connection = [this, group](aio::StreamReader reader, aio::StreamWriter writer) {
      if (stopping_.is_set())
        writer.close();
      else
        group.create_task(connection(std::move(reader), std::move(writer)));
    };
    const auto until_stopped = [&](aio::Server server) -> aio::Coroutine<void> {
      for (int signal : {SIGTERM, SIGINT})
        loop.add_signal_handler(signal, [this, deadline] { stop(deadline); });
      std::printf("listening on %d\n", server.port());
      std::fflush(stdout);
      co_await stopping_.wait();
    };
    co_await aio::with(
        co_await aio::start_server(on_connection, "127.0.0.1", options_.port, {}, 16 * 1024),
        until_stopped);
  };
  try {
    co_await aio::with(deadline, [&] { return aio::with(aio::TaskGroup(), listen); });
  } catch (const aio::TimeoutError &) {
    std::puts("some requests were not answered in time");
  }
  for (int signal : {SIGTERM, SIGINT})
    loop.remove_signal_handler(signal);
}

void Server::stop(const aio::Timeout &deadline) {
  if (deadline.expired())
    return;
  const double now = aio::get_running_loop().time();
  deadline.reschedule(stopping_.is_set() ? now : now + options_.grace);
  stopping_.set();
  for (const aio::Timeout &patience : idle_)
    if (!patience.expired())
      patience.reschedule(std::min(*patience.when(), now + options_.linger));
}

// One connection

aio::Coroutine<void> Server::connection(aio::StreamReader reader, aio::StreamWriter writer) {
  const Abort abort{writer};
  ++connections_;
  try {
    std::optional<aio::Guard> slot;
    try {
      slot = co_await aio::wait_for(slots_.scoped(), options_.request_timeout);
    } catch (const aio::TimeoutError &) {
      ++refused_;
    }
    if (slot)
      co_await converse(reader, writer);
    else
      co_await http::write(writer, {503, "too many connections\n"}, false);
    writer.close();
    co_await aio::wait_for(writer.wait_closed(), options_.request_timeout);
  } catch (const aio::OSError &) {
    // The client has gone, or does not read what it is sent.
  } catch (const aio::EOFError &) {
    // The client has gone in the middle of a request.
  }
}

aio::Coroutine<void> Server::converse(aio::StreamReader reader, aio::StreamWriter writer) {
  for (bool keep_alive = true; keep_alive;) {
    std::optional<http::Request> request;
    std::optional<http::Response> refusal;
    try {
      request = co_await next_request(reader);
    } catch (const http::Error &error) {
      refusal = {error.status, error.what()};
    }
    if (refusal)
      co_return co_await http::write(writer, std::move(*refusal), false);
    if (!request)
      co_return;
    ++requests_;
    keep_alive = co_await answer(std::move(*request), reader, writer);
    ++replies_;
  }
}

/// None if the client has no more, or does not send one in time.
aio::Coroutine<std::optional<http::Request>> Server::next_request(aio::StreamReader reader) {
  const auto patience = aio::timeout(stopping_.is_set() ? options_.linger : options_.idle_timeout);
  struct Idle {
    std::list<aio::Timeout> &list;
    std::list<aio::Timeout>::iterator place;
    ~Idle() { list.erase(place); }
  } const idle{idle_, idle_.insert(idle_.end(), patience)};
  try {
    co_return co_await aio::with(patience, [&] { return http::read_head(reader); });
  } catch (const aio::TimeoutError &) {
    co_return std::nullopt;
  }
}

/// Whether another request may follow.
aio::Coroutine<bool> Server::answer(http::Request request, aio::StreamReader reader,
                                    aio::StreamWriter writer) {
  bool keep_alive = request.keep_alive();
  const std::string id = request.headers["x-request-id"];
  journal_.add(request.method + " " + request.path + " " + id);
  http::Response response;
  try {
    response = co_await respond(std::move(request), reader);
  } catch (const http::Error &error) {
    response = {error.status, error.what()};
    // Otherwise its body may still be there.
    keep_alive = keep_alive && error.status == 404;
  } catch (const Busy &error) {
    response = {503, error.what()};
  } catch (const aio::TimeoutError &) {
    response = {504, "this takes too long"};
  } catch (const aio::EOFError &) {
    throw;
  } catch (const std::exception &error) {
    response = {500, error.what()};
  }
  response.id = id;
  keep_alive = keep_alive && !stopping_.is_set();
  co_await aio::with(aio::timeout(options_.request_timeout),
                     [&] { return http::write(writer, std::move(response), keep_alive); });
  co_return keep_alive;
}

aio::Coroutine<http::Response> Server::respond(http::Request request, aio::StreamReader reader) {
  if (const std::size_t length = request.content_length()) {
    try {
      request.body = co_await aio::wait_for(reader.readexactly(static_cast<long>(length)),
                                            options_.request_timeout);
    } catch (const aio::TimeoutError &) {
      throw http::Error(408, "where is the body?");
    }
  }
  co_return co_await aio::wait_for(route(std::move(request)), options_.request_timeout);
}

aio::Coroutine<http::Response> Server::route(http::Request request) {
  const std::string call = request.method + " " + request.path;
  if (call == "GET /echo")
    co_return http::Response{200, request.query["word"]};
  if (call == "POST /echo")
    co_return http::Response{200, std::move(request.body)};
  if (call == "POST /count")
    co_return http::Response{200, std::to_string(++counters_[request.query["name"]])};
  if (call == "POST /digest")
    co_return http::Response{200, std::to_string(co_await digests_.digest(request.body))};
  if (call == "GET /ticks")
    co_return http::Response{.chunks = ticks(request.query["word"], request.number("count", 3))};
  if (call == "GET /date")
    co_return http::Response{200, co_await commands_.run("date", "+%s", "")};
  if (call == "POST /wc")
    co_return http::Response{200, co_await commands_.run("wc", "-c", request.body)};
  if (call == "GET /nap")
    co_return http::Response{200, co_await commands_.run("sleep", "60", "")};
  if (call == "GET /sleep") {
    co_await aio::sleep(request.number("ms", 100) / 1000.0);
    co_return http::Response{200, "awake"};
  }
  if (call == "POST /flush") {
    co_await journal_.flush();
    co_return http::Response{200, "flushed"};
  }
  if (call == "GET /stats")
    co_return http::Response{200, summary()};
  throw http::Error(404, "there is nothing here");
}
