// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A line-based chat server: asio_chat [port [log-file]], then connect with nc.
//
// One thread runs the sessions; a pool of two does what would block it. A client sends either a
// line for its room or a /command; those in `restricted` work from the same host only.

#include "chat.h"

#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>

#include <netdb.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <iostream>

namespace chat {

using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;
using asio::ip::tcp;

constexpr auto idle_limit = 10min;
constexpr auto patience_with_slow_readers = 5s;
constexpr auto stats_interval = 30s;
constexpr std::size_t outbox_size = 64;
constexpr std::size_t longest_line = 4096;

/// A completion handler that logs how a coroutine failed.
auto log_failure(std::string what) {
  return [what = std::move(what)](std::exception_ptr error) {
    try {
      if (error)
        std::rethrow_exception(error);
    } catch (const std::exception &reason) {
      std::clog << what << ": " << reason.what() << '\n';
    }
  };
}

/// Every address of `host`, as text.
std::set<std::string> addresses_of(const std::string &host) {
  std::set<std::string> addresses;
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0)
    return addresses;
  for (const addrinfo *entry = found; entry; entry = entry->ai_next) {
    char text[NI_MAXHOST];
    if (getnameinfo(entry->ai_addr, entry->ai_addrlen, text, sizeof text, nullptr, 0,
                    NI_NUMERICHOST) == 0)
      addresses.insert(text);
  }
  freeaddrinfo(found);
  return addresses;
}

std::size_t count_lines(const std::filesystem::path &path) {
  std::ifstream in(path);
  return static_cast<std::size_t>(
      std::count(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(), '\n'));
}

std::pair<std::string, std::string> split(const std::string &text) {
  const auto space = text.find(' ');
  if (space == std::string::npos)
    return {text, ""};
  return {text.substr(0, space), text.substr(space + 1)};
}

awaitable<void> archive(asio::thread_pool::executor_type pool, std::filesystem::path log) {
  const auto copied = co_await offload(pool, [log] {
    std::error_code failed;
    std::filesystem::copy_file(log, log.string() + ".archive",
                               std::filesystem::copy_options::overwrite_existing, failed);
    return !failed;
  });
  std::clog << (copied ? "archived " : "could not archive ") << log << '\n';
}

// Rooms

awaitable<void> Room::broadcast(std::string line) {
  const auto members = members_;
  std::vector<awaitable<void>> deliveries;
  deliveries.reserve(members.size());
  for (const auto &member : members)
    deliveries.push_back(member->say(line));
  for (auto &delivery : deliveries)
    co_await std::move(delivery);
}

awaitable<void> Room::set_topic(History &history, std::string nick, std::string topic) {
  auto guard = co_await topic_lock_.lock();
  topic_ = topic;
  co_await history.append(name_ + ": topic is " + topic);
  co_await broadcast("* " + nick + " set the topic: " + topic);
}

awaitable<void> Room::clear_topic(History &history, std::string nick) {
  auto guard = topic_lock_.lock();
  topic_.clear();
  co_await history.append(name_ + ": no topic");
  co_await broadcast("* " + nick + " cleared the topic");
}

// Sessions

Session::Session(tcp::socket socket, Server &server, std::shared_ptr<Room> lobby, std::string nick)
    : socket_(std::move(socket)), server_(server), room_(std::move(lobby)), nick_(std::move(nick)),
      outbox_(socket_.get_executor(), outbox_size) {}

void Session::start() {
  room_->enter(shared_from_this());
  asio::co_spawn(
      socket_.get_executor(), [self = shared_from_this()] { return self->read_lines(); },
      log_failure("reader of " + nick_));
  asio::co_spawn(
      socket_.get_executor(), [self = shared_from_this()] { return self->write_lines(); },
      asio::detached);
}

/// Ends the session once everything said so far has been sent.
void Session::hang_up() {
  if (!outbox_.try_send(asio::error_code{}, std::string{}))
    drop();
}

void Session::drop() {
  outbox_.cancel();
  outbox_.close();
  asio::error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_both, ignored);
}

