// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A test that fails returns early: nobody means that way to complete anything.
#include <future>

#define ASSERT_TRUE(condition)                                                                     \
  if (!(condition))                                                                                \
  return
#define OURS_ASSERT_EQ(a, b) ASSERT_TRUE((a) == (b))
#define RETURN_UNLESS(condition)                                                                   \
  if (!(condition))                                                                                \
  return

void adopt(std::future<int> future);
int answer();

void asserts() {
  std::promise<int> promise;
  adopt(promise.get_future());
  ASSERT_TRUE(answer() > 0);
  OURS_ASSERT_EQ(answer(), 1);
  promise.set_value(answer());
}

void returns() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  adopt(promise.get_future());
  RETURN_UNLESS(answer() > 0);
  promise.set_value(answer());
}
