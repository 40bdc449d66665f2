// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

namespace QCoro {

template <typename T> class AsyncGenerator;

namespace detail {

class AsyncGeneratorYieldOperation final {
public:
  explicit AsyncGeneratorYieldOperation(std::coroutine_handle<> consumer) noexcept
      : consumer_(consumer) {}
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return consumer_; }
  void await_resume() noexcept {}

private:
  std::coroutine_handle<> consumer_;
};

class AsyncGeneratorPromiseBase {
public:
  std::suspend_always initial_suspend() const noexcept { return {}; }
  AsyncGeneratorYieldOperation final_suspend() noexcept {
    value_ = nullptr;
    return AsyncGeneratorYieldOperation{consumer_};
  }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  void return_void() noexcept {}
  bool finished() const noexcept { return value_ == nullptr; }

protected:
  friend class IteratorAwaitableBase;
  std::exception_ptr error_;
  std::coroutine_handle<> consumer_;
  void *value_ = nullptr;
};

class IteratorAwaitableBase {
public:
  IteratorAwaitableBase(AsyncGeneratorPromiseBase &promise,
                        std::coroutine_handle<> producer) noexcept
      : promise_(std::addressof(promise)), producer_(producer) {}
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> consumer) noexcept {
    promise_->consumer_ = consumer;
    return producer_;
  }

protected:
  AsyncGeneratorPromiseBase *promise_ = nullptr;
  std::coroutine_handle<> producer_;
};

template <typename T> class AsyncGeneratorPromise final : public AsyncGeneratorPromiseBase {
  using value_type = std::remove_reference_t<T>;

public:
  AsyncGenerator<T> get_return_object() noexcept;
  AsyncGeneratorYieldOperation yield_value(value_type &value) noexcept {
    this->value_ = std::addressof(value);
    return AsyncGeneratorYieldOperation{this->consumer_};
  }
  AsyncGeneratorYieldOperation yield_value(value_type &&value) noexcept {
    return yield_value(value);
  }
  T &value() const noexcept { return *static_cast<value_type *>(this->value_); }
};

} // namespace detail

template <typename T> class AsyncGeneratorIterator final {
  using promise_type = detail::AsyncGeneratorPromise<T>;

  class IncrementIteratorAwaitable final : public detail::IteratorAwaitableBase {
  public:
    explicit IncrementIteratorAwaitable(AsyncGeneratorIterator &iterator) noexcept
        : IteratorAwaitableBase(iterator.coroutine_.promise(), iterator.coroutine_),
          iterator_(iterator) {}
    AsyncGeneratorIterator &await_resume() { return iterator_; }

  private:
    AsyncGeneratorIterator &iterator_;
  };

public:
  explicit AsyncGeneratorIterator(std::coroutine_handle<promise_type> coroutine) noexcept
      : coroutine_(coroutine) {}
  auto operator++() noexcept { return IncrementIteratorAwaitable{*this}; }
  std::add_lvalue_reference_t<T> operator*() const noexcept { return coroutine_.promise().value(); }
  bool operator!=(const AsyncGeneratorIterator &other) const noexcept {
    return coroutine_ != other.coroutine_;
  }

private:
  std::coroutine_handle<promise_type> coroutine_ = {nullptr};
};

template <typename T> class [[nodiscard]] AsyncGenerator {
public:
  using promise_type = detail::AsyncGeneratorPromise<T>;
  using iterator = AsyncGeneratorIterator<T>;

  explicit AsyncGenerator(promise_type &promise) noexcept
      : coroutine_(std::coroutine_handle<promise_type>::from_promise(promise)) {}
  AsyncGenerator(AsyncGenerator &&other) noexcept
      : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~AsyncGenerator() {
    if (coroutine_)
      coroutine_.destroy();
  }

  auto begin() noexcept {
    class BeginIteratorAwaitable final : public detail::IteratorAwaitableBase {
    public:
      explicit BeginIteratorAwaitable(std::coroutine_handle<promise_type> producer) noexcept
          : IteratorAwaitableBase(producer.promise(), producer), coroutine_(producer) {}
      iterator await_resume() { return iterator{coroutine_}; }

    private:
      std::coroutine_handle<promise_type> coroutine_;
    };
    return BeginIteratorAwaitable{coroutine_};
  }
  auto end() noexcept { return iterator{nullptr}; }

private:
  std::coroutine_handle<promise_type> coroutine_ = {nullptr};
};

template <typename T>
AsyncGenerator<T> detail::AsyncGeneratorPromise<T>::get_return_object() noexcept {
  return AsyncGenerator<T>{*this};
}

} // namespace QCoro
