// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/async/future.hpp>

namespace yaclib {

template <class V = void, class E = StopError> class Task final {
public:
  Task(const Task &) = delete;
  Task(Task &&other) noexcept = default;
  Task &operator=(Task &&other) noexcept = default;
  Task() noexcept = default;
  ~Task() noexcept {
    if (Valid())
      std::move(*this).Cancel();
  }
  [[nodiscard]] bool Valid() const & noexcept;
  [[nodiscard]] bool Ready() const & noexcept;
  template <class F> Task Then(IExecutor &executor, F &&function) && { __builtin_unreachable(); }
  void Cancel() && noexcept;
  void Detach() && noexcept;
  void Detach(IExecutor &executor) && noexcept;
  Future<V, E> ToFuture() && noexcept;
  Result<V, E> Get() && noexcept;

private:
  detail::Core *_core = nullptr;
};

template <class E = StopError, class F> Task<int> Schedule(IExecutor &executor, F &&function) {
  __builtin_unreachable();
}

} // namespace yaclib
