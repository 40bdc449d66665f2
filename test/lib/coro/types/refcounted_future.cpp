// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A future from long before coroutines: a counted cell with a virtual end. Its promise comes from
// traits, for futures as results and for those that take a marker.
//
// type: lib::Future<int>
// start: eager
// drop: unknown
// errors: unknown
// awaitable: yes
// single-use: no
// synchronous: no
//
// type: lib::Future<void>
// start: eager
// awaitable: yes
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
struct Error {
  int code;
};
template <class T> struct Cell {
  int futures = 0, promises = 0;
  T value;
  virtual void destroy() { delete this; }
  virtual void cancel() {}
  virtual ~Cell() = default;
  void sendError(Error);
  void addFutureRef() { ++futures; }
  void delFutureRef() {
    if (!--futures) {
      if (promises)
        cancel();
      else
        destroy();
    }
  }
};
template <> struct Cell<void> : Cell<int> {};
template <class T> struct Actor final : Cell<T> {
  std::coroutine_handle<> handle;
  void cancel() override {
    if (handle)
      handle.resume();
  }
  void destroy() override { handle.destroy(); }
};
template <class T> class Future {
public:
  explicit Future(Cell<T> *c) : cell_(c) {}
  Future(const Future &o) : cell_(o.cell_) { cell_->addFutureRef(); }
  Future(Future &&o) noexcept : cell_(std::exchange(o.cell_, nullptr)) {}
  ~Future() {
    if (cell_)
      cell_->delFutureRef();
  }
  bool isReady() const;
  const T &get() const;
  Cell<T> *cell_;
};
template <> class Future<void> : public Future<int> {
  using Future<int>::Future;
};
template <class Promise, class T> struct AwaitableFuture {
  const Future<T> &future;
  Promise *promise;
  bool await_ready() const { return future.isReady(); }
  void await_suspend(std::coroutine_handle<> h) { promise->actor.handle = h; }
  void await_resume() {}
};
template <class T> struct PromiseBase {
  Actor<int> actor;
  std::suspend_never initial_suspend() const noexcept { return {}; }
  struct final_awaitable {
    Actor<int> *actor;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> h) const noexcept {
      actor->handle = h;
      actor->delFutureRef();
    }
    void await_resume() const noexcept {}
  };
  final_awaitable final_suspend() noexcept { return {&actor}; }
  void unhandled_exception() {
    try {
      std::rethrow_exception(std::current_exception());
    } catch (const Error &e) {
      actor.sendError(e);
    } catch (...) {
      actor.sendError({-1});
    }
  }
  template <class U> auto await_transform(const Future<U> &f) {
    return AwaitableFuture<PromiseBase, U>{f, this};
  }
  template <class U> auto await_transform(Future<U> &&f) {
    return AwaitableFuture<PromiseBase, U>{f, this};
  }
};
template <class T> struct CoroPromise : PromiseBase<T> {
  Future<T> get_return_object() { return Future<T>(&this->actor); }
  void return_value(T v) { this->actor.value = std::move(v); }
};
template <> struct CoroPromise<void> : PromiseBase<void> {
  Future<void> get_return_object() { return Future<void>(&this->actor); }
  void return_void() {}
};
} // namespace lib
template <class T, class... Args> struct std::coroutine_traits<lib::Future<T>, Args...> {
  using promise_type = lib::CoroPromise<T>;
};
#ifdef DEFINED
lib::Future<int> one() { co_return 1; }
lib::Future<void> two() { co_await one(); }
#endif
