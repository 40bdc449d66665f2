// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <boost/beast.hpp>
#include <boost/mqtt5.hpp>
#include <boost/mysql.hpp>
#include <boost/redis.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace mysql = boost::mysql;
using WebSocket = beast::websocket::stream<beast::tcp_stream>;

asio::awaitable<void> webSockets(WebSocket &socket, beast::flat_buffer &buffer) {
  socket.accept(); // expect: async-blocking-call: blocks the event loop
  // note: or another async_ operation
  socket.handshake("host", "/"); // expect: async-blocking-call: blocks the event loop
  socket.close(0); // expect: async-blocking-call: blocks the event loop
  socket.ping(0); // expect: async-blocking-call: blocks the event loop
  socket.pong(0); // expect: async-blocking-call: blocks the event loop
  socket.read(buffer); // expect: async-blocking-call: blocks the event loop
  socket.read_some(buffer, 1); // expect: async-blocking-call: blocks the event loop
  socket.write(0); // expect: async-blocking-call: blocks the event loop
  socket.write_some(true, 0); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> streams(beast::tcp_stream &stream) {
  stream.connect(0); // expect: async-blocking-call: blocks the event loop
  stream.read_some(0); // expect: async-blocking-call: blocks the event loop
  stream.write_some(0); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> messages(beast::tcp_stream &stream, beast::flat_buffer &buffer, int &message) {
  beast::http::read(stream, buffer, message); // expect: async-blocking-call: blocks the event loop
  beast::http::read_header(stream, buffer, message);
  // expect: async-blocking-call: blocks the event loop
  beast::http::read_some(stream, buffer, message);
  // expect: async-blocking-call: blocks the event loop
  beast::http::write(stream, message); // expect: async-blocking-call: blocks the event loop
  beast::http::write_header(stream, message); // expect: async-blocking-call: blocks the event loop
  beast::http::write_some(stream, message); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> queries(mysql::any_connection &connection, int &value) {
  connection.connect(0); // expect: async-blocking-call: blocks the event loop
  // note: use co_await the async_ operation of the same name
  connection.execute("select", value); // expect: async-blocking-call: blocks the event loop
  connection.start_execution("select", value); // expect: async-blocking-call: blocks the event loop
  connection.prepare_statement("select"); // expect: async-blocking-call: blocks the event loop
  connection.close_statement(0); // expect: async-blocking-call: blocks the event loop
  connection.read_some_rows(value); // expect: async-blocking-call: blocks the event loop
  connection.read_resultset_head(value); // expect: async-blocking-call: blocks the event loop
  connection.ping(); // expect: async-blocking-call: blocks the event loop
  connection.reset_connection(); // expect: async-blocking-call: blocks the event loop
  connection.close(); // expect: async-blocking-call: blocks the event loop
  connection.run_pipeline(0, value); // expect: async-blocking-call: blocks the event loop
  connection.set_character_set(0); // expect: async-blocking-call: blocks the event loop
  co_return;
}

asio::awaitable<void> queriesOverTcp(mysql::tcp_connection &connection, int &value) {
  connection.connect(0); // expect: async-blocking-call: blocks the event loop
  connection.execute("select", value); // expect: async-blocking-call: blocks the event loop
  connection.start_execution("select", value); // expect: async-blocking-call: blocks the event loop
  connection.prepare_statement("select"); // expect: async-blocking-call: blocks the event loop
  connection.close_statement(0); // expect: async-blocking-call: blocks the event loop
  connection.read_some_rows(value); // expect: async-blocking-call: blocks the event loop
  connection.read_resultset_head(value); // expect: async-blocking-call: blocks the event loop
  connection.ping(); // expect: async-blocking-call: blocks the event loop
  connection.reset_connection(); // expect: async-blocking-call: blocks the event loop
  connection.close(); // expect: async-blocking-call: blocks the event loop
  connection.handshake(0); // expect: async-blocking-call: blocks the event loop
  connection.quit(); // expect: async-blocking-call: blocks the event loop
  co_return;
}
