// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a handler returns is ignored.
#include <boost/beast.hpp>
#include <boost/mqtt5.hpp>
#include <boost/mysql.hpp>
#include <boost/redis.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace mysql = boost::mysql;
namespace redis = boost::redis;
using WebSocket = beast::websocket::stream<beast::tcp_stream>;
using Client = boost::mqtt5::mqtt_client<int>;

asio::awaitable<void> work();

void webSockets(WebSocket &socket, beast::flat_buffer &buffer) {
  auto handler = [](int) { return work(); };
  socket.async_accept(handler); // expect: async-void-callback: never runs
  socket.async_handshake("host", "/", handler); // expect: async-void-callback: never runs
  socket.async_close(0, handler); // expect: async-void-callback: never runs
  socket.async_ping(0, handler); // expect: async-void-callback: never runs
  socket.async_pong(0, handler); // expect: async-void-callback: never runs
  socket.async_read(buffer, handler); // expect: async-void-callback: never runs
  socket.async_read_some(buffer, 1, handler); // expect: async-void-callback: never runs
  socket.async_write(0, handler); // expect: async-void-callback: never runs
  socket.async_write_some(true, 0, handler); // expect: async-void-callback: never runs
}

void streams(beast::tcp_stream &stream) {
  auto handler = [](int) { return work(); };
  stream.async_connect(0, handler); // expect: async-void-callback: never runs
  stream.async_read_some(0, handler); // expect: async-void-callback: never runs
  stream.async_write_some(0, handler); // expect: async-void-callback: never runs
}

void messages(beast::tcp_stream &stream, beast::flat_buffer &buffer, int &message) {
  auto handler = [](int) { return work(); };
  beast::http::async_read(stream, buffer, message, handler);
  // expect: async-void-callback: never runs
  beast::http::async_read_header(stream, buffer, message, handler);
  // expect: async-void-callback: never runs
  beast::http::async_read_some(stream, buffer, message, handler);
  // expect: async-void-callback: never runs
  beast::http::async_write(stream, message, handler); // expect: async-void-callback: never runs
  beast::http::async_write_header(stream, message, handler);
  // expect: async-void-callback: never runs
  beast::http::async_write_some(stream, message, handler);
  // expect: async-void-callback: never runs
}

void queries(mysql::any_connection &connection, int &value) {
  auto handler = [](int) { return work(); };
  connection.async_connect(0, handler); // expect: async-void-callback: never runs
  connection.async_execute("select", value, handler); // expect: async-void-callback: never runs
  connection.async_start_execution("select", value, handler);
  // expect: async-void-callback: never runs
  connection.async_prepare_statement("select", handler); // expect: async-void-callback: never runs
  connection.async_close_statement(0, handler); // expect: async-void-callback: never runs
  connection.async_read_some_rows(value, handler); // expect: async-void-callback: never runs
  connection.async_read_resultset_head(value, handler); // expect: async-void-callback: never runs
  connection.async_ping(handler); // expect: async-void-callback: never runs
  connection.async_reset_connection(handler); // expect: async-void-callback: never runs
  connection.async_close(handler); // expect: async-void-callback: never runs
  connection.async_run_pipeline(0, value, handler); // expect: async-void-callback: never runs
  connection.async_set_character_set(0, handler); // expect: async-void-callback: never runs
}

void queriesOverTcp(mysql::tcp_connection &connection, int &value) {
  auto handler = [](int) { return work(); };
  connection.async_connect(0, handler); // expect: async-void-callback: never runs
  connection.async_execute("select", value, handler); // expect: async-void-callback: never runs
  connection.async_start_execution("select", value, handler);
  // expect: async-void-callback: never runs
  connection.async_prepare_statement("select", handler); // expect: async-void-callback: never runs
  connection.async_close_statement(0, handler); // expect: async-void-callback: never runs
  connection.async_read_some_rows(value, handler); // expect: async-void-callback: never runs
  connection.async_read_resultset_head(value, handler); // expect: async-void-callback: never runs
  connection.async_ping(handler); // expect: async-void-callback: never runs
  connection.async_reset_connection(handler); // expect: async-void-callback: never runs
  connection.async_close(handler); // expect: async-void-callback: never runs
  connection.async_handshake(0, handler); // expect: async-void-callback: never runs
  connection.async_quit(handler); // expect: async-void-callback: never runs
}

void pools(mysql::connection_pool &pool) {
  auto handler = [](int) { return work(); };
  pool.async_run(handler); // expect: async-void-callback: never runs
  pool.async_get_connection(handler); // expect: async-void-callback: never runs
}

void commands(redis::basic_connection<asio::any_io_executor> &basic, redis::connection &connection,
              int &value) {
  auto handler = [](int) { return work(); };
  basic.async_run(0, handler); // expect: async-void-callback: never runs
  basic.async_receive(handler); // expect: async-void-callback: never runs
  basic.async_receive2(handler); // expect: async-void-callback: never runs
  basic.async_exec(0, value, handler); // expect: async-void-callback: never runs
  connection.async_run(0, handler); // expect: async-void-callback: never runs
  connection.async_receive(handler); // expect: async-void-callback: never runs
  connection.async_receive2(handler); // expect: async-void-callback: never runs
  connection.async_exec(0, value, handler); // expect: async-void-callback: never runs
}

void messages(Client &client) {
  auto handler = [](int) { return work(); };
  client.async_run(handler); // expect: async-void-callback: never runs
  client.async_publish(0, handler); // expect: async-void-callback: never runs
  client.async_subscribe(0, handler); // expect: async-void-callback: never runs
  client.async_unsubscribe(0, handler); // expect: async-void-callback: never runs
  client.async_receive(handler); // expect: async-void-callback: never runs
  client.async_disconnect(handler); // expect: async-void-callback: never runs
}

void detaches(Client &client) {
  client.async_run(asio::detached);
}
