// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every synchronous operation blocks.
#include <asio.hpp>
#include <asio/ssl.hpp>

#include <cstdio>
#include <netdb.h>
#include <poll.h>
#include <thread>

using namespace std::chrono_literals;

asio::awaitable<void> sleeps(asio::steady_timer &timer) {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  // note: use co_await asio::steady_timer(executor, ...)
  co_return;
}

asio::awaitable<void> polls(pollfd *descriptors) {
  poll(descriptors, 1, 1000); // expect: async-blocking-call: blocks the event loop
  // note: use co_await socket.async_read_some
  co_return;
}

asio::awaitable<void> looksUp() {
  gethostbyname("host"); // expect: async-blocking-call: blocks the event loop
  // note: use co_await resolver.async_resolve
  co_return;
}

asio::awaitable<void> asks(char *line) {
  std::getchar(); // expect: async-blocking-call: blocks the event loop
  // note: asio::posix::stream_descriptor
  co_return;
}

asio::awaitable<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
  // note: asio::thread_pool
  co_return;
}

asio::awaitable<void> waitsForTimer(asio::steady_timer &timer) {
  timer.wait(); // expect: async-blocking-call: blocks the event loop
  // note: use co_await timer.async_wait(asio::use_awaitable)
  co_return;
}

asio::awaitable<void> resolves(asio::ip::tcp::resolver &resolver) {
  resolver.resolve("host", "http"); // expect: async-blocking-call: blocks the event loop
  // note: co_await resolver.async_resolve(
  co_return;
}

