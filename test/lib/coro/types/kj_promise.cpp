// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Owned nodes with a virtual destructor behind a disposer: what dropping does can't be seen.
//
// type: lib::Promise<int>
// start: eager
// drop: unknown
// errors: stored
// awaitable: yes
#include <coroutine>
#include <exception>

namespace lib {
class Disposer {
public:
  virtual void disposeImpl(void *pointer) const = 0;
};
template <typename T> class Own {
public:
  ~Own() { dispose(); }

private:
  const Disposer *disposer_;
  T *pointer_;
  void dispose() {
    T *copy = pointer_;
    if (copy != nullptr) {
      pointer_ = nullptr;
      disposer_->disposeImpl(copy);
    }
  }
};
class PromiseNode {
public:
  virtual ~PromiseNode();
};
template <typename T> class [[nodiscard]] Promise {
public:
  explicit Promise(Own<PromiseNode> node);

private:
  Own<PromiseNode> node_;
};
namespace internal {
template <typename T> class Coroutine {
public:
  Promise<T> get_return_object();
  std::suspend_never initial_suspend() { return {}; }
  struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept;
    void await_resume() noexcept {}
  };
  FinalAwaiter final_suspend() noexcept { return {}; }
  void unhandled_exception() { result_.addException(std::current_exception()); }
  template <typename U> void return_value(U &&u);
  template <typename U> struct Awaiter {
    bool await_ready() const { return false; }
    bool await_suspend(std::coroutine_handle<>);
    U await_resume();
  };
  template <typename U> Awaiter<U> await_transform(Promise<U> &promise);
  template <typename U> Awaiter<U> await_transform(Promise<U> &&promise);

private:
  struct {
    void addException(std::exception_ptr) {}
  } result_;
};
} // namespace internal
} // namespace lib
template <typename T, typename... Args> struct std::coroutine_traits<lib::Promise<T>, Args...> {
  using promise_type = lib::internal::Coroutine<T>;
};
