// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that await nothing and call nothing that may throw have no error to lose.
#include <aio/aio.h>

#include <string>
#include <vector>

void log(const char *text);
int quick(int value) noexcept;
int slow(int value);

aio::Coroutine<int> constant() { co_return 1; }
aio::Coroutine<void> empty() { co_return; }
struct Point {
  int x = 0, y = 0;
};
aio::Coroutine<Point> point() { co_return Point(); }
aio::Coroutine<int> careful(int value) { co_return quick(value) + 1; }
aio::Coroutine<int> careless(int value) { co_return slow(value); }
aio::Coroutine<int> refusing(int value) {
  if (value < 0)
    throw aio::RuntimeError("negative");
  co_return value;
}
aio::Coroutine<std::string> allocating() { co_return std::string(100, ' '); }
aio::Coroutine<int> waiting() { co_return co_await constant(); }

aio::Coroutine<int> indirect(int (*function)(int)) { co_return function(1); }
aio::Coroutine<int> makes() { co_return *new int(1); }
struct Name {
  Name(const char *text);
  std::string text;
};
aio::Coroutine<void> converts(const char *text) {
  Name name = text;
  co_return;
}

void clean() {
  auto one = aio::create_task(constant());
  auto two = aio::create_task(empty());
  auto three = aio::create_task(careful(1));
  auto plain = aio::create_task(point());
  if (one.done() && two.done() && three.done() && plain.done())
    log("done");
  std::vector<aio::Task<int>> all;
  all.push_back(aio::create_task(constant()));
}

aio::Task<int> start_within(aio::Coroutine<int> work, int seconds);
aio::Coroutine<void> copies(const std::string &text) {
  auto copy = [text] {};
  co_return;
}

void withMore(const std::string &text) {
  auto bounded = start_within(constant(), 3); // expect: async-unretrieved-exception: is kept in 'bounded'
  auto copying = aio::create_task(copies(text)); // expect: async-unretrieved-exception: is kept in 'copying'
  if (bounded.done() && copying.done())
    log("done");
}

void flagged() {
  auto one = aio::create_task(careless(1)); // expect: async-unretrieved-exception: is kept in 'one'
  auto two = aio::create_task(refusing(1)); // expect: async-unretrieved-exception: is kept in 'two'
  auto three = aio::create_task(allocating()); // expect: async-unretrieved-exception: is kept in 'three'
  auto four = aio::create_task(waiting()); // expect: async-unretrieved-exception: is kept in 'four'
  auto five = aio::create_task(indirect(slow)); // expect: async-unretrieved-exception: is kept in 'five'
  auto six = aio::create_task(makes()); // expect: async-unretrieved-exception: is kept in 'six'
  auto seven = aio::create_task(converts("name")); // expect: async-unretrieved-exception: is kept in 'seven'
  auto both = aio::gather(careless(1), constant()); // expect: async-unretrieved-exception: is kept in 'both'
  if (five.done() && six.done() && seven.done() && both.done())
    log("done");
  if (one.done() && two.done() && three.done() && four.done())
    log("done");
}
