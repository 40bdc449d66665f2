// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/awaitable.hpp>
#include <asio/basic_file.hpp>
#include <asio/basic_socket.hpp>
#include <asio/co_spawn.hpp>
#include <asio/executors.hpp>
#include <asio/steady_timer.hpp>
#include <asio/tokens.hpp>
