// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar::http {

class client {
public:
  explicit client(int address);
  client(client &&) = default;
  future<> set_maximum_connections(unsigned number);
  future<> close() noexcept;
};

} // namespace seastar::http
