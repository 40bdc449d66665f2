// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Models=%S/chain.json
// Futures with one owner, which continuations are chained to, as Seastar and folly have them.
#include <exception>
#include <functional>
#include <utility>

namespace chain {

template <class T = void> class Result;
Result<int> made();

template <class T> class [[nodiscard]] Result {
public:
  Result(Result &&) noexcept;
  Result &operator=(Result &&) noexcept;
  ~Result();
  bool ready() const;
  bool failed() const;
  T get();
  std::exception_ptr error();
  void ignore();
  template <class F> Result<int> then(F) { return made(); }
  template <class F> Result<int> always(F) { return made(); }
};

} // namespace chain

using chain::Result;
Result<int> fetch(int what);
Result<> store(int what);
Result<int> ready(int value);
void log(const char *text);
void log(std::exception_ptr error);
void take(Result<int> result);
struct Stages {
  Result<> enqueued;
  Result<int> finished;
};
Stages stages();

Result<int> skipped() {
  auto both = stages();
  return both.enqueued.then([last = std::move(both.finished)]() mutable { return std::move(last); }); // expect: async-unretrieved-exception: 'last' moves into a continuation that is not called if the work before it fails; then nobody reads 'last'
                                                                                                      // note: wait for both
}

Result<int> skippedParameter(Result<> first, Result<int> second) {
  return first.then([second = std::move(second)]() mutable { // expect: async-unretrieved-exception: 'second' moves into a continuation
    return std::move(second);
  });
}

Result<int> onlyTheGoodOne() {
  return fetch(1).always([](Result<int> result) { // expect: async-unretrieved-exception: 'result' is the only handle on this work, and nobody reads it on one way
                                                  // note: if this holds
                                                  // note: look at its error on every way
    if (result.failed())
      log("failed");
    else
      log(result.get() > 3 ? "much" : "little");
    return ready(0);
  });
}

Result<int> failedAndForgotten() {
  return fetch(1).always([](Result<int> result) { // expect: async-unretrieved-exception: 'result' is the only handle
    if (!result.failed() && result.get() > 0)
      return ready(1);
    log("failed");
    return ready(2);
  });
}

Result<int> neverLooked() {
  return fetch(1).always([](Result<int> result) { return ready(1); }); // expect: async-unretrieved-exception: 'result' is the only handle
}

void named(Result<int> result, bool wanted) { // expect: async-unretrieved-exception: 'result' is the only handle
  if (wanted)
    take(std::move(result));
}

void askedOnly(Result<int> result) { // expect: async-unretrieved-exception: 'result' is the only handle
  while (!result.ready())
    log("wait");
}

struct Waiter {
  void end(Result<int> result) { // expect: async-unretrieved-exception: 'result' is the only handle
    if (ended)
      return;
    take(std::move(result));
  }
  bool ended = false;
};

// Silent from here on.

Result<int> calledInAnyCase() {
  auto both = stages();
  return both.enqueued.always([last = std::move(both.finished)](Result<> first) mutable {
    if (first.failed()) {
      log(first.error());
      last.ignore();
      return ready(0);
    }
    return std::move(last);
  });
}

Result<int> otherCaptures(int what) {
  return fetch(1).then([what, text = "x"](int value) { return ready(what + value); });
}

Result<int> looked() {
  return fetch(1).always([](Result<int> result) {
    if (result.failed()) {
      log(result.error());
      return ready(0);
    }
    return ready(result.get());
  });
}

/// Ready and without an error: nothing is lost.
Result<int> goodAndUnused() {
  return store(1).always([](Result<> result) {
    if (result.failed()) {
      log(result.error());
    }
    return ready(1);
  });
}

Result<int> ignored() {
  return fetch(1).always([](Result<int> result) {
    result.ignore();
    return ready(1);
  });
}

Result<int> unnamed() {
  return fetch(1).always([](Result<int>) { return ready(1); });
}

void saidSo(Result<int> result) { (void)result; }

void handedOn(Result<int> result, bool quick) {
  if (quick)
    return take(std::move(result));
  result.always([](Result<int> each) { return each; }).ignore();
}

Result<int> returned(Result<int> result) { return result; }

struct Base {
  virtual ~Base();
  virtual void end(Result<int> result) { log("no"); }
};

struct Keeps {
  explicit Keeps(Result<int> result) : result_(std::move(result)) {}
  Result<int> result_;
};

template <class F> void accept(F) {}
void inAnUnknownWay(const Result<int> &result, Result<int> &other) { log("look"); }
