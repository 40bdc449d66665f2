// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use detach sleep post
// real: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#pragma once

#include <asio.hpp>

namespace lib {

template <class T> using Lazy = asio::awaitable<T>;
asio::io_context &loop();

} // namespace lib

#define LIB_DETACH(...) asio::co_spawn(lib::loop(), __VA_ARGS__, asio::detached)
#define LIB_SLEEP()                                                                                \
  asio::steady_timer(lib::loop().get_executor(), std::chrono::milliseconds(1))                     \
      .async_wait(asio::use_awaitable)
#define LIB_POST(...) asio::post(lib::loop(), __VA_ARGS__)
