// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

#include <future>

namespace seastar::alien {

class instance {};

template <class F> void run_on(instance &instance, unsigned shard, F function) {}
template <class F>
std::future<int> submit_to(instance &instance, unsigned shard, F function) {
  __builtin_unreachable();
}

} // namespace seastar::alien
