// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed eager detach sync-wait sleep all
#pragma once

#include <boost/cobalt.hpp>

#include <chrono>

namespace lib {

template <class T> using Lazy = boost::cobalt::task<T>;
template <class T> using Eager = boost::cobalt::promise<T>;
boost::asio::io_context &loop();

} // namespace lib

#define LIB_DETACH(...) boost::cobalt::spawn(lib::loop(), __VA_ARGS__, boost::asio::detached)
#define LIB_SYNC_WAIT(...) boost::cobalt::run(__VA_ARGS__)
#define LIB_SLEEP() boost::cobalt::io::sleep(std::chrono::milliseconds(1))
#define LIB_ALL(...) boost::cobalt::join(__VA_ARGS__)
