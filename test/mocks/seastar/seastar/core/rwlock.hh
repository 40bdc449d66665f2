// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

template <class Clock> class basic_rwlock {
public:
  class holder {
  public:
    holder(holder &&) noexcept;
    ~holder();
  };
  future<> read_lock();
  void read_unlock();
  future<> write_lock();
  void write_unlock();
  future<holder> hold_read_lock();
  future<holder> hold_write_lock();
};
using rwlock = basic_rwlock<void>;

} // namespace seastar
