// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <kj/memory.h>

#include <coroutine>

namespace kj {

class EventLoop;
class WaitScope;
template <typename T> class Promise;
template <typename T> class ForkedPromise;

namespace _ {

struct Void {};
template <typename T> struct FixVoid_ {
  using Type = T;
};
template <> struct FixVoid_<void> {
  using Type = Void;
};
template <typename T> using FixVoid = typename FixVoid_<T>::Type;

class PromiseNode {};

class PromiseBase {
private:
  Own<PromiseNode> node;
};

template <typename T> struct Unwrap {
  using Type = T;
};
template <typename T> struct Unwrap<Promise<T>> {
  using Type = T;
};
template <typename Func, typename T> struct ReturnType_ {
  using Type = decltype(std::declval<Func>()(std::declval<T>()));
};
template <typename Func> struct ReturnType_<Func, void> {
  using Type = decltype(std::declval<Func>()());
};
template <typename Func, typename T>
using Result = typename Unwrap<typename ReturnType_<Func, T>::Type>::Type;

class ReadyNow {
public:
  operator Promise<void>() const;
};

} // namespace _

template <typename Func, typename T> using PromiseForResult = Promise<_::Result<Func, T>>;

template <typename T> class [[nodiscard]] Promise : protected _::PromiseBase {
public:
  Promise(_::FixVoid<T> value);
  Promise(Exception &&e);
  Promise(decltype(nullptr)) {}
  Promise(Promise &&other) noexcept;
  Promise &operator=(Promise &&other);

  template <typename Func> PromiseForResult<Func, T> then(Func &&func) { return nullptr; }
  template <typename Func, typename ErrorFunc>
  PromiseForResult<Func, T> then(Func &&func, ErrorFunc &&errorHandler) {
    return nullptr;
  }
  Promise<void> ignoreResult();
  template <typename ErrorFunc> Promise<T> catch_(ErrorFunc &&errorHandler) { return nullptr; }
  T wait(WaitScope &waitScope);
  bool poll(WaitScope &waitScope);
  ForkedPromise<T> fork();
  Promise<T> exclusiveJoin(Promise<T> &&other);
  template <typename... Attachments> Promise<T> attach(Attachments &&...attachments) {
    return nullptr;
  }
  template <typename ErrorFunc> Promise<T> eagerlyEvaluate(ErrorFunc &&errorHandler) {
    return nullptr;
  }
  Promise<T> eagerlyEvaluate(decltype(nullptr));
  template <typename ErrorFunc> void detach(ErrorFunc &&errorHandler) {}
};

template <typename T> class ForkedPromise {
public:
  Promise<T> addBranch();
  bool hasBranches();
};

constexpr _::ReadyNow READY_NOW = _::ReadyNow();

template <typename Func> [[nodiscard]] PromiseForResult<Func, void> evalLater(Func &&func) {
  return nullptr;
}
template <typename Func> [[nodiscard]] PromiseForResult<Func, void> evalNow(Func &&func) {
  return nullptr;
}
template <typename Func> [[nodiscard]] PromiseForResult<Func, void> evalLast(Func &&func) {
  return nullptr;
}
template <typename Func>
[[nodiscard]] PromiseForResult<Func, WaitScope &> startFiber(std::size_t stackSize, Func &&func) {
  return nullptr;
}

template <typename T> Promise<Array<T>> joinPromises(Array<Promise<T>> &&promises);

class PromiseRejector {
public:
  virtual void reject(Exception &&exception) = 0;
  virtual bool isWaiting() = 0;
};

template <typename T> class PromiseFulfiller : public PromiseRejector {
public:
  virtual void fulfill(T &&value) = 0;
  void reject(Exception &&exception) override = 0;
  bool isWaiting() override = 0;
};

template <> class PromiseFulfiller<void> : public PromiseRejector {
public:
  virtual void fulfill(_::Void &&value = _::Void()) = 0;
  void reject(Exception &&exception) override = 0;
  bool isWaiting() override = 0;
};

template <typename T> struct PromiseFulfillerPair {
  Promise<T> promise;
  Own<PromiseFulfiller<T>> fulfiller;
};
template <typename T> PromiseFulfillerPair<T> newPromiseAndFulfiller();

template <typename T> class CrossThreadPromiseFulfiller : public kj::PromiseFulfiller<T> {
public:
  virtual void fulfill(T &&value) const = 0;
  virtual void reject(Exception &&exception) const = 0;
  void fulfill(T &&value) override;
  void reject(Exception &&exception) override;
};

template <typename T> struct PromiseCrossThreadFulfillerPair {
  Promise<T> promise;
  Own<CrossThreadPromiseFulfiller<T>> fulfiller;
};
template <typename T> PromiseCrossThreadFulfillerPair<T> newPromiseAndCrossThreadFulfiller();

class Canceler {
public:
  template <typename T> Promise<T> wrap(Promise<T> promise);
  void cancel(StringPtr reason);
};

class TaskSet {
public:
  class ErrorHandler {
  public:
    virtual void taskFailed(Exception &&exception) = 0;
  };
  TaskSet(ErrorHandler &errorHandler);
  ~TaskSet() noexcept(false);
  void add(Promise<void> &&promise);
  Promise<void> onEmpty();
};

class Executor {
public:
  virtual Own<const Executor> addRef() const = 0;
  template <typename Func> PromiseForResult<Func, void> executeAsync(Func &&func) const {
    return nullptr;
  }
  template <typename Func> _::Result<Func, void> executeSync(Func &&func) const {
    return _::Result<Func, void>();
  }
};
const Executor &getCurrentThreadExecutor();

class EventLoop {
public:
  EventLoop();
  ~EventLoop() noexcept(false);
  void run(unsigned maxTurnCount = 0xffffffffu);
};

class WaitScope {
public:
  explicit WaitScope(EventLoop &loop);
};

template <typename Functor> auto coCapture(Functor &&f) { return mv(f); }

namespace _ {

class Event {};

class CoroutineBase : public PromiseNode, public Event {
public:
  auto initial_suspend() { return std::suspend_never(); }
  auto final_suspend() noexcept { return std::suspend_always(); }
  void unhandledExceptionImpl(int &result);
};

template <typename T> class PromiseAwaiter {
public:
  PromiseAwaiter(CoroutineBase &coroutine, Promise<T> &&promise);
  ~PromiseAwaiter() noexcept(false);
  bool await_ready() const { return false; }
  bool await_suspend(std::coroutine_handle<> handle);
  T await_resume();
};

template <typename Self, typename T> class CoroutineMixin {
public:
  void return_value(T value);
};
template <typename Self> class CoroutineMixin<Self, void> {
public:
  void return_void();
};

template <typename T>
class Coroutine final : public CoroutineBase, public CoroutineMixin<Coroutine<T>, T> {
public:
  Promise<T> get_return_object();
  template <typename U> PromiseAwaiter<U> await_transform(Promise<U> &promise) {
    return {*this, mv(promise)};
  }
  template <typename U> PromiseAwaiter<U> await_transform(Promise<U> &&promise) {
    return {*this, mv(promise)};
  }
  template <typename U> PromiseAwaiter<U> await_transform(ForkedPromise<U> &promise) {
    return {*this, promise.addBranch()};
  }
  void unhandled_exception() { unhandledExceptionImpl(result_); }

private:
  int result_ = 0;
};

} // namespace _
} // namespace kj

template <typename T, typename... Args> struct std::coroutine_traits<kj::Promise<T>, Args...> {
  using promise_type = kj::_::Coroutine<T>;
};
