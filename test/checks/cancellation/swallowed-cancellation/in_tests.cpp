// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A test that expects an exception sees a cancellation, too.
#include <aio/aio.h>

#define EXPECT_ANY_THROW(statement)                                                                \
  try {                                                                                            \
    statement;                                                                                     \
    failed();                                                                                      \
  } catch (...) {                                                                                  \
  }
#define IGNORE_ERRORS(statement)                                                                   \
  try {                                                                                            \
    statement;                                                                                     \
  } catch (...) {                                                                                  \
  }

void failed();
aio::Coroutine<int> work();

aio::Coroutine<void> tests() {
  EXPECT_ANY_THROW(co_await work());
  IGNORE_ERRORS(co_await work()); // expect: async-swallowed-cancellation: this handler also catches
}
