// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed detach sync-wait all
#pragma once

#include <exec/start_detached.hpp>
#include <exec/task.hpp>
#include <stdexec/execution.hpp>

namespace lib {

template <class T> using Lazy = exec::task<T>;

} // namespace lib

#define LIB_DETACH(...) exec::start_detached(__VA_ARGS__)
#define LIB_SYNC_WAIT(...) std::get<0>(stdexec::sync_wait(__VA_ARGS__).value())
#define LIB_ALL(...) stdexec::when_all(__VA_ARGS__)
