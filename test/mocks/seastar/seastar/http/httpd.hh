// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar::httpd {

class http_server_control {
public:
  http_server_control();
  future<> start();
  future<> stop() noexcept;
  future<> listen(int address);
};

} // namespace seastar::httpd
