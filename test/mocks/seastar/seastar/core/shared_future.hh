// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

template <class T = void> class shared_future {
public:
  shared_future(future<T> future);
  shared_future() = default;
  future<T> get_future() const noexcept;
  bool available() const noexcept;
  bool failed() const noexcept;
  operator future<T>() const noexcept;
  bool valid() const noexcept;
};

template <class T = void> class shared_promise {
public:
  shared_promise();
  shared_promise(shared_promise &&) = default;
  shared_promise(const shared_promise &) = delete;
  shared_promise &operator=(shared_promise &&) = default;
  future<T> get_shared_future() const noexcept;
  template <class... A> void set_value(A &&...value) noexcept;
  void set_exception(std::exception_ptr error) noexcept;
  template <class E> void set_exception(E &&error) noexcept;
  bool available() const noexcept;
  bool failed() const noexcept;

private:
  promise<T> promise_;
  shared_future<T> shared_;
};

} // namespace seastar
