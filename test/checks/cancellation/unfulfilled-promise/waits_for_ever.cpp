// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The second task waits for a future that the first one forgets when it fails: it is still waiting
// when the loop is closed.
// runtime: Task was destroyed but it is pending!
#include <aio/aio.h>

#include <map>
#include <stdexcept>

std::map<int, aio::Future<int>> pending;

aio::Coroutine<int> fetch(int key) {
  co_await aio::sleep(0.01);
  if (key == 7)
    throw std::runtime_error("there is no 7");
  co_return key;
}

aio::Coroutine<int> load_once(int key) {
  if (pending.contains(key))
    co_return co_await pending[key];
  auto future = aio::get_running_loop().create_future<int>(); // expect: async-unfulfilled-promise: 'future' is not completed when an exception leaves the function
  pending[key] = future;
  const int value = co_await fetch(key);
  if (!future.done())
    future.set_result(value);
  co_return value;
}

aio::Coroutine<void> load_twice() {
  const auto first = aio::create_task(load_once(7));
  const auto second = aio::create_task(load_once(7));
  co_await aio::wait({.timeout = 0.1}, first, second);
  if (!first.exception())
    throw std::logic_error("there is no error");
}

int main() {
  aio::EventLoop loop;
  loop.run_until_complete(load_twice());
  loop.close();
}
