// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/exe/executor.hpp>

#include <type_traits>
#include <utility>

namespace yaclib {

struct StopError {};
struct StopTag {};

template <class V, class E> class Result {
public:
  Result(V value);
  V Ok() &&;
};
template <class E> class Result<void, E> {};

namespace detail {
class Core;
}

template <class V, class E> class FutureOn;
template <class V = void, class E = StopError> class Future;

template <class V, class E> class FutureBase {
public:
  FutureBase(const FutureBase &) = delete;
  FutureBase(FutureBase &&other) noexcept = default;
  FutureBase &operator=(FutureBase &&other) noexcept = default;
  FutureBase() = default;
  ~FutureBase() noexcept {
    if (Valid())
      std::move(*this).Detach();
  }
  [[nodiscard]] bool Valid() const & noexcept;
  [[nodiscard]] bool Ready() const & noexcept;
  void Get() & = delete;
  [[nodiscard]] const Result<V, E> *Get() const & noexcept;
  [[nodiscard]] Result<V, E> Get() && noexcept;
  [[nodiscard]] const Result<V, E> &Touch() const & noexcept;
  template <class F> [[nodiscard]] FutureOn<V, E> Then(IExecutor &executor, F &&function) && {
    __builtin_unreachable();
  }
  void Detach() && noexcept;
  template <class F> void DetachInline(F &&function) && {}

protected:
  detail::Core *_core = nullptr;
};

template <class V, class E> class Future final : public FutureBase<V, E> {
public:
  using FutureBase<V, E>::FutureBase;
  template <class F> [[nodiscard]] Future ThenInline(F &&function) && { __builtin_unreachable(); }
};
template <class V = void, class E = StopError> class FutureOn final : public FutureBase<V, E> {
public:
  using FutureBase<V, E>::FutureBase;
  [[nodiscard]] Future<V, E> On(std::nullptr_t) && noexcept;
};

template <class V = void, class E = StopError> class Promise final {
public:
  Promise(const Promise &) = delete;
  Promise(Promise &&other) noexcept = default;
  Promise &operator=(Promise &&other) noexcept = default;
  Promise() noexcept = default;
  ~Promise() noexcept;
  [[nodiscard]] bool Valid() const & noexcept;
  template <class... Args> void Set(Args &&...args) &&;
};

template <class V = void, class E = StopError>
[[nodiscard]] std::pair<Future<V, E>, Promise<V, E>> MakeContract();

} // namespace yaclib
