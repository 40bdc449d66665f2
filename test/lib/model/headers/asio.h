// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/asio.json talks about, in standalone Asio.
// sample: asio::awaitable<int>
// sample: asio::experimental::promise<void(int)>
// sample: asio::experimental::deferred_async_operation<void(int), int>
// sample: asio::io_context::executor_type
// sample: asio::thread_pool::executor_type
// sample: asio::system_executor
// missing: asio::deferred_async_operation
// missing: asio::basic_file::open asio::basic_file::sync_all asio::basic_file::sync_data
// missing: asio::basic_stream_file::read_some asio::basic_stream_file::write_some
// missing: asio::basic_random_access_file::read_some_at
// missing: asio::basic_random_access_file::write_some_at
#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1
#include <asio.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/experimental/deferred.hpp>
#include <asio/experimental/promise.hpp>
#include <asio/ssl.hpp>
