// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <unifex/inplace_stop_token.hpp>
#include <unifex/spawn_future.hpp>

#include <cstddef>

namespace unifex::v2 {

namespace _async_scope {
template <class Sender> struct _nest_sender {
  struct type : sender_traits_of_void {};
};

struct async_scope final {
  async_scope() noexcept = default;
  async_scope(async_scope &&) = delete;
  ~async_scope();
  [[nodiscard]] auto join() noexcept {
    return then(just(), [] {});
  }
  template <class Sender> [[nodiscard]] auto nest(Sender &&sender) noexcept {
    return typename _nest_sender<Sender>::type{};
  }
  bool joined() const noexcept;
  std::size_t use_count() const noexcept;
};
} // namespace _async_scope
using _async_scope::async_scope;

} // namespace unifex::v2
