// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/ref.h>

#include <atomic>

namespace aio::detail {

RefCounted::~RefCounted() = default;

void RefCounted::retain() const noexcept {
  std::atomic_ref(count_).fetch_add(1, std::memory_order_relaxed);
}

void RefCounted::release() const noexcept {
  if (std::atomic_ref(count_).fetch_sub(1, std::memory_order_acq_rel) == 1)
    delete this;
}

} // namespace aio::detail
