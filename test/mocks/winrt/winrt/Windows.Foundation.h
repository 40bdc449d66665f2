// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <winrt/base.h>

namespace winrt::Windows::Foundation {

using TimeSpan = std::chrono::duration<long long, std::ratio<1, 10'000'000>>;
enum class AsyncStatus : int { Started, Completed, Canceled, Error };

struct IInspectable {
  IInspectable(std::nullptr_t = nullptr) noexcept {}
};
struct IAsyncInfo;
struct IAsyncAction;
template <typename TProgress> struct IAsyncActionWithProgress;
template <typename TResult> struct IAsyncOperation;
template <typename TResult, typename TProgress> struct IAsyncOperationWithProgress;

} // namespace winrt::Windows::Foundation

namespace winrt::impl {

template <typename D> struct consume_Windows_Foundation_IAsyncInfo {
  auto Status() const -> Windows::Foundation::AsyncStatus;
  auto ErrorCode() const -> hresult;
  auto Cancel() const -> void;
  auto Close() const -> void;
};
template <typename D> struct consume_Windows_Foundation_IAsyncAction {
  auto GetResults() const -> void;
  auto get() const -> void;
  auto wait_for(Windows::Foundation::TimeSpan const &timeout) const
      -> Windows::Foundation::AsyncStatus;
};
template <typename D, typename TProgress>
struct consume_Windows_Foundation_IAsyncActionWithProgress {
  auto GetResults() const -> void;
  auto get() const -> void;
  auto wait_for(Windows::Foundation::TimeSpan const &timeout) const
      -> Windows::Foundation::AsyncStatus;
};
template <typename D, typename TResult> struct consume_Windows_Foundation_IAsyncOperation {
  auto GetResults() const -> TResult;
  auto get() const -> TResult;
  auto wait_for(Windows::Foundation::TimeSpan const &timeout) const
      -> Windows::Foundation::AsyncStatus;
};
template <typename D, typename TResult, typename TProgress>
struct consume_Windows_Foundation_IAsyncOperationWithProgress {
  auto GetResults() const -> TResult;
  auto get() const -> TResult;
  auto wait_for(Windows::Foundation::TimeSpan const &timeout) const
      -> Windows::Foundation::AsyncStatus;
};

template <> struct consume<Windows::Foundation::IAsyncAction> {
  using type = consume_Windows_Foundation_IAsyncAction<Windows::Foundation::IAsyncAction>;
};
template <typename P> struct consume<Windows::Foundation::IAsyncActionWithProgress<P>> {
  using type = consume_Windows_Foundation_IAsyncActionWithProgress<
      Windows::Foundation::IAsyncActionWithProgress<P>, P>;
};
template <typename R> struct consume<Windows::Foundation::IAsyncOperation<R>> {
  using type =
      consume_Windows_Foundation_IAsyncOperation<Windows::Foundation::IAsyncOperation<R>, R>;
};
template <typename R, typename P>
struct consume<Windows::Foundation::IAsyncOperationWithProgress<R, P>> {
  using type = consume_Windows_Foundation_IAsyncOperationWithProgress<
      Windows::Foundation::IAsyncOperationWithProgress<R, P>, R, P>;
};

template <typename D> struct require : consume_Windows_Foundation_IAsyncInfo<D> {};

} // namespace winrt::impl

namespace winrt::Windows::Foundation {

struct IAsyncAction : IInspectable, impl::consume_t<IAsyncAction>, impl::require<IAsyncAction> {
  using IInspectable::IInspectable;
};
template <typename TProgress>
struct IAsyncActionWithProgress : IInspectable,
                                  impl::consume_t<IAsyncActionWithProgress<TProgress>>,
                                  impl::require<IAsyncActionWithProgress<TProgress>> {
  using IInspectable::IInspectable;
};
template <typename TResult>
struct IAsyncOperation : IInspectable,
                         impl::consume_t<IAsyncOperation<TResult>>,
                         impl::require<IAsyncOperation<TResult>> {
  using IInspectable::IInspectable;
};
template <typename TResult, typename TProgress>
struct IAsyncOperationWithProgress
    : IInspectable,
      impl::consume_t<IAsyncOperationWithProgress<TResult, TProgress>>,
      impl::require<IAsyncOperationWithProgress<TResult, TProgress>> {
  using IInspectable::IInspectable;
};

} // namespace winrt::Windows::Foundation

