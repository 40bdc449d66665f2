// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generators of all kinds: with nested ones, with values sent in, without a heap, as views, as
// pointers to their promise, started before anybody asks.
//
// type: t::recursive<int>
// start: lazy
// drop: destroys
// errors: stored
// generator: yes
// async-generator: no
// awaitable: no
//
// type: t::channel<int, char>
// start: lazy
// drop: destroys
// errors: rethrown
// generator: yes
// awaitable: no
//
// type: t::eager<int, false>
// start: eager
// drop: destroys
// errors: terminates
// generator: yes
// awaitable: no
//
// type: t::eager<int, true>
// start: lazy
// generator: yes
//
// type: t::nothrow<int>
// start: lazy
// drop: destroys
// errors: terminates
// generator: yes
//
// type: t::view<int>
// start: lazy
// drop: destroys
// errors: stored
// generator: yes
//
// type: t::by_promise<int>
// start: lazy
// drop: destroys
// errors: stored
// generator: yes
//
// type: t::move_next
// start: lazy
// drop: leaks
// errors: terminates
// generator: yes
#include <coroutine>
#include <exception>
#include <iterator>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace t {
// `co_yield other_generator` runs the other one in place.
template <class T> class recursive {
public:
  class promise_type final {
    T *value_ = nullptr;
    std::exception_ptr error_;
    promise_type *root_ = this;
    promise_type *leaf_ = this;

  public:
    recursive get_return_object() noexcept { return recursive{*this}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { error_ = std::current_exception(); }
    void return_void() noexcept {}
    std::suspend_always yield_value(T &v) noexcept {
      value_ = std::addressof(v);
      return {};
    }
    std::suspend_always yield_value(T &&v) noexcept { return yield_value(v); }
    auto yield_value(recursive &&nested) noexcept {
      struct awaitable {
        promise_type *child;
        bool await_ready() noexcept { return child == nullptr; }
        void await_suspend(std::coroutine_handle<promise_type>) noexcept {}
        void await_resume() {
          if (child && child->error_)
            std::rethrow_exception(child->error_);
        }
      };
      nested.promise_->root_ = root_;
      root_->leaf_ = nested.promise_;
      nested.promise_->pull();
      return awaitable{nested.promise_};
    }
    template <class U> std::suspend_never await_transform(U &&) = delete;
    void destroy() noexcept { std::coroutine_handle<promise_type>::from_promise(*this).destroy(); }
    void pull() noexcept { std::coroutine_handle<promise_type>::from_promise(*leaf_).resume(); }
  };
  recursive(promise_type &p) noexcept : promise_(&p) {}
  recursive(recursive &&o) noexcept : promise_(std::exchange(o.promise_, nullptr)) {}
  ~recursive() {
    if (promise_ != nullptr)
      promise_->destroy();
  }
  bool next() {
    promise_->pull();
    return true;
  }

private:
  promise_type *promise_;
};

// Values go both ways.
template <class Out, class In> class channel {
public:
  struct promise_type {
    Out out;
    In in;
    struct sent {
      promise_type &p;
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) noexcept {}
      In await_resume() noexcept { return std::move(p.in); }
    };
    sent yield_value(Out v) {
      out = std::move(v);
      return {*this};
    }
    channel get_return_object() {
      return channel(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  explicit channel(std::coroutine_handle<promise_type> h) : handle_(h) {}
  channel(channel &&o) noexcept : handle_(std::exchange(o.handle_, nullptr)) {}
  ~channel() {
    if (handle_)
      handle_.destroy();
  }
  Out send(In v) {
    handle_.promise().in = std::move(v);
    handle_.resume();
    return handle_.promise().out;
  }

private:
  std::coroutine_handle<promise_type> handle_;
};

// `if constexpr` in initial_suspend.
template <class T, bool suspends> struct eager {
  struct promise_type {
    T current;
    auto get_return_object() noexcept { return eager{handle::from_promise(*this)}; }
    constexpr auto initial_suspend() noexcept {
      if constexpr (suspends) {
        return std::suspend_always();
      } else {
        return std::suspend_never();
      }
    }
    constexpr auto final_suspend() noexcept { return std::suspend_always(); }
    [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
    constexpr void return_void() noexcept {}
    constexpr auto yield_value(T v) noexcept {
      current = std::move(v);
      return std::suspend_always();
    }
    using handle = std::coroutine_handle<promise_type>;
  };
  explicit eager(typename promise_type::handle h) noexcept : coro(h) {}
  ~eager() {
    if (coro)
      coro.destroy();
  }
  typename promise_type::handle coro;
};

// Where memory may run out.
template <class T> class nothrow {
public:
  struct promise_type {
    T value;
    static nothrow get_return_object_on_allocation_failure() noexcept { return nothrow(nullptr); }
    nothrow get_return_object() noexcept { return nothrow(handle::from_promise(*this)); }
    static void *operator new(std::size_t n, const std::nothrow_t &) noexcept;
    static void operator delete(void *p) noexcept;
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T v) noexcept {
      value = v;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::abort(); }
    using handle = std::coroutine_handle<promise_type>;
  };
  nothrow(nothrow &&o) noexcept : handle_(std::exchange(o.handle_, nullptr)) {}
  ~nothrow() {
    if (handle_)
      handle_.destroy();
  }

private:
  explicit nothrow(std::coroutine_handle<promise_type> h) : handle_(h) {}
  std::coroutine_handle<promise_type> handle_;
};

// With a base class of ranges, and iterators that share nothing with it.
template <class D> struct view_interface {
  bool empty() { return static_cast<D &>(*this).begin() == std::default_sentinel; }
};
template <class T> class view : public view_interface<view<T>> {
public:
  struct promise_type {
    std::add_pointer_t<T> value = nullptr;
    std::exception_ptr error;
    view get_return_object() {
      return view(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    auto initial_suspend() const noexcept { return std::suspend_always{}; }
    auto final_suspend() const noexcept { return std::suspend_always{}; }
    template <class U> auto yield_value(U &&v) noexcept {
      value = std::addressof(v);
      return std::suspend_always{};
    }
    void return_void() const noexcept {}
    void unhandled_exception() { error = std::current_exception(); }
    void await_transform() = delete;
  };
  struct iterator {
    std::coroutine_handle<promise_type> handle;
    T &operator*() const { return *handle.promise().value; }
    iterator &operator++() {
      handle.resume();
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return handle.done(); }
  };
  iterator begin() {
    handle_.resume();
    return {handle_.get()};
  }
  std::default_sentinel_t end() { return {}; }

private:
  struct shared {
    std::coroutine_handle<promise_type> h;
    explicit shared(std::coroutine_handle<promise_type> h) : h(h) {}
    shared(shared &&o) noexcept : h(std::exchange(o.h, nullptr)) {}
    ~shared() {
      if (h)
        h.destroy();
    }
    void resume() { h.resume(); }
    auto get() const { return h; }
  };
  explicit view(std::coroutine_handle<promise_type> h) : handle_(h) {}
  shared handle_;
};

// The promise itself is what coroutines return; the object is made from it.
template <class T> struct by_promise {
  struct promise_type {
    T *value;
    std::exception_ptr error;
    promise_type &get_return_object() { return *this; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T v) {
      value = std::addressof(v);
      return {};
    }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  by_promise(promise_type &p) : handle(std::coroutine_handle<promise_type>::from_promise(p)) {}
  by_promise(by_promise &&o) noexcept : handle(std::exchange(o.handle, nullptr)) {}
  ~by_promise() {
    if (handle)
      handle.destroy();
  }
  std::coroutine_handle<promise_type> handle;
};

// As in tutorials: nobody destroys it.
struct move_next {
  struct promise_type;
  using handle = std::coroutine_handle<promise_type>;
  struct promise_type {
    int current;
    auto get_return_object() { return move_next{handle::from_promise(*this)}; }
    auto initial_suspend() { return std::suspend_always{}; }
    auto final_suspend() noexcept { return std::suspend_always{}; }
    void unhandled_exception() { std::terminate(); }
    void return_value(int v) { current = v; }
    auto yield_value(int v) {
      current = v;
      return std::suspend_always{};
    }
  };
  bool next() { return coro ? (coro.resume(), !coro.done()) : false; }
  handle coro;
};
} // namespace t
#ifdef DEFINED
t::recursive<int> one() { co_yield 1; }
t::channel<int, char> two() { co_yield 1; }
t::eager<int, false> three() { co_yield 1; }
t::eager<int, true> four() { co_yield 1; }
t::nothrow<int> five() { co_yield 1; }
t::view<int> six() { co_yield 1; }
t::by_promise<int> seven() { co_yield 1; }
t::move_next eight() {
  co_yield 1;
  co_return 2;
}
#endif
