// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/abort_source.hh>
#include <seastar/core/future.hh>

#include <chrono>

namespace seastar {

template <class Clock = std::chrono::steady_clock, class Rep, class Period>
future<> sleep(std::chrono::duration<Rep, Period> duration);
template <class Clock = std::chrono::steady_clock>
future<> sleep_abortable(typename Clock::duration duration);
template <class Clock = std::chrono::steady_clock>
future<> sleep_abortable(typename Clock::duration duration, abort_source &source);

} // namespace seastar
