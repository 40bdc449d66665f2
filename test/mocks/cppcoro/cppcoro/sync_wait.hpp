// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <utility>

namespace cppcoro {

template <typename AWAITABLE>
auto sync_wait(AWAITABLE &&awaitable)
    -> decltype(std::forward<AWAITABLE>(awaitable).operator co_await().await_resume());

} // namespace cppcoro
