// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace coro_rpc {

template <typename server_config> class coro_rpc_server_base {
public:
  [[nodiscard]] int start() noexcept;
  void stop();
};

struct config {};
class coro_rpc_server : public coro_rpc_server_base<config> {};

} // namespace coro_rpc
