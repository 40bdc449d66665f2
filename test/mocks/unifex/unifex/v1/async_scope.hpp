// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/spawn_detached.hpp>
#include <unifex/v2/async_scope.hpp>

namespace unifex {
inline namespace v1 {

namespace _async_scope {
struct async_scope {
  template <class Sender>
  auto spawn(Sender &&sender) -> typename _spawn_future::_future<async_scope>::type {
    __builtin_unreachable();
  }
  template <class Scheduler, class Sender>
  auto spawn_on(Scheduler &&scheduler, Sender &&sender) ->
      typename _spawn_future::_future<async_scope>::type {
    __builtin_unreachable();
  }
  template <class Scheduler, class F>
  auto spawn_call_on(Scheduler &&scheduler, F &&function) ->
      typename _spawn_future::_future<async_scope>::type {
    __builtin_unreachable();
  }
  template <class Sender> void detached_spawn(Sender &&sender) {}
  template <class Scheduler, class Sender>
  void detached_spawn_on(Scheduler &&scheduler, Sender &&sender) {}
  template <class Scheduler, class F>
  void detached_spawn_call_on(Scheduler &&scheduler, F &&function) {}
  template <class Sender> [[nodiscard]] auto attach(Sender &&sender) noexcept {
    return then(just(), [] {});
  }
  [[nodiscard]] auto complete() noexcept { return scope_.join(); }
  [[nodiscard]] auto cleanup() noexcept { return scope_.join(); }
  inplace_stop_token get_stop_token() noexcept;
  void request_stop() noexcept;

private:
  inplace_stop_source stopSource_;
  unifex::v2::async_scope scope_;
};
} // namespace _async_scope
using v1::_async_scope::async_scope;

} // namespace v1
} // namespace unifex
