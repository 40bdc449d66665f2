// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/Future.h>
#include <async_simple/coro/Lazy.h>

#include <string>
#include <system_error>

namespace cinatra {

struct resp_data {
  int status;
};

class coro_http_client {
public:
  resp_data get(std::string uri);
  resp_data post(std::string uri, std::string content, int type);
  resp_data download(std::string uri, std::string file);
  async_simple::coro::Lazy<resp_data> async_get(std::string uri);
};

class coro_http_server {
public:
  std::error_code sync_start() noexcept;
  async_simple::Future<std::error_code> async_start();
  void stop();
};

} // namespace cinatra
