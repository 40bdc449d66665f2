// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>

namespace folly {

struct Unit {};

class exception_wrapper {
public:
  exception_wrapper() = default;
  explicit exception_wrapper(std::exception_ptr error);
  template <class E> exception_wrapper(E error);
};

template <class T> class Try {
public:
  bool hasValue() const;
  bool hasException() const;
  T &value() &;
  T &&value() &&;
};

template <> class Try<void> {
public:
  bool hasException() const;
  void value() const;
};

} // namespace folly
