// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

template <class Object> class [[nodiscard]] deferred_close {
public:
  deferred_close(Object &object) noexcept;
  ~deferred_close();
};

template <class Object> class [[nodiscard]] deferred_stop {
public:
  deferred_stop(Object &object) noexcept;
  ~deferred_stop();
};

} // namespace seastar
