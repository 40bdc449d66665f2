// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A promise of which somebody waits for the future must be satisfied.
#include <exception>
#include <future>

int compute();

void oneArm(std::promise<int> promise, bool ready) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way
  if (ready)
    promise.set_value(compute());
}

void eachArm(std::promise<int> promise, int kind) {
  switch (kind) {
  case 0:
    promise.set_value(1);
    break;
  case 1:
    promise.set_exception(std::make_exception_ptr(1));
    break;
  case 2:
    promise.set_value_at_thread_exit(1);
    break;
  default:
    promise.set_exception_at_thread_exit(std::make_exception_ptr(1));
  }
}
