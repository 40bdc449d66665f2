// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <drogon/utils/coroutine.h>

#include <string_view>

namespace drogon::nosql {

class RedisResult {};

namespace internal {
struct [[nodiscard]] RedisAwaiter : public CallbackAwaiter<RedisResult> {
  void await_suspend(std::coroutine_handle<> handle);
};
} // namespace internal

class RedisClient {
public:
  virtual ~RedisClient() = default;
  template <typename F, typename... Args>
  int execCommandSync(F &&process, std::string_view command, Args &&...args) {
    return process({});
  }
  template <typename... Args>
  internal::RedisAwaiter execCommandCoro(std::string_view command, Args... args);
};

} // namespace drogon::nosql