asio::awaitable<void> accepts(asio::ip::tcp::acceptor &acceptor, asio::ip::tcp::socket &socket) {
  acceptor.accept(socket); // expect: async-blocking-call: blocks the event loop
  // note: co_await acceptor.async_accept(
  acceptor.wait(0); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> connects(asio::ip::tcp::socket &socket, const asio::ip::tcp::endpoint &peer) {
  socket.connect(peer); // expect: async-blocking-call: blocks the event loop
  // note: co_await socket.async_connect(
  asio::connect(socket, peer); // expect: async-blocking-call: blocks the event loop
  socket.wait(0); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> streams(asio::ip::tcp::socket &socket, const asio::mutable_buffer &buffer) {
  socket.read_some(buffer); // expect: async-blocking-call: blocks the event loop
  // note: co_await the async_ operation of the same name
  socket.receive(buffer); // expect: async-blocking-call: blocks the event loop
  socket.write_some(buffer); // expect: async-blocking-call: blocks the event loop
  socket.send(buffer); // expect: async-blocking-call: blocks the event loop
  asio::read(socket, buffer); // expect: async-blocking-call: blocks the event loop
  asio::read_until(socket, buffer, '.'); // expect: async-blocking-call: blocks the event loop
  asio::write(socket, buffer); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> datagrams(asio::ip::udp::socket &socket, asio::basic_raw_socket<asio::ip::udp> &raw,
    asio::basic_seq_packet_socket<asio::ip::udp> &packets, asio::ip::udp::endpoint &peer, int &flags,
    const asio::mutable_buffer &buffer) {
  socket.receive(buffer); // expect: async-blocking-call: blocks the event loop
  socket.receive_from(buffer, peer); // expect: async-blocking-call: blocks the event loop
  raw.receive(buffer); // expect: async-blocking-call: blocks the event loop
  raw.receive_from(buffer, peer); // expect: async-blocking-call: blocks the event loop
  packets.receive(buffer, flags); // expect: async-blocking-call: blocks the event loop
  packets.send(buffer, 0); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> encrypts(asio::ssl::stream<asio::ip::tcp::socket> &stream, const asio::mutable_buffer &buffer) {
  stream.handshake(0); // expect: async-blocking-call: blocks the event loop
  stream.read_some(buffer); // expect: async-blocking-call: blocks the event loop
  stream.write_some(buffer); // expect: async-blocking-call: blocks the event loop
  stream.shutdown(); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> descriptors(asio::readable_pipe &readable, asio::writable_pipe &writable,
    asio::posix::stream_descriptor &descriptor, asio::serial_port &port, const asio::mutable_buffer &buffer) {
  readable.read_some(buffer); // expect: async-blocking-call: blocks the event loop
  writable.write_some(buffer); // expect: async-blocking-call: blocks the event loop
  descriptor.read_some(buffer); // expect: async-blocking-call: blocks the event loop
  descriptor.write_some(buffer); // expect: async-blocking-call: blocks the event loop
  descriptor.wait(0); // expect: async-blocking-call: blocks the event loop
  port.read_some(buffer); // expect: async-blocking-call: blocks the event loop
  port.write_some(buffer); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> files(asio::stream_file &file, asio::random_access_file &random, const asio::mutable_buffer &buffer) {
  file.open("name", 0); // expect: async-blocking-call: blocks the event loop
  file.read_some(buffer); // expect: async-blocking-call: blocks the event loop
  file.write_some(buffer); // expect: async-blocking-call: blocks the event loop
  file.sync_data(); // expect: async-blocking-call: blocks the event loop
  file.sync_all(); // expect: async-blocking-call: blocks the event loop
  random.read_some_at(0, buffer); // expect: async-blocking-call: blocks the event loop
  random.write_some_at(0, buffer); // expect: async-blocking-call: blocks the event loop
  asio::read_at(random, 0, buffer); // expect: async-blocking-call: blocks the event loop
  asio::write_at(random, 0, buffer); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> runs(asio::io_context &a, asio::io_context &b, asio::io_context &c, asio::io_context &d,
    asio::io_context &e, asio::io_context &f, std::chrono::steady_clock::time_point time) {
  a.run(); // expect: async-blocking-wait: event loop
  b.run_one(); // expect: async-blocking-wait: event loop
  c.run_for(1s); // expect: async-blocking-wait: event loop
  d.run_one_for(1s); // expect: async-blocking-wait: event loop
  e.run_until(time); // expect: async-blocking-wait: event loop
  f.run_one_until(time); // expect: async-blocking-wait: event loop
  co_return;
}

asio::awaitable<void> joins(asio::thread_pool &a, asio::thread_pool &b, asio::thread_pool &c,
    asio::system_context &d) {
  a.join(); // expect: async-blocking-wait: thread
  b.wait(); // expect: async-blocking-wait: thread
  c.attach(); // expect: async-blocking-wait: thread
  d.join(); // expect: async-blocking-wait: thread
  co_return;
}

asio::awaitable<void> onlyLooks(asio::io_context &loop) {
  loop.poll();
  co_return;
}

int main() {
  asio::io_context loop;
  loop.run();
}

asio::awaitable<void> drains(asio::ip::tcp::socket &socket, asio::ip::tcp::acceptor &acceptor, const asio::mutable_buffer &buffer) {
  socket.non_blocking(true);
  socket.read_some(buffer);
  asio::write(socket, buffer);
  socket.non_blocking(false);
  socket.read_some(buffer); // expect: async-blocking-call: read_some' blocks
  acceptor.accept(socket); // expect: async-blocking-call: accept' blocks
  acceptor.non_blocking(true);
  acceptor.accept(socket);
  co_return;
}

struct Peer {
  asio::ip::tcp::socket socket;
};
asio::awaitable<void> mixes(Peer &one, Peer &other, const asio::ip::tcp::endpoint &peer, bool drain,
                            const asio::mutable_buffer &buffer) {
  one.socket.non_blocking(true);
  one.socket.read_some(buffer);
  one.socket.connect(peer);       // expect: async-blocking-call: connect' blocks
  asio::connect(one.socket, peer); // expect: async-blocking-call: connect' blocks
  other.socket.read_some(buffer); // expect: async-blocking-call: read_some' blocks
  if (drain)
    other.socket.non_blocking(true);
  other.socket.read_some(buffer); // expect: async-blocking-call: read_some' blocks
  co_return;
}

asio::awaitable<void> reconnects(asio::ip::tcp::socket &socket, asio::ip::tcp::socket (*make)(),
                                 const asio::mutable_buffer &buffer) {
  socket.non_blocking(true);
  socket = make();
  socket.read_some(buffer); // expect: async-blocking-call: read_some' blocks
  co_return;
}

asio::awaitable<void> goesOn(asio::ip::tcp::socket *sockets, asio::ip::tcp::socket *other,
                             const asio::mutable_buffer &buffer) {
  int i = 0;
  sockets[i].non_blocking(true);
  sockets[i].read_some(buffer);
  ++i;
  sockets[i].read_some(buffer); // expect: async-blocking-call: read_some' blocks
  other->non_blocking(true);
  other->read_some(buffer);
  other = sockets;
  other->read_some(buffer); // expect: async-blocking-call: read_some' blocks
  co_return;
}

class Teardown {
public:
  Teardown(asio::ip::tcp::socket &socket, asio::mutable_buffer buffer) : socket_(socket), buffer_(buffer) {}
  void operator()(std::error_code) {
    wasOn_ = socket_.non_blocking();
    socket_.non_blocking(true);
    socket_.read_some(buffer_);
    socket_.non_blocking(wasOn_);
  }

private:
  asio::ip::tcp::socket &socket_;
  asio::mutable_buffer buffer_;
  bool wasOn_ = false;
};

void starts(asio::ip::tcp::socket &socket, asio::mutable_buffer buffer) {
  socket.async_wait(0, Teardown(socket, buffer));
}

void startsAnother(asio::ip::tcp::socket &socket, const asio::mutable_buffer &buffer) {
  socket.async_wait(0, [&socket, &buffer](std::error_code) {
    bool wasOn = socket.non_blocking();
    socket.read_some(buffer); // expect: async-blocking-call: read_some' blocks
  });
}
