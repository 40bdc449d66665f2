// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <boost/cobalt.hpp>

#include <cstdio>
#include <netdb.h>
#include <poll.h>
#include <thread>

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;

cobalt::task<int> prepare();
cobalt::thread serve();

cobalt::promise<void> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await boost::cobalt::io::sleep(...)
  co_return;
}

cobalt::promise<void> looksUp() {
  gethostbyname("host"); // expect: async-blocking-call: blocks the event loop
                         // note: boost::cobalt::io::lookup(...)
  co_return;
}

cobalt::promise<void> polls(pollfd *descriptors) {
  poll(descriptors, 1, 1000); // expect: async-blocking-call: blocks the event loop
                              // note: boost::cobalt::io::stream_socket
  co_return;
}

cobalt::promise<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
                                  // note: boost::cobalt::spawn(pool, ...
  co_return;
}

cobalt::promise<void> onPool(asio::executor_arg_t, asio::thread_pool::executor_type) {
  std::this_thread::sleep_for(1ms);
  co_return;
}

cobalt::promise<void> onLoop(asio::executor_arg_t, asio::io_context::executor_type) {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  co_return;
}

cobalt::task<int> spawnedOnPool() {
  std::this_thread::sleep_for(1ms);
  co_return 1;
}

void spawns(asio::io_context &loop, asio::thread_pool &pool) {
  cobalt::spawn(pool, spawnedOnPool(), asio::detached);
  cobalt::spawn(loop, prepare(), [](int) { return prepare(); });
  // expect: async-void-callback: never runs
}

cobalt::promise<void> waits() {
  cobalt::run(prepare()); // expect: async-blocking-wait: event loop
                          // note: co_await
  co_return;
}

cobalt::promise<void> joins() {
  auto server = serve();
  server.join(); // expect: async-blocking-wait: thread
                 // note: co_await the thread
  co_return;
}

int main() { return cobalt::run(prepare()); }
