// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// For tests that want to prove that nothing leaks.
namespace aio::testing {

/// Coroutine frames that exist, in the whole process.
long live_coroutines() noexcept;
/// Futures and tasks that exist, in the whole process.
long live_futures() noexcept;
/// Callbacks that are scheduled or whose handles are kept, in the whole process.
long live_handles() noexcept;
/// Transports, servers and processes that are open or whose handles are kept, likewise.
long live_transports() noexcept;

} // namespace aio::testing

namespace aio::detail {

void count_coroutine(long change) noexcept;
void count_future(long change) noexcept;
void count_handle(long change) noexcept;
void count_transport(long change) noexcept;

} // namespace aio::detail
