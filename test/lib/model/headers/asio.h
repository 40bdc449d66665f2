// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/asio.json talks about, in standalone Asio.
// sample: asio::awaitable<int>
// sample: asio::experimental::coro<int>
// sample: asio::experimental::promise<void(int)>
// missing: asio::deferred_async_operation
#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1
#include <asio.hpp>
#include <asio/experimental/coro.hpp>
#include <asio/experimental/deferred.hpp>
#include <asio/experimental/promise.hpp>
