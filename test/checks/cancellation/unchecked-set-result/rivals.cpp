// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two functions of a class that complete the same promise.
#include <aio/aio.h>

#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

/// No method cancels it, and it refuses a second result.
class [[clang::annotate("asynctidy::promise")]] Promise {
public:
  [[clang::annotate("asynctidy::completes")]] void set_value(int value);
  [[clang::annotate("asynctidy::completes")]] void set_error(std::exception_ptr error);
  bool is_set() const;
};

struct Request {
  int what;
  Promise answer;
  bool done() const;
};
using RequestPtr = std::shared_ptr<Request>;

aio::Coroutine<int> send(int what);
void log(int value);
std::exception_ptr timed_out();

class Client {
public:
  aio::Coroutine<void> run(RequestPtr request) {
    current_ = request;
    const int answer = co_await send(request->what);
    request->answer.set_value(answer); // expect: async-unchecked-set-result: 'answer' may have been completed while the coroutine was suspended; 'Promise::set_value' fails if it was
                                       // note: others get hold of it here
                                       // note: others run while the coroutine is suspended here
                                       // note: this completes it, too
  }
  void expire() { current_->answer.set_error(timed_out()); }

  aio::Coroutine<void> queue(RequestPtr request) {
    waiting_.push_back(request);
    request->answer.set_value(co_await send(request->what)); // expect: async-unchecked-set-result: 'answer' may have been completed
  }
  void clear() {
    for (const RequestPtr &each : waiting_)
      each->answer.set_error(timed_out());
    waiting_.clear();
  }

  aio::Coroutine<void> table(int key, std::shared_ptr<Promise> promise) {
    promises_.emplace(key, promise);
    const int answer = co_await send(key);
    log(answer);
    promise->set_value(answer); // expect: async-unchecked-set-result: 'promise' may have been completed
  }
  void forget(int key) {
    if (auto found = promises_.find(key); found != promises_.end())
      found->second->set_error(timed_out());
  }

  aio::Coroutine<void> failing(RequestPtr request) {
    current_ = request;
    std::exception_ptr error;
    try {
      co_await send(request->what);
    } catch (...) {
      error = std::current_exception();
    }
    if (error)
      request->answer.set_error(error); // expect: async-unchecked-set-result: 'answer' may have been completed
  }

private:
  RequestPtr current_;
  std::deque<RequestPtr> waiting_;
  std::map<int, std::shared_ptr<Promise>> promises_;
};

// Silent.

class Careful {
public:
  aio::Coroutine<void> asked(RequestPtr request) {
    current_ = request;
    const int answer = co_await send(request->what);
    if (!request->answer.is_set())
      request->answer.set_value(answer);
  }
  aio::Coroutine<void> askedThroughAFunction(RequestPtr request) {
    current_ = request;
    const int answer = co_await send(request->what);
    if (request->done())
      co_return;
    request->answer.set_value(answer);
  }
  aio::Coroutine<void> atOnce(RequestPtr request) {
    const int answer = co_await send(request->what);
    current_ = request;
    request->answer.set_value(answer);
  }
  aio::Coroutine<void> before(RequestPtr request) {
    current_ = request;
    request->answer.set_value(1);
    co_await send(request->what);
  }
  /// Nobody else gets it.
  aio::Coroutine<void> unshared(RequestPtr request) {
    const int answer = co_await send(request->what);
    request->answer.set_value(answer);
  }
  aio::Coroutine<void> another(RequestPtr request, RequestPtr next) {
    current_ = next;
    const int answer = co_await send(request->what);
    request->answer.set_value(answer);
  }
  void expire() { current_->answer.set_error(timed_out()); }

private:
  RequestPtr current_;
};

/// Nobody else completes what is in there.
class Alone {
public:
  aio::Coroutine<void> run(RequestPtr request) {
    current_ = request;
    const int answer = co_await send(request->what);
    request->answer.set_value(answer);
  }
  int what() const { return current_->what; }

private:
  RequestPtr current_;
};
