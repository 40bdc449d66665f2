// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that await nothing and call nothing that may throw have no error to lose.
#include <aio/aio.h>

#include <string>

void log(const char *text);
int quick(int value) noexcept;
int slow(int value);

aio::Coroutine<int> constant() { co_return 1; }
aio::Coroutine<void> empty() { co_return; }
aio::Coroutine<int> careful(int value) { co_return quick(value) + 1; }
aio::Coroutine<int> careless(int value) { co_return slow(value); }
aio::Coroutine<int> refusing(int value) {
  if (value < 0)
    throw aio::RuntimeError("negative");
  co_return value;
}
aio::Coroutine<std::string> allocating() { co_return std::string(100, ' '); }
aio::Coroutine<int> waiting() { co_return co_await constant(); }

void clean() {
  auto one = aio::create_task(constant());
  auto two = aio::create_task(empty());
  auto three = aio::create_task(careful(1));
  if (one.done() && two.done() && three.done())
    log("done");
}

void flagged() {
  auto one = aio::create_task(careless(1)); // expect: async-unretrieved-exception: is kept in 'one'
  auto two = aio::create_task(refusing(1)); // expect: async-unretrieved-exception: is kept in 'two'
  auto three = aio::create_task(allocating()); // expect: async-unretrieved-exception: is kept in 'three'
  auto four = aio::create_task(waiting()); // expect: async-unretrieved-exception: is kept in 'four'
  if (one.done() && two.done() && three.done() && four.done())
    log("done");
}
