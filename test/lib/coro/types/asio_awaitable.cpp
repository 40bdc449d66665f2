// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// coroutine_traits names a frame class whose base class destroys the handle it keeps; the object
// has a pointer to the frame.
//
// type: net::awaitable<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
// single-use: yes
// generator: no
// synchronous: no
//
// type: net::awaitable<void, net::executor>
// start: lazy
// drop: destroys
// errors: stored
#include <coroutine>
#include <exception>
#include <utility>

namespace net {
struct executor {};
namespace detail {
using std::coroutine_handle;
using std::suspend_always;
template <typename, typename> class awaitable_frame;
} // namespace detail

template <typename T, typename Executor = executor> class [[nodiscard]] awaitable {
public:
  typedef T value_type;
  constexpr awaitable() noexcept : frame_(nullptr) {}
  awaitable(awaitable &&other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  ~awaitable() {
    if (frame_)
      frame_->destroy();
  }
  bool await_ready() const noexcept { return false; }
  template <class U>
  void await_suspend(detail::coroutine_handle<detail::awaitable_frame<U, Executor>> h) {
    frame_->push_frame(&h.promise());
  }
  T await_resume() { return awaitable(static_cast<awaitable &&>(*this)).frame_->get(); }

private:
  template <typename, typename> friend class detail::awaitable_frame;
  awaitable(const awaitable &) = delete;
  explicit awaitable(detail::awaitable_frame<T, Executor> *a) : frame_(a) {}
  detail::awaitable_frame<T, Executor> *frame_;
};

namespace detail {
template <typename Executor> class awaitable_frame_base {
public:
  auto initial_suspend() noexcept { return suspend_always(); }
  auto final_suspend() noexcept {
    struct result {
      awaitable_frame_base *this_;
      bool await_ready() const noexcept { return false; }
      void await_suspend(coroutine_handle<void>) noexcept { this->this_->pop_frame(); }
      void await_resume() const noexcept {}
    };
    return result{this};
  }
  void set_except(std::exception_ptr e) noexcept { pending_ = e; }
  void unhandled_exception() { set_except(std::current_exception()); }
  template <typename T> auto await_transform(awaitable<T, Executor> a) const { return a; }
  auto await_transform(executor) noexcept { return suspend_always(); }
  void push_frame(awaitable_frame_base *caller) noexcept { caller_ = caller; }
  void pop_frame() noexcept { caller_ = nullptr; }
  void destroy() { coro_.destroy(); }

protected:
  coroutine_handle<void> coro_ = nullptr;
  awaitable_frame_base *caller_ = nullptr;
  std::exception_ptr pending_ = nullptr;
};
template <typename T, typename Executor>
class awaitable_frame : public awaitable_frame_base<Executor> {
public:
  awaitable<T, Executor> get_return_object() noexcept {
    this->coro_ = coroutine_handle<awaitable_frame>::from_promise(*this);
    return awaitable<T, Executor>(this);
  }
  template <typename U> void return_value(U &&u) { result_ = u; }
  T get() { return result_; }

private:
  T result_;
};
template <typename Executor>
class awaitable_frame<void, Executor> : public awaitable_frame_base<Executor> {
public:
  awaitable<void, Executor> get_return_object() {
    this->coro_ = coroutine_handle<awaitable_frame>::from_promise(*this);
    return awaitable<void, Executor>(this);
  }
  void return_void() {}
  void get() { this->caller_ = nullptr; }
};
} // namespace detail
} // namespace net

namespace std {
template <typename T, typename Executor, typename... Args>
struct coroutine_traits<net::awaitable<T, Executor>, Args...> {
  typedef net::detail::awaitable_frame<T, Executor> promise_type;
};
} // namespace std
#ifdef DEFINED
net::awaitable<int> one() { co_return 1; }
net::awaitable<void> both(int) { co_await one(); }
#endif
