// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "work.h"

#include <http.h>

class Server {
public:
  explicit Server(std::string journal) : journal_(std::move(journal)), commands_(4) {}
  /// Until SIGTERM or SIGINT, or stop().
  aio::Coroutine<void> run();
  void stop() { stopping_.set(); }
  aio::Coroutine<int> port();

private:
  void handle_signals();
  aio::Coroutine<void> drain();
  aio::Coroutine<void> connection(aio::StreamReader reader, aio::StreamWriter writer);
  aio::Coroutine<void> answer(http::Request request, aio::StreamWriter writer);
  aio::Coroutine<http::Response> respond(http::Request request);
  aio::Coroutine<http::Response> route(http::Request request);
  aio::Coroutine<void> audit(std::string path);
  aio::Coroutine<void> remember(std::string word);
  aio::Coroutine<std::string> first_tick(std::string word);
  std::string message_of_the_day() const;

  Journal journal_;
  Digests digests_;
  Commands commands_;
  aio::Event listening_;
  aio::Event stopping_;
  int port_ = 0;
  long open_ = 0;
  std::vector<aio::Task<void>> background_;
  std::map<std::string, long> counters_;
};
