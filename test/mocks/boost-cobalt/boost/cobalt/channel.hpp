// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

namespace boost::cobalt {

namespace detail {

struct auto_unlink_hook {
  ~auto_unlink_hook() { unlink(); }
  void unlink();
};

} // namespace detail

template <typename T> struct channel {
  explicit channel(unsigned long limit = 0u, executor executor = this_thread::get_executor());
  channel(channel &&other) noexcept = delete;
  ~channel();
  bool is_open() const;
  void close();

private:
  struct read_op : detail::auto_unlink_hook {
    channel *chn;
    bool await_ready();
    template <typename Promise>
    std::coroutine_handle<void> await_suspend(std::coroutine_handle<Promise> handle);
    T await_resume();
    explicit operator bool() const;
  };
  struct write_op : detail::auto_unlink_hook {
    channel *chn;
    bool await_ready();
    template <typename Promise>
    std::coroutine_handle<void> await_suspend(std::coroutine_handle<Promise> handle);
    void await_resume();
    explicit operator bool() const;
  };

public:
  read_op read() { return read_op{{}, this}; }
  write_op write(T value) { return write_op{{}, this}; }
};

} // namespace boost::cobalt
