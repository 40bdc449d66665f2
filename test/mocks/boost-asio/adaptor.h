// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use detach sleep post
#pragma once

// There are no mocks: they would repeat those of asio under another name.
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#include <utility>

#include <boost/asio.hpp>

namespace lib {

template <class T> using Lazy = boost::asio::awaitable<T>;
boost::asio::io_context &loop();

} // namespace lib

#define LIB_DETACH(...) boost::asio::co_spawn(lib::loop(), __VA_ARGS__, boost::asio::detached)
#define LIB_SLEEP()                                                                                \
  boost::asio::steady_timer(lib::loop().get_executor(), std::chrono::milliseconds(1))              \
      .async_wait(boost::asio::use_awaitable)
#define LIB_POST(...) boost::asio::post(lib::loop(), __VA_ARGS__)
