// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that never throw open no way by which a promise is left.
#include <future>

void adopt(std::future<int> future);
bool check(int value);
bool checkQuietly(int value) noexcept;
struct Rules {
  bool allow(int value) const;
  bool allowQuietly(int value) const noexcept;
};
template <class T> struct Table {
  bool has(T value) const noexcept;
};

void clean(const Rules &rules, const Table<int> &table) {
  std::promise<int> promise;
  adopt(promise.get_future());
  try {
    checkQuietly(1);
    rules.allowQuietly(1);
    table.has(1);
    promise.set_value(1);
  } catch (...) {
  }
}

void flagged(const Rules &rules) {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  adopt(promise.get_future());
  try {
    rules.allow(1);
    promise.set_value(1);
  } catch (...) {
  }
  std::promise<int> other; // expect: async-unfulfilled-promise: 'other' is not completed on every way
  adopt(other.get_future());
  try {
    check(1);
    other.set_value(1);
  } catch (...) {
  }
}
