// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/asio.json talks about, in Boost.Asio.
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#include <utility>

#include <boost/asio.hpp>
