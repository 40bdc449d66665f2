// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/asio.json talks about, in Boost.Asio.
// model: asio
// alias: boost::asio
// missing: boost::asio::experimental::coro boost::asio::deferred_async_operation
// missing: boost::asio::experimental::deferred_async_operation boost::asio::experimental::promise
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#include <utility>

#include <boost/asio.hpp>
