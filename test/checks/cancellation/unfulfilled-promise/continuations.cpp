// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async.Models=%S/chain.json
// Promises that only a continuation completes, which is skipped when the work before it fails.
#include <exception>
#include <memory>
#include <utility>

namespace chain {

template <class T = void> class Result;
Result<> made();

template <class T> class [[nodiscard]] Result {
public:
  Result(Result &&) noexcept;
  Result &operator=(Result &&) noexcept;
  ~Result();
  bool failed() const;
  std::exception_ptr error();
  template <class F> Result<> then(F) { return made(); }
  template <class F> Result<> always(F) { return made(); }
};

template <class T = void> class Promise {
public:
  Promise();
  Promise(Promise &&) noexcept;
  ~Promise();
  Result<T> result();
  void set_value();
  void set_error(std::exception_ptr error);
  bool is_set() const;
};

Result<> pause(int seconds);
Result<> ready();

} // namespace chain

using chain::Promise;
using chain::Result;
Result<> load(int what);
Result<> save(int what);
void log(const char *text);
void adopt(Promise<> &promise);

Result<> movedIn(Promise<> loaded) {
  return load(1).then([loaded = std::move(loaded)]() mutable { // expect: async-unfulfilled-promise: only this continuation completes 'loaded', and 'chain::Result::then' skips it when the work before has failed: whoever waits gets an error instead of a result then
                                                               // note: use a continuation that is called in both cases
    loaded.set_value();
  });
}

Result<> localOne() {
  Promise<> loaded;
  (void)load(1).then([p = std::move(loaded)]() mutable { p.set_value(); }); // expect: async-unfulfilled-promise: only this continuation completes 'p'
  return save(1);
}

struct Context {
  Promise<> loaded;
  int what;
};

Result<> throughAHandle(std::shared_ptr<Context> context) {
  return load(context->what).then([context] { context->loaded.set_value(); }); // expect: async-unfulfilled-promise: only this continuation completes 'loaded'
}

// Silent.

Result<> bothCases(Promise<> loaded) {
  return load(1).always([loaded = std::move(loaded)](Result<> done) mutable {
    if (done.failed())
      loaded.set_error(done.error());
    else
      loaded.set_value();
  });
}

/// Neither of these fails.
Result<> cannotFail(Promise<> first, Promise<> second) {
  (void)chain::pause(1).then([first = std::move(first)]() mutable { first.set_value(); });
  return chain::ready().then([second = std::move(second)]() mutable { second.set_value(); });
}

struct Job {
  Promise<> done;
};

Result<> errorElsewhere(std::shared_ptr<Job> job) {
  return load(1).then([job] { job->done.set_value(); }).always([job](Result<> done) {
    if (done.failed())
      job->done.set_error(done.error());
  });
}

struct Shared {
  Promise<> done;
};
void watch(Shared &shared) { adopt(shared.done); }

Result<> adopted(std::shared_ptr<Shared> shared) {
  return load(1).then([shared] { shared->done.set_value(); });
}

/// Whoever has the promise may complete it.
Result<> byReference(Promise<> &loaded) {
  return load(1).then([&loaded] { loaded.set_value(); });
}

/// It completes nothing.
Result<> asks(std::shared_ptr<Context> context) {
  return load(1).then([context] {
    if (context->loaded.is_set())
      log("loaded");
  });
}
