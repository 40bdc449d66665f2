// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/Future.h>

namespace async_simple {

template <typename T> class Promise {
public:
  Promise();
  ~Promise();
  Promise(const Promise &other);
  Promise(Promise<T> &&other);
  Promise &operator=(Promise<T> &&other);

  Future<T> getFuture();
  bool valid() const;
  void setException(std::exception_ptr error);
  void setValue(T &&value);

private:
  FutureState<T> *state_;
};

} // namespace async_simple
