// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Ways on which a test has failed: nobody means them to complete anything.
#include <future>
#include <utility>

class Result {
public:
  template <class T> explicit Result(const T &holds, int * = nullptr) : holds_(holds) {}
  ~Result();
  operator bool() const { return holds_; }

private:
  bool holds_;
};
void report(const Result &result);

#define OURS_TEST_TRUE(condition, fail)                                                            \
  switch (0)                                                                                       \
  case 0:                                                                                          \
  default:                                                                                         \
    if (const Result result = Result(condition))                                                   \
      ;                                                                                            \
    else                                                                                           \
      fail report(result)
#define ASSERT_TRUE(condition) OURS_TEST_TRUE(condition, return)
#define EXPECT_TRUE(condition) OURS_TEST_TRUE(condition, )
#define EXPECT_FALSE(condition) OURS_TEST_TRUE(!(condition), )
#define ASSERT_THAT(condition)                                                                     \
  if (!(condition))                                                                                \
  return
#define OURS_ASSERT_EQ(a, b) ASSERT_THAT((a) == (b))
#define RETURN_UNLESS(condition)                                                                   \
  if (!(condition))                                                                                \
  return

void adopt(std::future<int> future);
int answer();

void asserts() {
  std::promise<int> promise;
  adopt(promise.get_future());
  ASSERT_TRUE(answer() > 0);
  ASSERT_THAT(answer() > 0);
  OURS_ASSERT_EQ(answer(), 1);
  promise.set_value(answer());
}

bool always();
#define EXPECT_THROW(statement)                                                                    \
  try {                                                                                            \
    if (always()) {                                                                                \
      statement;                                                                                   \
    }                                                                                              \
  } catch (...) {                                                                                  \
  }

void throws() {
  std::promise<int> promise;
  auto future = promise.get_future();
  EXPECT_THROW(adopt(std::move(future)); promise.set_value(answer()));
}

#define EXPECT_DIFFERENT_THROW(statement)                                                          \
  try {                                                                                            \
    if (always()) {                                                                                \
      statement;                                                                                   \
    } else                                                                                         \
      static_assert(true, "");                                                                     \
  } catch (...) {                                                                                  \
  }

void throwsToo() {
  std::promise<int> promise;
  auto future = promise.get_future();
  EXPECT_DIFFERENT_THROW(adopt(std::move(future)); promise.set_value(answer()));
}

#define OURS_VERIFY(condition)                                                                     \
  if (!(condition))                                                                                \
  return
#define OURS_COMPARE(a, b) OURS_VERIFY((a) == (b))

void verifies() {
  std::promise<int> promise;
  adopt(promise.get_future());
  OURS_VERIFY(answer() > 0);
  OURS_COMPARE(answer(), 1);
  promise.set_value(answer());
}

void isEmpty() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  EXPECT_FALSE(future.valid());
}

void returns() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  adopt(promise.get_future());
  RETURN_UNLESS(answer() > 0);
  promise.set_value(answer());
}

struct Section {
  explicit Section(const char *name);
  explicit operator bool() const;
};
#define SECTION(name) if (const Section &section = Section(name))

void sections() {
  std::promise<int> promise;
  adopt(promise.get_future());
  SECTION("one") { promise.set_value(1); }
  SECTION("two") { promise.set_value(2); }
}

void forgottenInOne() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  adopt(promise.get_future());
  SECTION("one") { promise.set_value(1); }
  SECTION("two") { answer(); }
}
