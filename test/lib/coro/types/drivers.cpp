// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks that run other tasks: for a thread that waits, for when_all, for a scope, with an executor
// among the parameters, with a stop token.
//
// type: t::sync_task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: no
//
// type: t::when_all_task
// start: lazy
// drop: destroys
// errors: stored
// awaitable: no
//
// type: t::joined
// start: eager
// drop: blocks
// errors: stored
// awaitable: no
//
// type: t::strand_task
// start: unknown
// drop: unknown
// errors: stored
// awaitable: yes
//
// type: t::cancellable<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: t::detachable
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
#include <atomic>
#include <condition_variable>
#include <coroutine>
#include <exception>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace t {
struct event {
  void set();
  void wait();
};
template <class T> class sync_task {
public:
  class promise_type {
  public:
    void start(event &e) {
      event_ = &e;
      std::coroutine_handle<promise_type>::from_promise(*this).resume();
    }
    auto get_return_object() { return std::coroutine_handle<promise_type>::from_promise(*this); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    auto final_suspend() noexcept {
      struct notifier {
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<promise_type> h) const noexcept {
          h.promise().event_->set();
        }
        void await_resume() noexcept {}
      };
      return notifier{};
    }
    void unhandled_exception() { error_ = std::current_exception(); }
    void return_value(T v) { value_ = std::move(v); }

  private:
    event *event_;
    std::exception_ptr error_;
    std::optional<T> value_;
  };
  sync_task(std::coroutine_handle<promise_type> h) : handle_(h) {}
  sync_task(sync_task &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  ~sync_task() {
    if (handle_)
      handle_.destroy();
  }
  void start(event &e) noexcept { handle_.promise().start(e); }

private:
  std::coroutine_handle<promise_type> handle_;
};

struct latch {
  std::atomic<int> count;
  std::coroutine_handle<> waiter;
  void arrive() {
    if (count.fetch_sub(1) == 1)
      waiter.resume();
  }
};
struct when_all_task {
  struct promise_type {
    latch *done = nullptr;
    std::exception_ptr error;
    when_all_task get_return_object() { return when_all_task{*this}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    auto final_suspend() noexcept {
      struct arrive {
        bool await_ready() noexcept { return false; }
        void await_suspend(std::coroutine_handle<promise_type> h) noexcept {
          h.promise().done->arrive();
        }
        void await_resume() noexcept {}
      };
      return arrive{};
    }
    void return_void() {}
    void unhandled_exception() noexcept { error = std::current_exception(); }
  };
  explicit when_all_task(promise_type &p)
      : handle(std::coroutine_handle<promise_type>::from_promise(p)) {}
  when_all_task(when_all_task &&o) noexcept : handle(std::exchange(o.handle, {})) {}
  ~when_all_task() {
    if (handle)
      handle.destroy();
  }
  void start(latch &l) {
    handle.promise().done = &l;
    handle.resume();
  }
  std::coroutine_handle<promise_type> handle;
};

// Its end waits until the body is over.
class joined {
  struct shared {
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    std::exception_ptr error;
  };

public:
  struct promise_type {
    shared *state = new shared;
    joined get_return_object() { return joined(state); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() { finish(); }
    void unhandled_exception() {
      state->error = std::current_exception();
      finish();
    }
    void finish() {
      std::lock_guard<std::mutex> lock(state->mutex);
      state->done = true;
      state->changed.notify_all();
    }
  };
  joined(const joined &) = delete;
  ~joined() {
    std::unique_lock<std::mutex> lock(state_->mutex);
    while (!state_->done)
      state_->changed.wait(lock);
  }

private:
  explicit joined(shared *s) : state_(s) {}
  shared *state_;
};

// The first parameter says where the body runs.
struct executor {
  void post(std::coroutine_handle<>) const;
};
class strand_task {
public:
  struct promise_type {
    executor where;
    std::exception_ptr error;
    template <class... Args> promise_type(executor e, Args &&...) : where(e) {}
    strand_task get_return_object() {
      return strand_task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    auto initial_suspend() noexcept {
      struct post {
        executor where;
        bool await_ready() noexcept { return false; }
        void await_suspend(std::coroutine_handle<> h) { where.post(h); }
        void await_resume() noexcept {}
      };
      return post{where};
    }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  ~strand_task() {
    if (handle_ && handle_.done())
      handle_.destroy();
  }
  bool await_ready() const { return handle_.done(); }
  void await_suspend(std::coroutine_handle<>);
  void await_resume();

private:
  explicit strand_task(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};

template <class T> class cancellable {
public:
  struct promise_type {
    std::stop_token token;
    std::optional<T> value;
    std::exception_ptr error;
    std::coroutine_handle<> waiter;
    cancellable get_return_object() {
      return cancellable(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { error = std::current_exception(); }
    template <class U> decltype(auto) await_transform(U &&u) {
      if (token.stop_requested())
        throw 1;
      return static_cast<U &&>(u);
    }
  };
  cancellable(cancellable &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  ~cancellable() {
    if (handle_)
      handle_.destroy();
  }
  cancellable &&with(std::stop_token t) && {
    handle_.promise().token = std::move(t);
    return std::move(*this);
  }
  struct awaiter {
    std::coroutine_handle<promise_type> handle;
    bool await_ready() { return false; }
    template <class P> auto await_suspend(std::coroutine_handle<P> h) {
      handle.promise().waiter = h;
      return handle;
    }
    T await_resume() { return std::move(*handle.promise().value); }
  };
  awaiter operator co_await() && { return awaiter{handle_}; }

private:
  explicit cancellable(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};

// Lazy; who wants to let go of it says so, and the frame then ends by itself.
class detachable {
public:
  struct promise_type {
    bool detached = false;
    std::exception_ptr error;
    std::coroutine_handle<> waiter = std::noop_coroutine();
    detachable get_return_object() {
      return detachable(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct final_awaiter {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> h) noexcept {
        auto waiter = h.promise().waiter;
        if (h.promise().detached)
          h.destroy();
        return waiter;
      }
      void await_resume() noexcept {}
    };
    final_awaiter final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  detachable(detachable &&o) noexcept : handle_(std::exchange(o.handle_, {})) {}
  ~detachable() {
    if (handle_)
      handle_.destroy();
  }
  void detach() && {
    auto h = std::exchange(handle_, {});
    h.promise().detached = true;
    h.resume();
  }
  bool await_ready() const noexcept { return handle_.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> w) {
    handle_.promise().waiter = w;
    return handle_;
  }
  void await_resume() {}

private:
  explicit detachable(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};
} // namespace t
#ifdef DEFINED
t::sync_task<int> one() { co_return 1; }
t::when_all_task two() { co_return; }
t::joined three() { co_return; }
t::strand_task four(t::executor) { co_return; }
t::cancellable<int> five() { co_return 1; }
t::detachable six() { co_return; }
#endif