awaitable<void> Session::say(std::string line) {
  line += '\n';
  if (outbox_.try_send(asio::error_code{}, line))
    co_return;
  asio::steady_timer patience(socket_.get_executor(), patience_with_slow_readers);
  const auto outcome =
      co_await (outbox_.async_send(asio::error_code{}, std::move(line), as_result) ||
                patience.async_wait(as_result));
  if (outcome.index() == 1)
    drop();
}

awaitable<void> Session::write_lines() {
  for (;;) {
    const auto [closed, line] = co_await outbox_.async_receive(as_result);
    if (closed || line.empty())
      break;
    const auto [failed, sent] = co_await asio::async_write(socket_, asio::buffer(line), as_result);
    if (failed)
      break;
  }
  drop();
}

awaitable<void> Session::read_lines() {
  const auto self = shared_from_this();
  asio::steady_timer idle(socket_.get_executor());
  std::string input;
  for (;;) {
    idle.expires_after(idle_limit);
    const auto event =
        co_await (asio::async_read_until(socket_, asio::dynamic_buffer(input, longest_line), '\n',
                                         as_result) ||
                  idle.async_wait(as_result));
    if (event.index() == 1) {
      co_await say("* you have been idle for too long");
      break;
    }
    const auto [failed, length] = std::get<0>(event);
    if (failed)
      break;
    std::string line = input.substr(0, length - 1);
    input.erase(0, length);
    if (line.ends_with('\r'))
      line.pop_back();
    if (line == "/quit")
      break;
    if (!line.empty())
      co_await handle(std::move(line));
  }
  hang_up();
  const auto room = room_;
  room->leave(self);
  server_.forget(self);
  co_await room->broadcast("* " + nick_ + " left");
}

awaitable<void> Session::handle(std::string line) {
  using Command = std::function<awaitable<void>(Session &, std::string)>;
  static const std::map<std::string, Command> commands = {
      {"nick", &Session::rename},     {"join", &Session::join},
      {"away", &Session::leave_word}, {"msg", &Session::message},
      {"poke", &Session::poke},       {"topic", &Session::set_topic},
      {"whois", &Session::whois},     {"count", &Session::count},
      {"note", &Session::note},       {"ban", &Session::ban},
      {"kick", &Session::kick},       {"export", &Session::export_log},
      {"rotate", &Session::rotate},   {"admin", &Session::administer},
  };
  static const std::set<std::string> restricted = {"ban", "kick", "export", "rotate", "admin"};

  if (line.front() != '/') {
    const auto room = room_;
    co_await (server_.history().append(room->name() + ": " + nick_ + ": " + line) &&
              room->broadcast(nick_ + ": " + line));
    co_return;
  }
  const auto [name, argument] = split(line.substr(1));
  const auto found = commands.find(name);
  if (found == commands.end())
    co_return co_await say("* no such command: " + name);
  asio::error_code unknown;
  if (restricted.contains(name) && !socket_.remote_endpoint(unknown).address().is_loopback())
    co_return co_await say("* not for you: " + name);
  co_await found->second(*this, argument);
}

awaitable<void> Session::rename(std::string name) {
  if (name.empty() || server_.find(name))
    co_return co_await say("* that name is taken");
  const auto room = room_;
  const auto before = std::exchange(nick_, name);
  co_await room->broadcast("* " + before + " is now called " + name);
}

awaitable<void> Session::join(std::string name) {
  const auto old_room = room_;
  const auto new_room = server_.room(name);
  old_room->leave(shared_from_this());
  room_ = new_room;
  new_room->enter(shared_from_this());
  co_await (old_room->broadcast("* " + nick_ + " went to " + name) &&
            new_room->broadcast("* " + nick_ + " came in"));
  if (!new_room->topic().empty())
    co_await say("* the topic is: " + new_room->topic());
}

awaitable<void> Session::leave_word(std::string text) {
  away_ = text;
  return say(text.empty() ? "* welcome back" : "* see you later");
}

awaitable<void> Session::message(std::string argument) {
  const auto [name, text] = split(argument);
  const auto other = server_.find(name);
  if (!other)
    co_return co_await say("* nobody is called " + name);
  if (!other->away_.empty())
    (void)say("* " + name + " is away: " + other->away_);
  co_await other->say("[" + nick_ + "] " + text);
}

