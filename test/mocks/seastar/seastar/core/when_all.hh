// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

#include <tuple>
#include <vector>

namespace seastar {

template <class... F> future<std::tuple<F...>> when_all(F &&...futures) noexcept;
template <class Iterator>
auto when_all(Iterator begin, Iterator end) noexcept
    -> future<std::vector<std::remove_reference_t<decltype(*begin)>>>;
template <class... F>
future<std::tuple<typename F::value_type...>> when_all_succeed(F &&...futures) noexcept;

} // namespace seastar
