// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

using Events = std::vector<std::string>;

struct Recorder : aio::Protocol {
  Recorder(std::string name, Events &events) : name(name), events(events) {}
  void connection_made(aio::Transport made) override {
    transport = made;
    events.push_back(name + " made");
  }
  void data_received(aio::BytesView data) override {
    events.push_back(name + " data " + std::string(data));
    if (name == "server")
      transport.write("answer");
  }
  bool eof_received() override {
    events.push_back(name + " eof");
    return false;
  }
  void connection_lost(std::exception_ptr exception) override {
    events.push_back(name + " lost " + tracing::text(exception));
    lost.set();
  }
  std::string name;
  Events &events;
  aio::Transport transport;
  aio::Event lost;
};

aio::Coroutine<void> program() {
  Events client_events, server_events;
  const auto accepted = std::make_shared<Recorder>("server", server_events);
  auto server = co_await aio::create_server([&] { return accepted; }, "127.0.0.1", 0);
  auto [transport, client] = co_await aio::create_connection(
      [&] { return std::make_shared<Recorder>("client", client_events); }, "127.0.0.1",
      server.port());
  transport.write("question");
  while (client_events.size() < 2)
    co_await aio::sleep(0.001);
  transport.close();
  trace(transport.is_closing());
  co_await client->lost.wait();
  co_await accepted->lost.wait();
  for (const Events &events : {client_events, server_events})
    for (const std::string &event : events)
      trace(event);
  server.close();
}

int main() { aio::run(program()); }
