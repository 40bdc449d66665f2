// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/Future.h>

namespace coro_rpc {

template <typename server_config> class coro_rpc_server_base {
public:
  [[nodiscard]] int start() noexcept;
  async_simple::Future<int> async_start() noexcept;
  void stop();
};

struct config {};
class coro_rpc_server : public coro_rpc_server_base<config> {};

} // namespace coro_rpc
