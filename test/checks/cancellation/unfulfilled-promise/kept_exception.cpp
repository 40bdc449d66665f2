// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An exception that a handler keeps is there when it is asked for.
#include <exception>
#include <future>

void adopt(std::future<int> future);
int answer();
void log(const char *text);

void clean() {
  std::promise<int> promise;
  adopt(promise.get_future());
  std::exception_ptr error;
  try {
    promise.set_value(answer());
  } catch (...) {
    error = std::current_exception();
  }
  if (error)
    promise.set_exception(error);
}

void rethrows() {
  std::exception_ptr error;
  try {
    std::promise<int> promise;
    adopt(promise.get_future());
    promise.set_value(answer());
  } catch (...) {
    error = std::current_exception();
  }
  if (error)
    std::rethrow_exception(error);
}

void flagged() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  adopt(promise.get_future());
  std::exception_ptr error;
  try {
    promise.set_value(answer());
  } catch (...) {
    error = std::current_exception();
  }
  if (error)
    log("failed");
}

void outside() {
  std::promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  adopt(promise.get_future());
  std::exception_ptr error = std::current_exception();
  if (error)
    promise.set_exception(error);
}
