// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <tmc/ex_cpu.hpp>

namespace tmc {

class [[nodiscard]] aw_resume_on : detail::AwaitTagNoGroupAsIs,
                                   public detail::with_priority_mixin<aw_resume_on> {
public:
  aw_resume_on(ex_any *executor);
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> outer) const noexcept;
  void await_resume() const noexcept {}
};

template <class Exec> aw_resume_on resume_on(Exec &&executor) { return aw_resume_on(nullptr); }
aw_resume_on change_priority(std::size_t priority);

template <class E>
class aw_ex_scope_exit : detail::AwaitTagNoGroupAsIs,
                         public detail::resume_on_mixin<aw_ex_scope_exit<E>> {
public:
  aw_ex_scope_exit &&exit() { return std::move(*this); }
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> outer) noexcept;
  void await_resume() const noexcept {}
};

template <class E>
class [[nodiscard]] aw_ex_scope_enter : detail::AwaitTagNoGroupAsIs,
                                        public detail::with_priority_mixin<aw_ex_scope_enter<E>> {
public:
  explicit aw_ex_scope_enter(E &executor);
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> outer) noexcept;
  aw_ex_scope_exit<E> await_resume() const noexcept;
};
template <class E> aw_ex_scope_enter<E> enter(E &executor) {
  return aw_ex_scope_enter<E>(executor);
}

class [[nodiscard]] aw_yield : detail::AwaitTagNoGroupAsIs {
public:
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> outer) const noexcept;
  void await_resume() const noexcept {}
};
constexpr aw_yield yield() { return {}; }

} // namespace tmc
