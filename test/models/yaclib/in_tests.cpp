// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A test asks whether there is a future at all.
#include <yaclib/async/run.hpp>

class Result {
public:
  template <class T> explicit Result(const T &holds, int * = nullptr) : holds_(holds) {}
  ~Result();
  operator bool() const { return holds_; }

private:
  bool holds_;
};
void report(const Result &result);
#define EXPECT_FALSE(condition)                                                                    \
  if (const Result result = Result(!(condition)))                                                  \
    ;                                                                                              \
  else                                                                                             \
    report(result)

yaclib::Future<int> some(int count);

void empty() {
  auto none = some(0);
  EXPECT_FALSE(none.Valid());
}

void ready() {
  auto one = some(1); // expect: async-unretrieved-exception: 'one'
  EXPECT_FALSE(one.Ready());
}
