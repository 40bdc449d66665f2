// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/inplace_stop_token.hpp>
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace v0 {

namespace _async_scope {
struct async_scope {
  async_scope() noexcept = default;
  ~async_scope();
  template <class Sender> void spawn(Sender &&sender) {}
  template <class Scheduler, class F> void spawn_call_on(Scheduler &&scheduler, F &&function) {}
  [[nodiscard]] auto complete() noexcept {
    return then(just(), [] {});
  }
  [[nodiscard]] auto cleanup() noexcept {
    return then(just(), [] {});
  }
  void request_stop() noexcept;
};
} // namespace _async_scope
using v0::_async_scope::async_scope;

} // namespace v0
} // namespace unifex
