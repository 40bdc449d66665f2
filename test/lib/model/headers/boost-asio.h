// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/asio.json talks about, in Boost.Asio.
// model: asio
// alias: boost::asio
// missing: boost::asio::deferred_async_operation
// missing: boost::asio::experimental::deferred_async_operation boost::asio::experimental::promise
// missing: boost::asio::experimental::detail::channel_send_functions::async_send
// missing: boost::asio::experimental::basic_channel::async_receive
// missing: boost::asio::experimental::basic_channel::cancel
// missing: boost::asio::experimental::basic_channel::close
// missing: boost::asio::experimental::basic_concurrent_channel::async_receive
// missing: boost::asio::basic_readable_pipe::read_some boost::asio::basic_writable_pipe::write_some
// missing: boost::asio::basic_file::open boost::asio::basic_file::sync_all
// missing: boost::asio::basic_file::sync_data
// missing: boost::asio::basic_stream_file::read_some boost::asio::basic_stream_file::write_some
// missing: boost::asio::basic_random_access_file::read_some_at
// missing: boost::asio::basic_random_access_file::write_some_at
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#include <utility>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
