// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What one thread uses no other may use at the same time.
#include <boost/beast.hpp>
#include <boost/mqtt5.hpp>
#include <boost/mysql.hpp>

#include <thread>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace mysql = boost::mysql;
using WebSocket = beast::websocket::stream<beast::tcp_stream>;
using Client = boost::mqtt5::mqtt_client<int>;

void webSockets(WebSocket &socket, beast::flat_buffer &buffer) {
  std::thread([&] { socket.async_accept(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_handshake("host", "/", asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_close(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_ping(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_pong(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_read(buffer, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_read_some(buffer, 1, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_write(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { socket.async_write_some(true, 0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
}

void streams(beast::tcp_stream &stream) {
  std::thread([&] { stream.async_connect(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.async_read_some(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.async_write_some(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.close(); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.cancel(); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.expires_after(1); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.expires_at(1); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { stream.expires_never(); }).detach();
  // expect: async-cross-thread-call: off the thread
}

void queries(mysql::any_connection &connection, int &value) {
  std::thread([&] { connection.async_connect(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_execute("select", value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_start_execution("select", value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_prepare_statement("select", asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_close_statement(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_read_some_rows(value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_read_resultset_head(value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_ping(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_reset_connection(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_close(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_run_pipeline(0, value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_set_character_set(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
}

void queriesOverTcp(mysql::tcp_connection &connection, int &value) {
  std::thread([&] { connection.async_connect(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_execute("select", value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_start_execution("select", value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_prepare_statement("select", asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_close_statement(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_read_some_rows(value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_read_resultset_head(value, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_ping(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_reset_connection(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_close(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_handshake(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { connection.async_quit(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
}

void messages(Client &client) {
  std::thread([&] { client.async_run(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { client.async_publish(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { client.async_subscribe(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { client.async_unsubscribe(0, asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { client.async_receive(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
  std::thread([&] { client.async_disconnect(asio::detached); }).detach();
  // expect: async-cross-thread-call: off the thread
}
