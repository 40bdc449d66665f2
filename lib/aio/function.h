// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace aio {

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

/// What the event loop calls. Returns nothing: a coroutine that a callback creates and returns
/// is dropped, never runs, and is reported.
using Callback = MoveOnlyFunction<void()>;

} // namespace aio
