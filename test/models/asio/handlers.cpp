// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a handler returns is ignored.
#include <asio.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/ssl.hpp>

asio::awaitable<int> fetch();

template <class Executor> void toExecutor(Executor executor);

void posts(asio::io_context &loop) {
  auto handler = [] { return fetch(); };
  asio::post(loop, handler);     // expect: async-void-callback: never runs
  asio::dispatch(loop, handler); // expect: async-void-callback: never runs
  asio::defer(loop, handler);    // expect: async-void-callback: never runs
  loop.post(handler);            // expect: async-void-callback: never runs
  loop.dispatch(handler);        // expect: async-void-callback: never runs
  asio::post(loop, asio::detached);
  asio::post(loop, [] {});
}

void executes(asio::io_context::executor_type loop,
              asio::strand<asio::io_context::executor_type> &strand) {
  auto handler = [] { return fetch(); };
  loop.execute(handler);      // expect: async-void-callback: never runs
  loop.post(handler, 0);      // expect: async-void-callback: never runs
  loop.dispatch(handler, 0);  // expect: async-void-callback: never runs
  loop.defer(handler, 0);     // expect: async-void-callback: never runs
  strand.execute(handler);    // expect: async-void-callback: never runs
  strand.post(handler, 0);    // expect: async-void-callback: never runs
  strand.dispatch(handler, 0); // expect: async-void-callback: never runs
  strand.defer(handler, 0);   // expect: async-void-callback: never runs
}

void waits(asio::steady_timer &timer, asio::signal_set &signals) {
  auto handler = [](int) { return fetch(); };
  timer.async_wait(handler);   // expect: async-void-callback: never runs
  signals.async_wait(handler); // expect: async-void-callback: never runs
}

void connects(asio::ip::tcp::socket &socket, asio::ip::tcp::acceptor &acceptor,
              asio::ip::tcp::resolver &resolver, const asio::ip::tcp::endpoint &peer) {
  auto handler = [](int) { return fetch(); };
  socket.async_connect(peer, handler);             // expect: async-void-callback: never runs
  socket.async_wait(0, handler);                   // expect: async-void-callback: never runs
  acceptor.async_accept(socket, handler);          // expect: async-void-callback: never runs
  acceptor.async_wait(0, handler);                 // expect: async-void-callback: never runs
  resolver.async_resolve("host", "http", handler); // expect: async-void-callback: never runs
  asio::async_connect(socket, peer, handler);      // expect: async-void-callback: never runs
}

void streams(asio::ip::tcp::socket &socket, const asio::mutable_buffer &buffer) {
  auto handler = [](int) { return fetch(); };
  socket.async_read_some(buffer, handler);              // expect: async-void-callback: never runs
  socket.async_receive(buffer, handler);                // expect: async-void-callback: never runs
  socket.async_send(buffer, handler);                   // expect: async-void-callback: never runs
  socket.async_write_some(buffer, handler);             // expect: async-void-callback: never runs
  asio::async_read(socket, buffer, handler);            // expect: async-void-callback: never runs
  asio::async_read_until(socket, buffer, '.', handler); // expect: async-void-callback: never runs
  asio::async_write(socket, buffer, handler);           // expect: async-void-callback: never runs
}

void datagrams(asio::ip::udp::socket &socket, asio::ip::udp::endpoint &peer,
               asio::basic_seq_packet_socket<asio::ip::udp> &packets, int &flags,
               const asio::mutable_buffer &buffer) {
  auto handler = [](int) { return fetch(); };
  socket.async_receive(buffer, handler);            // expect: async-void-callback: never runs
  socket.async_receive_from(buffer, peer, handler); // expect: async-void-callback: never runs
  socket.async_send(buffer, handler);               // expect: async-void-callback: never runs
  socket.async_send_to(buffer, peer, handler);      // expect: async-void-callback: never runs
  packets.async_receive(buffer, flags, handler);    // expect: async-void-callback: never runs
  packets.async_send(buffer, 0, handler);           // expect: async-void-callback: never runs
}

void encrypts(asio::ssl::stream<asio::ip::tcp::socket> &stream) {
  auto handler = [](int) { return fetch(); };
  stream.async_handshake(0, handler); // expect: async-void-callback: never runs
  stream.async_shutdown(handler);     // expect: async-void-callback: never runs
}

void channels(asio::experimental::channel<void(int, int)> &channel,
              asio::experimental::concurrent_channel<void(int, int)> &concurrent) {
  auto handler = [](int) { return fetch(); };
  channel.async_send(0, 1, handler);    // expect: async-void-callback: never runs
  channel.async_receive(handler);       // expect: async-void-callback: never runs
  concurrent.async_send(0, 1, handler); // expect: async-void-callback: never runs
  concurrent.async_receive(handler);    // expect: async-void-callback: never runs
}
