// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call that a test expects to throw returns nothing to await.
#include <aio/aio.h>

#include <functional>

#define EXPECT_THROW(statement, type)                                                              \
  try {                                                                                            \
    statement;                                                                                     \
  } catch (const type &) {                                                                         \
  }
#define EXPECT_NO_THROW(statement)                                                                 \
  try {                                                                                            \
    statement;                                                                                     \
  } catch (...) {                                                                                  \
  }

struct Refused {};
aio::Coroutine<int> checkedFetch(int key); // throws at once when the key is bad
aio::Coroutine<int> fetch(int key) {
  if (key < 0)
    throw Refused();
  co_return key;
}

template <class Error> void assert_throws(const std::function<void()> &callable);
template <class Error, class Callable> void checkRaisesOrThrows(Callable callable) { callable(); }
void assert_no_throw(const std::function<void()> &callable);
void run(const std::function<void()> &callable);

void clean() {
  EXPECT_THROW(checkedFetch(-1), Refused);
  EXPECT_THROW((void)checkedFetch(-1), Refused);
  EXPECT_THROW(auto work = checkedFetch(-1), Refused);
  assert_throws<Refused>([] { checkedFetch(-1); });
  checkRaisesOrThrows<Refused>([] { checkedFetch(-1); });
}

void flagged() {
  // A coroutine does not throw before it is awaited: the test fails, and here is why.
  EXPECT_THROW(fetch(-1), Refused); // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited; it never runs
  assert_throws<Refused>([] { fetch(-1); }); // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited; it never runs
  EXPECT_NO_THROW(checkedFetch(1)); // expect: async-unawaited-coroutine: coroutine 'checkedFetch' is never awaited; it never runs
  assert_no_throw([] { checkedFetch(1); }); // expect: async-unawaited-coroutine: coroutine 'checkedFetch' is never awaited; it never runs
  run([] { checkedFetch(1); }); // expect: async-unawaited-coroutine: coroutine 'checkedFetch' is never awaited; it never runs
}

// An eager one can: its promise is made before anything else.
aio::Task<int> start(int key);
void starts() { assert_throws<Refused>([] { start(-1); }); }
