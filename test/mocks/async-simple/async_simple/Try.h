// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>

namespace async_simple {

template <typename T> class Try {
public:
  bool hasError() const;
  std::exception_ptr getException() const;
  T &value();
};
template <> class Try<void> {
public:
  bool hasError() const;
  void value();
};

} // namespace async_simple
