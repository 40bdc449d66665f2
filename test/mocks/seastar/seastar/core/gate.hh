// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

#include <cstddef>

namespace seastar {

class gate {
public:
  gate() noexcept {}
  gate(const gate &) = delete;
  virtual ~gate();
  void enter();
  void leave() noexcept;
  void check() const;
  future<> close() noexcept;
  std::size_t get_count() const noexcept;
  bool is_closed() const noexcept;

  class holder {
  public:
    explicit holder(gate &gate);
    ~holder();
  };
  holder hold();
};

class named_gate : public gate {};

template <class F> auto with_gate(gate &gate, F &&function) -> futurize_t<std::invoke_result_t<F>> {
  __builtin_unreachable();
}
template <class F>
auto try_with_gate(gate &gate, F &&function) noexcept -> futurize_t<std::invoke_result_t<F>> {
  __builtin_unreachable();
}

} // namespace seastar