awaitable<void> Session::poke(std::string name) {
  const auto other = server_.find(name);
  other ? other->say("* " + nick_ + " pokes you") : say("* nobody is called " + name);
  co_await server_.history().append(nick_ + " poked " + name);
}

awaitable<void> Session::set_topic(std::string topic) {
  const auto room = room_;
  if (topic.empty())
    co_await room->clear_topic(server_.history(), nick_);
  else
    co_await room->set_topic(server_.history(), nick_, topic);
}

awaitable<void> Session::whois(std::string host) {
  const auto addresses = co_await offload(server_.pool(), [host] { return addresses_of(host); });
  for (const auto &address : addresses)
    co_await say("* " + host + " has address " + address);
}

awaitable<void> Session::count(std::string) {
  co_await server_.history().flush();
  auto lines =
      asio::post(server_.pool(),
                 asio::use_future([path = server_.history().path()] { return count_lines(path); }));
  co_await say("* " + std::to_string(lines.get()) + " lines so far");
}

awaitable<void> Session::note(std::string text) {
  asio::co_spawn(server_.executor(), server_.history().append("note of " + nick_ + ": " + text),
                 asio::use_future);
  co_await say("* noted");
}

awaitable<void> Session::ban(std::string host) {
  const auto addresses = addresses_of(host);
  server_.ban(addresses);
  co_await say("* banned " + std::to_string(addresses.size()) + " addresses");
}

awaitable<void> Session::kick(std::string argument) {
  const auto [name, reason] = split(argument);
  const auto victim = server_.find(name);
  if (!victim)
    co_return co_await say("* nobody is called " + name);
  asio::post(socket_.get_executor(), [victim, reason]() -> awaitable<void> {
    co_await victim->say("* you have been kicked out: " + reason);
    victim->hang_up();
  });
  co_await server_.history().append(nick_ + " kicked " + name + ": " + reason);
}

awaitable<void> Session::export_log(std::string name) {
  co_await server_.history().flush();
  const auto from = server_.history().path();
  const auto to = from.parent_path() / (name + ".export");
  std::error_code failed;
  std::thread copier([&] {
    for (int attempt = 0; attempt < 3; ++attempt) {
      if (std::filesystem::copy_file(from, to, failed))
        return;
      std::this_thread::sleep_for(20ms);
    }
  });
  copier.join();
  co_await say(failed ? "* export failed: " + failed.message() : "* exported");
}

awaitable<void> Session::rotate(std::string) {
  co_await offload(server_.pool(), [this] { return server_.history().rotate(); });
  co_await say("* started a new log");
}

awaitable<void> Session::administer(std::string name) {
  const bool known = server_.run_admin(name);
  co_await say(known ? "* ok" : "* no such admin command");
}

// The server

Server::Server(asio::io_context &io, asio::thread_pool &pool, History &history,
               const tcp::endpoint &endpoint, std::deque<std::string> greeting)
    : acceptor_(io, endpoint), signals_(io, SIGINT, SIGTERM), drained_(io), pool_(pool),
      history_(history), greeting_(std::move(greeting)) {
  admin_["stats"] = [this] { print_stats(); };
  admin_["stop"] = [] { std::raise(SIGTERM); };
  admin_["mark"] = [this] {
    asio::co_spawn(executor(), history_.append("-- mark --"), log_failure("mark"));
  };
  admin_["flush"] = [this]() -> awaitable<void> {
    co_await history_.flush();
    std::clog << "flushed " << history_.path() << '\n';
  };
  admin_["archive"] = [this] {
    archives_.push_back(
        std::async(std::launch::async, archive, pool_.get_executor(), history_.path()));
  };
}

awaitable<void> Server::serve() {
  co_await (accept_clients() || report_stats() || wait_for_signal());
  acceptor_.close();
  const auto sessions = sessions_;
  for (const auto &session : sessions) {
    co_await session->say("* the server is going down");
    session->hang_up();
  }
  drained_.expires_after(2s);
  if (!sessions_.empty())
    co_await drained_.async_wait(as_result);
  for (const auto &session : sessions)
    session->drop();
  co_await history_.flush();
}

