// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handles on a shared core: the future detaches in its destructor, the task cancels.
//
// type: lib::Future<int>
// start: eager
// drop: detaches
// awaitable: yes
//
// type: lib::Task<int>
// start: lazy
// drop: unknown
// awaitable: yes
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
template <typename T> struct Core {
  void Store(std::exception_ptr);
  void SetCallback(void *);
  void Call();
  void StoreStop();
};
template <typename T> struct CorePtr {
  Core<T> *core = nullptr;
  explicit operator bool() const noexcept { return core != nullptr; }
  Core<T> *operator->() const noexcept { return core; }
};
template <typename T> class FutureBase {
public:
  FutureBase(FutureBase &&other) noexcept = default;
  ~FutureBase() noexcept {
    if (Valid())
      std::move(*this).Detach();
  }
  bool Valid() const & noexcept { return core_ != nullptr; }
  void Detach() && noexcept {
    auto *core = std::exchange(core_, nullptr);
    core->SetCallback(nullptr);
  }

protected:
  explicit FutureBase(Core<T> *core) : core_(core) {}
  Core<T> *core_;
};
template <typename T> class Future final : public FutureBase<T> {
public:
  explicit Future(Core<T> *core) : FutureBase<T>(core) {}
};
template <typename T> class Task final {
public:
  explicit Task(Core<T> *core) : core_{core} {}
  Task(Task &&other) = default;
  ~Task() noexcept {
    if (Valid())
      std::move(*this).Cancel();
  }
  bool Valid() const & noexcept { return core_ != nullptr; }
  void Cancel() && noexcept { core_->StoreStop(); }

private:
  Core<T> *core_;
};
template <typename T> struct Awaiter {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};
template <typename T> auto operator co_await(Future<T> &&) noexcept { return Awaiter<T>{}; }
template <typename T> auto operator co_await(Task<T> &&) noexcept { return Awaiter<T>{}; }
namespace detail {
template <typename T, bool Lazy> struct Promise;
struct Destroy {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume() noexcept {}
};
template <typename T, bool Lazy> struct Promise : Core<T> {
  auto get_return_object() noexcept {
    if constexpr (Lazy)
      return Task<T>(this);
    else
      return Future<T>(this);
  }
  auto initial_suspend() noexcept {
    if constexpr (Lazy) {
      return std::suspend_always{};
    } else {
      return std::suspend_never{};
    }
  }
  Destroy final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { this->Store(std::current_exception()); }
  void return_value(T) {}
};
} // namespace detail
} // namespace lib
template <typename T, typename... Args> struct std::coroutine_traits<lib::Future<T>, Args...> {
  using promise_type = lib::detail::Promise<T, false>;
};
template <typename T, typename... Args> struct std::coroutine_traits<lib::Task<T>, Args...> {
  using promise_type = lib::detail::Promise<T, true>;
};
#ifdef DEFINED
lib::Future<int> one() { co_return 1; }
lib::Task<int> two() { co_return 1; }
#endif
