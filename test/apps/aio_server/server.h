// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "http.h"
#include "work.h"

#include <list>

struct Options {
  int port = 0;
  int connections = 64;
  double idle_timeout = 5;
  double request_timeout = 5;
  double command_timeout = 2;
  /// After a signal: how long requests in flight may take, and how long an idle connection may
  /// bring one that is already on its way.
  double grace = 5;
  double linger = 0.2;
  std::string journal;
};

/// Serves until SIGTERM or SIGINT; a second one ends it at once.
class Server {
public:
  explicit Server(Options options);
  aio::Coroutine<void> run();
  /// Counts, as one line.
  std::string summary() const;

private:
  aio::Coroutine<void> serve();
  void stop(const aio::Timeout &deadline);
  aio::Coroutine<void> connection(aio::StreamReader reader, aio::StreamWriter writer);
  aio::Coroutine<void> converse(aio::StreamReader reader, aio::StreamWriter writer);
  aio::Coroutine<std::optional<http::Request>> next_request(aio::StreamReader reader);
  aio::Coroutine<bool> answer(http::Request request, aio::StreamReader reader,
                              aio::StreamWriter writer);
  aio::Coroutine<http::Response> respond(http::Request request, aio::StreamReader reader);
  aio::Coroutine<http::Response> route(http::Request request);

  Options options_;
  Journal journal_;
  Digests digests_;
  Commands commands_;
  aio::Semaphore slots_;
  aio::Event stopping_;
  /// The deadlines of the connections that wait for a request.
  std::list<aio::Timeout> idle_;
  std::map<std::string, long> counters_;
  long connections_ = 0;
  long requests_ = 0;
  long replies_ = 0;
  long refused_ = 0;
};
