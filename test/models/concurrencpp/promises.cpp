// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The error of a future whose promise only this function has is its own doing.
#include <concurrencpp/concurrencpp.h>

#include <utility>

void check(bool holds);
int parse(const char *text);
void adopt(concurrencpp::result_promise<int> promise);

void completedHere(const char *text) {
  concurrencpp::result_promise<int> promise;
  auto result = promise.get_result();
  if (!text)
    promise.set_exception(std::make_exception_ptr(1));
  else
    promise.set_result(parse(text));
  check(result.status() == concurrencpp::result_status::value);
}

void completedElsewhere() {
  concurrencpp::result_promise<int> promise;
  auto result = promise.get_result(); // expect: async-unretrieved-exception: is kept in 'result'
  adopt(std::move(promise));
  check(result.status() == concurrencpp::result_status::value);
}

void shared() {
  concurrencpp::result_promise<int> promise;
  concurrencpp::shared_result<int> result(promise.get_result());
  check(result.status() == concurrencpp::result_status::idle);
}

// A promise that only the function and its test have.
template <class Error, class Callable> void assert_throws(Callable callable) {}
void look(concurrencpp::result_status status);

void tested() {
  concurrencpp::result_promise<int> promise;
  auto result = promise.get_result();
  assert_throws<std::exception>([&promise] { promise.set_result(1); });
  look(result.status());
}

void movedOn() {
  concurrencpp::result_promise<int> one;
  concurrencpp::result_promise<int> other;
  auto result = other.get_result();
  one = std::move(other);
  one.set_result(1);
  look(result.status());
}
