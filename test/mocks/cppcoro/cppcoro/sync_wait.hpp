// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <utility>

namespace cppcoro {

template <class Awaitable>
auto sync_wait(Awaitable &&awaitable)
    -> decltype(std::forward<Awaitable>(awaitable).operator co_await().await_resume());

} // namespace cppcoro
