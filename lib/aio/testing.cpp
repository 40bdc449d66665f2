// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/testing.h>

#include <atomic>

namespace aio {
namespace {

std::atomic<long> coroutines = 0;
std::atomic<long> futures = 0;

} // namespace

long testing::live_coroutines() noexcept { return coroutines.load(); }
long testing::live_futures() noexcept { return futures.load(); }
void detail::count_coroutine(long change) noexcept { coroutines += change; }
void detail::count_future(long change) noexcept { futures += change; }

} // namespace aio