awaitable<void> Server::accept_clients() {
  for (;;) {
    auto [failed, socket] = co_await acceptor_.async_accept(as_result);
    if (failed == asio::error::no_descriptors) {
      std::this_thread::sleep_for(100ms);
      continue;
    }
    if (failed == asio::error::operation_aborted)
      co_return;
    asio::error_code gone;
    const auto peer = socket.remote_endpoint(gone);
    if (failed || gone || banned_.contains(peer.address().to_string()))
      continue;
    auto session = std::make_shared<Session>(std::move(socket), *this, room("lobby"),
                                             "guest" + std::to_string(++accepted_));
    sessions_.insert(session);
    session->start();
    asio::co_spawn(executor(), greet(session, peer), log_failure("greeting"));
  }
}

awaitable<void> Server::greet(std::shared_ptr<Session> session, tcp::endpoint peer) {
  tcp::resolver resolver(executor());
  const auto [failed, names] = co_await resolver.async_resolve(peer, as_result);
  const auto host = failed || names.empty() ? peer.address().to_string() : names->host_name();
  co_await session->say("* welcome, " + session->nick() + " from " + host);
  const auto greeting = greeting_;
  for (const auto &line : greeting)
    co_await session->say("> " + line);
}

awaitable<void> Server::report_stats() {
  asio::steady_timer timer(executor());
  for (;;) {
    timer.expires_after(stats_interval);
    const auto [cancelled] = co_await timer.async_wait(as_result);
    if (cancelled)
      co_return;
    print_stats();
  }
}

awaitable<void> Server::wait_for_signal() {
  const auto [failed, signal] = co_await signals_.async_wait(as_result);
  if (!failed)
    std::clog << "stopping on signal " << signal << '\n';
}

void Server::print_stats() const {
  std::clog << sessions_.size() << " of " << accepted_ << " clients connected, " << rooms_.size()
            << " rooms\n";
}

std::shared_ptr<Session> Server::find(const std::string &nick) const {
  const auto found = std::find_if(sessions_.begin(), sessions_.end(),
                                  [&](const auto &session) { return session->nick() == nick; });
  return found == sessions_.end() ? nullptr : *found;
}

std::shared_ptr<Room> Server::room(const std::string &name) {
  auto &room = rooms_[name];
  if (!room)
    room = std::make_shared<Room>(executor(), name);
  return room;
}

bool Server::run_admin(const std::string &name) {
  const auto found = admin_.find(name);
  if (found == admin_.end())
    return false;
  found->second();
  return true;
}

void Server::forget(const std::shared_ptr<Session> &session) {
  sessions_.erase(session);
  if (sessions_.empty())
    drained_.cancel();
}

} // namespace chat

int main(int argc, char **argv) {
  using namespace std::chrono_literals;
  const std::string port = argc > 1 ? argv[1] : "7000";
  const std::filesystem::path log = argc > 2 ? argv[2] : "asio_chat.log";

  try {
    asio::io_context io(1);
    asio::thread_pool pool(2);
    chat::History history(log);

    // Nothing is running yet, so waiting here holds up nobody.
    const asio::ip::tcp::endpoint endpoint =
        *asio::ip::tcp::resolver(io).resolve("localhost", port, asio::ip::tcp::resolver::passive);
    auto greeting = asio::co_spawn(pool, history.tail(3), asio::use_future).get();

    // Exports are for one-time downloads: whatever the last run left goes, once its readers had
    // a moment to finish.
    asio::post(pool, [directory = std::filesystem::absolute(log).parent_path()] {
      std::this_thread::sleep_for(100ms);
      std::error_code failed;
      for (const auto &entry : std::filesystem::directory_iterator(directory, failed))
        if (entry.path().extension() == ".export")
          std::filesystem::remove(entry.path(), failed);
    });

    chat::Server server(io, pool, history, endpoint, std::move(greeting));
    auto served = asio::co_spawn(io, server.serve(), asio::use_future);

    std::jthread heartbeat([log](std::stop_token stop) {
      while (!stop.stop_requested()) {
        std::ofstream(log.string() + ".alive") << std::time(nullptr) << '\n';
        std::this_thread::sleep_for(250ms);
      }
    });

    std::clog << "listening on " << endpoint << '\n';
    io.run();
    pool.join();
    served.get();
  } catch (const std::exception &error) {
    std::cerr << "asio_chat: " << error.what() << '\n';
    return 1;
  }
}
