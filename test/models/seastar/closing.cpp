// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must be closed, stopped or waited for.
#include <seastar/core/coroutine.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/seastar.hh>
#include <seastar/core/sharded.hh>
#include <seastar/core/thread.hh>
#include <seastar/coroutine/as_future.hh>
#include <seastar/http/client.hh>
#include <seastar/http/httpd.hh>
#include <seastar/util/closeable.hh>

using namespace seastar;

struct service {
  future<> stop();
};
future<> work();

future<> gates() {
  gate requests;
  (void)with_gate(requests, [] { return work(); }); // expect: async-pending-task-destroyed: 'requests'
  named_gate others;
  (void)try_with_gate(others, [] { return work(); }); // expect: async-pending-task-destroyed: 'others'
  gate closed;
  (void)with_gate(closed, [] { return work(); });
  co_await closed.close();
  gate awaited;
  co_await with_gate(awaited, [] { return work(); });
}

future<> streams() {
  auto source = co_await open_file_dma("a", open_flags::ro); // expect: async-unclosed-transport: 'source' is never closed
  auto input = make_file_input_stream(co_await open_file_dma("b", open_flags::ro)); // expect: async-unclosed-transport: 'input'
  auto output = co_await make_file_output_stream(co_await open_file_dma("c", open_flags::wo));
  co_await output.close();
  auto lost = co_await make_file_output_stream(co_await open_file_dma("d", open_flags::wo)); // expect: async-unclosed-transport: 'lost' is never closed
  // fix: co_await lost.close();
  // fix: }
}

future<> one_way(bool early) {
  auto output = co_await make_file_output_stream(co_await open_file_dma("c", open_flags::wo)); // expect: async-unclosed-transport: 'output'
  if (early)
    co_return;
  co_await output.close();
}

future<> all_closed() {
  auto source = co_await open_file_dma("a", open_flags::ro);
  co_await source.close();
  auto input = make_file_input_stream(co_await open_file_dma("b", open_flags::ro));
  co_await input.close();
}

future<> client() {
  http::client client(80); // expect: async-unclosed-transport: 'client' is not closed when an exception
  co_await client.set_maximum_connections(1);
  co_await client.close();
  http::client closed(80);
  co_await closed.close();
}

future<> services() {
  sharded<service> running;
  co_await running.start(); // expect: async-unclosed-transport: 'running'
  co_await work();
  co_await running.stop();
  sharded<service> single;
  co_await single.start_single(); // expect: async-unclosed-transport: 'single'
  co_await work();
  co_await single.stop();
  sharded<service> stopped;
  co_await stopped.start();
  co_await stopped.stop();
  httpd::http_server_control server;
  co_await server.start(); // expect: async-unclosed-transport: 'server'
  co_await server.listen(80);
  co_await server.stop();
  httpd::http_server_control idle;
  co_await idle.start();
  co_await idle.stop();
}

// What a future holds is not thrown.
future<> kept() {
  auto input = make_file_input_stream(co_await open_file_dma("b", open_flags::ro));
  future<> done = co_await coroutine::as_future(work());
  co_await input.close();
  co_await std::move(done);
}

future<> in_a_thread() {
  return async([] {
    sharded<service> services;
    services.start().get();
    deferred_stop stop(services);
    work().get();
  });
}
