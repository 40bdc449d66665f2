// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/results/lazy_result.h>

#include <tuple>

namespace concurrencpp {

template <class executor_type, class... result_types>
lazy_result<std::tuple<std::decay_t<result_types>...>>
when_all(std::shared_ptr<executor_type> resume_executor, result_types &&...results);

} // namespace concurrencpp
