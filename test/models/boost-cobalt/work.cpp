// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <boost/cobalt.hpp>

#include <chrono>

namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;

cobalt::promise<int> start();
cobalt::promise<void> work();
cobalt::task<int> prepare();
cobalt::generator<int> numbers();
cobalt::thread serve();

cobalt::promise<void> drops(cobalt::channel<int> &channel) {
  start();                    // expect: async-discarded-task: is dropped
                              // fix: co_await start();
  prepare();                  // expect: async-unawaited-coroutine: never runs
                              // fix: co_await prepare();
  serve();                    // expect: async-discarded-task: is dropped
                              // fix: co_await serve();
  cobalt::io::sleep(1ms);     // expect: async-unawaited-coroutine: never awaited
                              // fix: co_await cobalt::io::sleep(1ms);
  channel.read();             // expect: async-unawaited-coroutine: never awaited
                              // fix: co_await channel.read();
  channel.write(1);           // expect: async-unawaited-coroutine: never awaited
                              // fix: co_await channel.write(1);
  cobalt::join(start(), prepare()); // expect: async-unawaited-coroutine: never awaited
                                    // fix: co_await cobalt::join(start(), prepare());
  +work();
  co_await cobalt::io::sleep(1ms);
}

cobalt::promise<void> cancelsAtTheEnd() {
  auto background = work();
  co_await cobalt::io::sleep(1ms);
}

cobalt::promise<int> readsAtMostOne(bool early) {
  auto all = numbers();
  if (early)
    co_return 0;
  co_return co_await all;
}

cobalt::promise<int> cancelsWithoutReading(bool early) {
  auto result = start();
  if (early)
    co_return 0;
  co_return co_await result;
}

cobalt::promise<void> groups() {
  cobalt::wait_group group;
  group.push_back(work());
  group.wait(); // expect: async-unawaited-coroutine: never awaited
                // fix: co_await group.wait();
  co_await group.wait();
}
