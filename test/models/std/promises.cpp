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

void again(std::promise<int> a, std::promise<int> b, std::promise<int> c, std::promise<int> d) {
  a.set_value(1);
  a.set_value(2); // expect: async-unchecked-set-result: 'a' has been completed on the way here
  b.set_exception(std::make_exception_ptr(1));
  b.set_exception(std::make_exception_ptr(2)); // expect: async-unchecked-set-result: 'b' has been completed
  c.set_value_at_thread_exit(1);
  c.set_value_at_thread_exit(2); // expect: async-unchecked-set-result: 'c' has been completed
  d.set_exception_at_thread_exit(std::make_exception_ptr(1));
  d.set_exception_at_thread_exit(std::make_exception_ptr(2)); // expect: async-unchecked-set-result: 'd' has been completed
}
