// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <async_simple/coro/SyncAwait.h>
#include <ylt/coro_http/coro_http_client.hpp>
#include <ylt/coro_io/coro_io.hpp>
#include <ylt/coro_rpc/coro_rpc_server.hpp>

#include <thread>

using async_simple::coro::Lazy;
using namespace std::chrono_literals;

thread_local int counter;

int compute();
Lazy<int> fetch();

Lazy<void> computes() {
  int &mine = counter;
  co_await coro_io::post(compute);
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

void nests() {
  async_simple::coro::syncAwait(coro_io::post(compute));
  async_simple::coro::syncAwait(coro_io::post(fetch)); // expect: async-nested-task: never runs
}

class [[clang::annotate("asynctidy::loop_bound")]] Connection {
public:
  void close();
};

/// Without an executor of the caller's it runs among other blocking work; with one it may run where
/// the socket's loop runs.
Lazy<void> posts(Connection &socket, coro_io::ExecutorWrapper *executor) {
  co_await coro_io::post([&socket] { socket.close(); }); // expect: async-cross-thread-call: close
  co_await coro_io::post([&socket] { socket.close(); }, executor);
}

Lazy<void> dispatches(coro_io::ExecutorWrapper *executor) {
  int &mine = counter;
  co_await coro_io::dispatch(executor);
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

Lazy<void> talks(coro_io::ExecutorWrapper &executor, asio::ip::tcp::acceptor &acceptor,
                 asio::ip::tcp::socket &socket, char *buffer) {
  coro_io::connect(executor, socket, "host", "80"); // expect: async-blocking-call: blocks
  coro_io::accept(acceptor, socket);                // expect: async-blocking-call: blocks
  coro_io::read_some(socket, buffer);               // expect: async-blocking-call: blocks
  coro_io::read(socket, buffer);                    // expect: async-blocking-call: blocks
  coro_io::write(socket, buffer);                   // expect: async-blocking-call: blocks
  co_return;
}

Lazy<void> asks(cinatra::coro_http_client &client) {
  client.get("http://host");                 // expect: async-blocking-call: blocks
  client.post("http://host", "text", 0);     // expect: async-blocking-call: blocks
  client.download("http://host", "file");    // expect: async-blocking-call: blocks
  co_await client.async_get("http://host");
}

Lazy<void> serves(cinatra::coro_http_server &http, coro_rpc::coro_rpc_server &rpc,
                  coro_io::io_context_pool &pool) {
  http.sync_start();      // expect: async-blocking-wait: event loop
  int failed = rpc.start(); // expect: async-blocking-wait: event loop
  pool.run();             // expect: async-blocking-wait: event loop
  co_return;
}

Lazy<void> ends(cinatra::coro_http_server &http, coro_rpc::coro_rpc_server &rpc,
                coro_io::io_context_pool &pool, coro_io::multithread_context_pool &threads) {
  http.stop();    // expect: async-blocking-wait: thread
  rpc.stop();     // expect: async-blocking-wait: thread
  pool.stop();    // expect: async-blocking-wait: thread
  threads.stop(); // expect: async-blocking-wait: thread
  co_return;
}

void serve(cinatra::coro_http_server &http, coro_rpc::coro_rpc_server &rpc) {
  http.async_start();
  rpc.async_start();
}
