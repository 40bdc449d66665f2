// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>
#include <type_traits>
#include <utility>

namespace seastar {

template <class T = void> class promise;
template <class T = void> class future;

namespace internal {
struct monostate {};
template <class T> struct stored {
  using type = T;
};
template <> struct stored<void> {
  using type = monostate;
};
class future_base {};
} // namespace internal

/// The future of what a continuation returns.
template <class T> struct futurize {
  using type = future<T>;
  template <class Tuple> static type from_tuple(Tuple &&value);
};
template <class T> struct futurize<future<T>> {
  using type = future<T>;
};
template <class T> using futurize_t = typename futurize<T>::type;

namespace internal {
template <class F, class T> struct result {
  using type = futurize_t<std::invoke_result_t<F, T>>;
};
template <class F> struct result<F, void> {
  using type = futurize_t<std::invoke_result_t<F>>;
};
template <class F, class T> using result_t = typename result<F, T>::type;
} // namespace internal

template <class T> class [[nodiscard]] future : private internal::future_base {
public:
  using value_type = typename internal::stored<T>::type;
  using promise_type = promise<T>;

  future(future &&other) noexcept;
  future(const future &) = delete;
  future &operator=(future &&other) noexcept;

  value_type &&get();
  std::exception_ptr get_exception() noexcept;
  void wait() noexcept;
  bool available() const noexcept;
  bool failed() const noexcept;
  template <class F> internal::result_t<F, T> then(F &&function) noexcept {
    __builtin_unreachable();
  }
  template <class F> auto then_unpack(F &&function) noexcept -> internal::result_t<F, T> {
    __builtin_unreachable();
  }
  template <class F> internal::result_t<F, future> then_wrapped(F &&function) & noexcept {
    __builtin_unreachable();
  }
  template <class F> internal::result_t<F, future> then_wrapped(F &&function) && noexcept {
    __builtin_unreachable();
  }
  template <class F> future finally(F &&function) noexcept { __builtin_unreachable(); }
  template <class F> future handle_exception(F &&function) noexcept { __builtin_unreachable(); }
  template <class F> future handle_exception_type(F &&function) noexcept {
    __builtin_unreachable();
  }
  void forward_to(promise<T> &&promise) noexcept;
  future<> or_terminate() noexcept;
  future<> discard_result() noexcept;
  void ignore_ready_future() noexcept;
};

template <class T> class promise {
public:
  promise() noexcept;
  promise(promise &&other) noexcept;
  promise(const promise &) = delete;
  promise &operator=(promise &&other) noexcept;
  ~promise();
  future<T> get_future() noexcept;
  template <class... A> void set_value(A &&...value) noexcept;
  template <class... A> void emplace_value(A &&...value) noexcept;
  void set_exception(std::exception_ptr error) noexcept;
  template <class E> void set_exception(E error) noexcept;
  void set_to_current_exception() noexcept;
};

template <class T = void, class... A> future<T> make_ready_future(A &&...value) noexcept;
template <class T = void, class E> future<T> make_exception_future(E error) noexcept;

} // namespace seastar
