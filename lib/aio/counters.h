// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace aio::detail {

/// For testing::live_coroutines() and its like. On any thread.
void count_coroutine(long change) noexcept;
void count_future(long change) noexcept;
void count_handle(long change) noexcept;
void count_transport(long change) noexcept;

} // namespace aio::detail
