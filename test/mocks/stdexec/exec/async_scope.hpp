// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace __scope {

template <class Sender> struct __when_empty_sender {
  using sender_concept = stdexec::sender_tag;
};
template <class Sender> struct __nest_sender {
  using sender_concept = stdexec::sender_tag;
};
template <class Sender> struct __future {
  using sender_concept = stdexec::sender_tag;
  __future(__future &&) = default;
  ~__future() noexcept;
};

struct async_scope {
  async_scope() = default;
  async_scope(async_scope &&) = delete;
  template <stdexec::sender Sender>
  [[nodiscard]] auto when_empty(Sender &&sender) const -> __when_empty_sender<Sender> {
    return {};
  }
  [[nodiscard]] auto on_empty() const { return when_empty(stdexec::just()); }
  template <stdexec::sender Sender>
  [[nodiscard]] auto nest(Sender &&sender) -> __nest_sender<Sender> {
    return {};
  }
  template <stdexec::sender Sender> void spawn(Sender &&sender) {}
  template <stdexec::sender Sender>
  [[nodiscard]] auto spawn_future(Sender &&sender) -> __future<Sender> {
    __builtin_unreachable();
  }
  [[nodiscard]] auto get_stop_token() const noexcept -> stdexec::inplace_stop_token;
  auto request_stop() noexcept -> bool;
};

} // namespace __scope
using __scope::async_scope;
} // namespace experimental::execution

namespace exec = experimental::execution;
