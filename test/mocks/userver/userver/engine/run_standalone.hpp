// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>

namespace userver {
inline namespace v2_0 {
namespace utils {
template <class Signature> class function_ref;
template <class R, class... A> class function_ref<R(A...)> {
public:
  template <class F> function_ref(F &&function) {}
};
} // namespace utils
namespace engine {

void RunStandalone(utils::function_ref<void()> payload);
void RunStandalone(std::size_t workers, utils::function_ref<void()> payload);

} // namespace engine
} // namespace v2_0
} // namespace userver
