// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// For tests that want to prove that nothing leaks.
namespace aio::testing {

/// Coroutine frames that exist, in the whole process.
long live_coroutines() noexcept;
/// Futures and tasks that exist, in the whole process.
long live_futures() noexcept;

} // namespace aio::testing

namespace aio::detail {

void count_coroutine(long change) noexcept;
void count_future(long change) noexcept;

} // namespace aio::detail
