// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace seastar {

template <class Signature> class noncopyable_function;
template <class R, class... A> class noncopyable_function<R(A...)> {
public:
  template <class F> noncopyable_function(F function) {}
};

template <class Clock> class timer {
public:
  timer() noexcept {}
  explicit timer(noncopyable_function<void()> &&callback) noexcept;
  ~timer();
  void set_callback(noncopyable_function<void()> &&callback) noexcept;
  void arm(int duration) noexcept;
  bool cancel() noexcept;
};

} // namespace seastar
