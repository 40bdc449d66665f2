// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What one thread uses no other may use at the same time.
#include <asio.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/ssl.hpp>

#include <thread>

void timers(asio::steady_timer &timer, asio::signal_set &signals, asio::io_context &loop,
            asio::steady_timer::time_point time) {
  std::thread([&] { timer.async_wait(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { timer.cancel(); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { timer.cancel_one(); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { timer.expires_at(time); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { timer.expires_after({}); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { signals.async_wait(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { signals.cancel(); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { asio::post(loop, [&] { timer.cancel(); }); }).detach();
  std::thread([&] { loop.stop(); }).detach();
}

void connections(asio::ip::tcp::socket &socket, asio::ip::tcp::acceptor &acceptor,
                 asio::ip::tcp::resolver &resolver, const asio::ip::tcp::endpoint &peer) {
  std::thread([&] { socket.async_connect(peer, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_wait(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.cancel(); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.close(); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { acceptor.async_accept(socket, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { acceptor.async_wait(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { acceptor.cancel(); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { acceptor.close(); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { resolver.async_resolve("host", "http", asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { resolver.cancel(); }).detach();
  // expect: async-cross-thread-call: off the thread
}

void streams(asio::ip::tcp::socket &socket, asio::ssl::stream<asio::ip::tcp::socket> &encrypted,
             const asio::mutable_buffer &buffer) {
  std::thread([&] { socket.async_read_some(buffer, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_receive(buffer, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_send(buffer, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_write_some(buffer, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { encrypted.async_handshake(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { encrypted.async_shutdown(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
}

void channels(asio::experimental::channel<void(int, int)> &channel,
              asio::experimental::concurrent_channel<void(int, int)> &concurrent) {
  std::thread([&] { channel.async_receive(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { channel.cancel(); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { channel.close(); }).detach();  // expect: async-cross-thread-call: off the thread
  std::thread([&] { concurrent.async_receive(asio::detached); }).detach();
}
