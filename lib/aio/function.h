// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace aio {

template <class T> class Coroutine;
template <class Signature> class MoveOnlyFunction;

/// C++23's std::move_only_function in small: owns a callable that need not be copyable.
/// With R = void the callable's result is discarded, a coroutine included.
template <class R, class... Args> class MoveOnlyFunction<R(Args...)> {
public:
  MoveOnlyFunction() = default;
  MoveOnlyFunction(std::nullptr_t) {}
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, MoveOnlyFunction> &&
             std::is_invocable_r_v<R, std::decay_t<F> &, Args...>)
  MoveOnlyFunction(F &&callable)
      : target_(new Holder<std::decay_t<F>>(std::forward<F>(callable))) {}
  MoveOnlyFunction(MoveOnlyFunction &&other) noexcept
      : target_(std::exchange(other.target_, nullptr)) {}
  MoveOnlyFunction &operator=(MoveOnlyFunction &&other) noexcept {
    MoveOnlyFunction old(std::move(*this));
    target_ = std::exchange(other.target_, nullptr);
    return *this;
  }
  ~MoveOnlyFunction() { delete target_; }

  /// Must not be empty.
  R operator()(Args... args) { return target_->call(std::forward<Args>(args)...); }
  explicit operator bool() const noexcept { return target_ != nullptr; }
  const std::type_info &target_type() const noexcept {
    return target_ ? target_->type() : typeid(void);
  }

private:
  struct Target {
    virtual ~Target() = default;
    virtual R call(Args &&...args) = 0;
    virtual const std::type_info &type() const noexcept = 0;
  };
  template <class F> struct Holder final : Target {
    template <class G> explicit Holder(G &&g) : callable(std::forward<G>(g)) {}
    R call(Args &&...args) override {
      if constexpr (std::is_void_v<R>)
        static_cast<void>(callable(std::forward<Args>(args)...));
      else
        return callable(std::forward<Args>(args)...);
    }
    const std::type_info &type() const noexcept override { return typeid(F); }
    F callable;
  };

  Target *target_ = nullptr;
};

namespace detail {

template <class T> inline constexpr bool is_coroutine = false;
template <class T> inline constexpr bool is_coroutine<Coroutine<T>> = true;
/// Of a function that returns one. Of lambdas that is not asked: one that returns a coroutine
/// need not be one.
template <class T> inline constexpr bool is_coroutine_function = false;
template <class R, class... Args>
inline constexpr bool is_coroutine_function<R (*)(Args...)> = is_coroutine<R>;

[[noreturn]] void throw_not_callable();

/// Keeps what is no callable, until the call that says so.
template <class T> struct NotCallable {
  T object;
  void operator()() { throw_not_callable(); }
};

} // namespace detail

/// What the event loop calls. Returns nothing: a coroutine that a callback creates and returns
/// is dropped, never runs, and is reported. A coroutine itself is taken as well, although it is
/// no callable: debug mode throws TypeError where it is given away, and without debug mode its
/// call is an error that the loop reports.
class Callback : public MoveOnlyFunction<void()> {
public:
  using MoveOnlyFunction::MoveOnlyFunction;
  Callback() = default;
  template <class F>
    requires(std::is_invocable_v<std::decay_t<F> &> &&
             detail::is_coroutine_function<std::decay_t<F>>)
  Callback(F &&callable) : MoveOnlyFunction(std::forward<F>(callable)), is_coroutine_(true) {}
  template <class F>
    requires detail::is_coroutine<std::decay_t<F>>
  Callback(F &&coroutine)
      : MoveOnlyFunction(detail::NotCallable<std::decay_t<F>>{std::forward<F>(coroutine)}),
        is_coroutine_(true) {}

  /// It was made from a coroutine or a coroutine function.
  bool is_coroutine() const noexcept { return is_coroutine_; }

private:
  bool is_coroutine_ = false;
};

} // namespace aio
