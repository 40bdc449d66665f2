// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/Executor.h>
#include <folly/Try.h>

namespace folly {

template <class T> class SemiFuture;
template <class T> class Future;

template <class T> class Promise {
public:
  Promise();
  ~Promise();
  Promise(const Promise &) = delete;
  Promise(Promise &&) noexcept;
  Promise &operator=(Promise &&) noexcept;

  SemiFuture<T> getSemiFuture();
  Future<T> getFuture();
  void setException(exception_wrapper error);
  void setValue();
  template <class M> void setValue(M &&value);
  void setTry(Try<T> &&result);
  template <class F> void setWith(F &&function) {}
  bool valid() const noexcept;
  bool isFulfilled() const noexcept;

private:
  void *core_ = nullptr;
};

} // namespace folly