namespace winrt::impl {

template <typename Async, bool preserve_context = true> struct await_adapter {
  template <typename T> await_adapter(T &&async) : async(std::forward<T>(async)) {}
  bool await_ready() const noexcept { return false; }
  template <typename T> bool await_suspend(std::coroutine_handle<T> handle);
  auto await_resume() const { return async.GetResults(); }

  std::conditional_t<preserve_context, Async const &, Async> async;
};

template <typename Derived, typename AsyncInterface> struct promise_base {
  AsyncInterface get_return_object() const noexcept { return nullptr; }
  std::suspend_never initial_suspend() const noexcept { return {}; }
  struct final_suspend_awaiter {
    promise_base *promise;
    bool await_ready() const noexcept { return false; }
    void await_resume() const noexcept {}
    bool await_suspend(std::coroutine_handle<>) const noexcept {
      return promise->references.fetch_sub(1) > 1;
    }
  };
  auto final_suspend() noexcept { return final_suspend_awaiter{this}; }
  void unhandled_exception() noexcept { m_exception = std::current_exception(); }
  template <typename Expression> Expression &&await_transform(Expression &&expression) {
    return std::forward<Expression>(expression);
  }

  std::exception_ptr m_exception{};
  std::atomic<unsigned> references{1};
};

} // namespace winrt::impl

namespace winrt::Windows::Foundation {

inline impl::await_adapter<IAsyncAction> operator co_await(IAsyncAction const &async) {
  return {async};
}
template <typename P>
impl::await_adapter<IAsyncActionWithProgress<P>>
operator co_await(IAsyncActionWithProgress<P> const &async) {
  return {async};
}
template <typename R>
impl::await_adapter<IAsyncOperation<R>> operator co_await(IAsyncOperation<R> const &async) {
  return {async};
}
template <typename R, typename P>
impl::await_adapter<IAsyncOperationWithProgress<R, P>>
operator co_await(IAsyncOperationWithProgress<R, P> const &async) {
  return {async};
}

} // namespace winrt::Windows::Foundation

template <typename... Args>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncAction, Args...> {
  struct promise_type final
      : winrt::impl::promise_base<promise_type, winrt::Windows::Foundation::IAsyncAction> {
    void return_void() const noexcept {}
  };
};
template <typename P, typename... Args>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncActionWithProgress<P>, Args...> {
  struct promise_type final
      : winrt::impl::promise_base<promise_type,
                                  winrt::Windows::Foundation::IAsyncActionWithProgress<P>> {
    void return_void() const noexcept {}
  };
};
template <typename R, typename... Args>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncOperation<R>, Args...> {
  struct promise_type final
      : winrt::impl::promise_base<promise_type, winrt::Windows::Foundation::IAsyncOperation<R>> {
    void return_value(R value) noexcept { result = std::move(value); }
    R result{};
  };
};

namespace winrt {

struct apartment_context {
  apartment_context() = default;
};

namespace impl {
struct apartment_awaiter {
  apartment_context const &context;
  bool await_ready() const noexcept { return false; }
  void await_resume() const {}
  bool await_suspend(std::coroutine_handle<> handle);
};
struct timespan_awaiter {
  explicit timespan_awaiter(Windows::Foundation::TimeSpan duration) noexcept;
  bool await_ready() const noexcept;
  template <typename T> void await_suspend(std::coroutine_handle<T> handle);
  void await_resume();
};
struct signal_awaiter {
  signal_awaiter(void *handle, Windows::Foundation::TimeSpan timeout) noexcept;
  bool await_ready() const noexcept;
  template <typename T> void await_suspend(std::coroutine_handle<T> handle);
  bool await_resume();
};
void resume_background(std::coroutine_handle<> handle);
} // namespace impl

[[nodiscard]] inline auto resume_background() noexcept {
  struct awaitable {
    bool await_ready() const noexcept { return false; }
    void await_resume() const noexcept {}
    void await_suspend(std::coroutine_handle<> handle) const { impl::resume_background(handle); }
  };
  return awaitable{};
}
inline impl::apartment_awaiter operator co_await(apartment_context const &context) {
  return {context};
}
[[nodiscard]] impl::timespan_awaiter resume_after(Windows::Foundation::TimeSpan duration) noexcept;
impl::timespan_awaiter operator co_await(Windows::Foundation::TimeSpan duration);
[[nodiscard]] impl::signal_awaiter
resume_on_signal(void *handle, Windows::Foundation::TimeSpan timeout = {}) noexcept;

struct thread_pool {
  thread_pool();
  bool await_ready() const noexcept { return false; }
  void await_resume() const noexcept {}
  void await_suspend(std::coroutine_handle<> handle);
};

} // namespace winrt
