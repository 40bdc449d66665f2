// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/testing.h>

#include <atomic>

namespace aio {
namespace {

std::atomic<long> coroutines = 0;
std::atomic<long> futures = 0;
std::atomic<long> handles = 0;
std::atomic<long> transports = 0;

} // namespace

long testing::live_coroutines() noexcept { return coroutines.load(); }
long testing::live_futures() noexcept { return futures.load(); }
long testing::live_handles() noexcept { return handles.load(); }
long testing::live_transports() noexcept { return transports.load(); }
void detail::count_coroutine(long change) noexcept { coroutines += change; }
void detail::count_future(long change) noexcept { futures += change; }
void detail::count_handle(long change) noexcept { handles += change; }
void detail::count_transport(long change) noexcept { transports += change; }

} // namespace aio
