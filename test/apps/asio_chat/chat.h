// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rooms, the sessions in them, and the server that accepts them. All of it belongs to one thread.
#pragma once

#include "async.h"
#include "history.h"

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/signal_set.hpp>
#include <asio/steady_timer.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace chat {

using asio::ip::tcp;

class Server;
class Session;

class Room {
public:
  Room(const asio::any_io_executor &executor, std::string name)
      : name_(std::move(name)), topic_lock_(executor) {}

  const std::string &name() const { return name_; }
  const std::string &topic() const { return topic_; }
  void enter(std::shared_ptr<Session> session) { members_.insert(std::move(session)); }
  void leave(const std::shared_ptr<Session> &session) { members_.erase(session); }

  awaitable<void> broadcast(std::string line);
  awaitable<void> set_topic(History &history, std::string nick, std::string topic);
  awaitable<void> clear_topic(History &history, std::string nick);

private:
  std::string name_;
  std::string topic_;
  AsyncMutex topic_lock_;
  std::set<std::shared_ptr<Session>> members_;
};

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket socket, Server &server, std::shared_ptr<Room> lobby, std::string nick);

  void start();
  void hang_up();
  void drop();
  awaitable<void> say(std::string line);
  const std::string &nick() const { return nick_; }

private:
  awaitable<void> read_lines();
  awaitable<void> write_lines();
  awaitable<void> handle(std::string line);

  awaitable<void> rename(std::string name);
  awaitable<void> join(std::string room);
  awaitable<void> leave_word(std::string text);
  awaitable<void> message(std::string argument);
  awaitable<void> poke(std::string name);
  awaitable<void> set_topic(std::string topic);
  awaitable<void> whois(std::string host);
  awaitable<void> count(std::string argument);
  awaitable<void> note(std::string text);
  awaitable<void> ban(std::string host);
  awaitable<void> kick(std::string argument);
  awaitable<void> export_log(std::string name);
  awaitable<void> rotate(std::string argument);
  awaitable<void> administer(std::string name);

  tcp::socket socket_;
  Server &server_;
  std::shared_ptr<Room> room_;
  std::string nick_;
  std::string away_;
  asio::experimental::channel<void(asio::error_code, std::string)> outbox_;
};

class Server {
public:
  Server(asio::io_context &io, asio::thread_pool &pool, History &history,
         const tcp::endpoint &endpoint, std::deque<std::string> greeting);

  awaitable<void> serve();

  asio::any_io_executor executor() { return acceptor_.get_executor(); }
  asio::thread_pool::executor_type pool() { return pool_.get_executor(); }
  History &history() { return history_; }
  std::shared_ptr<Session> find(const std::string &nick) const;
  std::shared_ptr<Room> room(const std::string &name);
  void ban(std::set<std::string> addresses) { banned_.merge(addresses); }
  bool run_admin(const std::string &name);
  void forget(const std::shared_ptr<Session> &session);

private:
  awaitable<void> accept_clients();
  awaitable<void> report_stats();
  awaitable<void> wait_for_signal();
  awaitable<void> greet(std::shared_ptr<Session> session, tcp::endpoint peer);
  void print_stats() const;

  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer drained_;
  asio::thread_pool &pool_;
  History &history_;
  std::deque<std::string> greeting_;
  std::map<std::string, std::shared_ptr<Room>> rooms_;
  std::set<std::shared_ptr<Session>> sessions_;
  std::set<std::string> banned_;
  std::map<std::string, std::function<void()>> admin_;
  std::vector<std::future<awaitable<void>>> archives_;
  std::uint64_t accepted_ = 0;
};

} // namespace chat
