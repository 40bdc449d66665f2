// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The frame ends by itself; object and promise share what outlives it.
//
// type: t::shared_task<int>
// start: eager
// drop: detaches
// errors: stored
// awaitable: yes
// single-use: no
// synchronous: no
//
// type: t::counted_task<int>
// start: eager
// drop: detaches
// errors: stored
// awaitable: yes
//
// type: t::future<int>
// start: eager
// drop: detaches
// errors: stored
// awaitable: no
// synchronous: no
//
// type: t::derived<int>
// start: unknown
// errors: stored
// awaitable: no
// synchronous: no
#include <atomic>
#include <coroutine>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace t {
template <class T> struct state {
  std::mutex mutex;
  std::optional<T> value;
  std::exception_ptr error;
  std::vector<std::coroutine_handle<>> waiters;
  void finish() {
    std::vector<std::coroutine_handle<>> ready;
    {
      std::lock_guard<std::mutex> lock(mutex);
      ready.swap(waiters);
    }
    for (auto h : ready)
      h.resume();
  }
};
template <class T> class shared_task {
public:
  class promise_type {
  public:
    promise_type() : state_(std::make_shared<state<T>>()) {}
    shared_task get_return_object() { return shared_task(state_); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) {
      state_->value = std::move(v);
      state_->finish();
    }
    void unhandled_exception() {
      state_->error = std::current_exception();
      state_->finish();
    }

  private:
    std::shared_ptr<state<T>> state_;
  };
  explicit shared_task(std::shared_ptr<state<T>> s) : state_(std::move(s)) {}
  bool await_ready() const { return state_->value.has_value(); }
  void await_suspend(std::coroutine_handle<> h) {
    std::lock_guard<std::mutex> lock(state_->mutex);
    state_->waiters.push_back(h);
  }
  T await_resume() const { return *state_->value; }

private:
  std::shared_ptr<state<T>> state_;
};

// A counted pointer of its own; the running body counts, too.
template <class P> class intrusive_ptr {
public:
  intrusive_ptr(P *p) : p_(p) {
    if (p_)
      p_->add_ref();
  }
  intrusive_ptr(const intrusive_ptr &o) : intrusive_ptr(o.p_) {}
  ~intrusive_ptr() {
    if (p_)
      p_->release();
  }
  P *operator->() const { return p_; }

private:
  P *p_;
};
template <class T> class counted_task {
public:
  struct promise_type {
    std::atomic<int> refs{1};
    std::optional<T> value;
    std::exception_ptr error;
    std::coroutine_handle<> waiter;
    void add_ref() { refs.fetch_add(1, std::memory_order_relaxed); }
    void release() {
      if (refs.fetch_sub(1, std::memory_order_acq_rel) == 1)
        std::coroutine_handle<promise_type>::from_promise(*this).destroy();
    }
    counted_task get_return_object() { return counted_task(this); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    struct final_awaiter {
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<promise_type> h) noexcept {
        auto waiter = h.promise().waiter;
        h.promise().release();
        if (waiter)
          waiter.resume();
      }
      void await_resume() noexcept {}
    };
    final_awaiter final_suspend() noexcept { return {}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { error = std::current_exception(); }
  };
  explicit counted_task(promise_type *p) : promise_(p) {}
  auto operator co_await() const {
    struct awaiter {
      intrusive_ptr<promise_type> promise;
      bool await_ready() { return promise->value.has_value(); }
      void await_suspend(std::coroutine_handle<> h) { promise->waiter = h; }
      T await_resume() { return *promise->value; }
    };
    return awaiter{promise_};
  }

private:
  intrusive_ptr<promise_type> promise_;
};

// For threads to wait for.
template <class T> struct future {
  struct promise_type {
    std::promise<T> promise;
    future get_return_object() { return {promise.get_future()}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T v) { promise.set_value(std::move(v)); }
    void unhandled_exception() { promise.set_exception(std::current_exception()); }
  };
  std::future<T> result;
  T get() { return result.get(); }
};
template <class T> struct derived : std::future<T> {
  struct promise_type : std::promise<T> {
    derived get_return_object() { return {this->get_future()}; }
    struct dispatch {
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<> h) const {
        std::thread worker([h] { h.resume(); });
        worker.detach();
      }
      void await_resume() const noexcept {}
    };
    dispatch initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_value(const T &v) { this->set_value(v); }
    void unhandled_exception() noexcept { this->set_exception(std::current_exception()); }
  };
};
} // namespace t
#ifdef DEFINED
t::shared_task<int> one() { co_return 1; }
t::counted_task<int> two() { co_return co_await one(); }
t::future<int> three() { co_return 1; }
t::derived<int> four() { co_return 1; }
#endif
