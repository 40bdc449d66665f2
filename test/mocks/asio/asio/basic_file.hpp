// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

#include <cstddef>

namespace asio {

template <typename Executor = any_io_executor> class basic_file {
public:
  void open(const char *path, int flags);
  void sync_all();
  void sync_data();
};

template <typename Executor = any_io_executor>
class basic_stream_file : public basic_file<Executor> {
public:
  explicit basic_stream_file(io_context &context);
  template <typename Buffers> std::size_t write_some(const Buffers &buffers);
  template <typename Buffers> std::size_t read_some(const Buffers &buffers);
};
using stream_file = basic_stream_file<>;

template <typename Executor = any_io_executor>
class basic_random_access_file : public basic_file<Executor> {
public:
  template <typename Buffers> std::size_t write_some_at(long offset, const Buffers &buffers);
  template <typename Buffers> std::size_t read_some_at(long offset, const Buffers &buffers);
};
using random_access_file = basic_random_access_file<>;

template <typename Executor = any_io_executor> class basic_readable_pipe {
public:
  template <typename Buffers> std::size_t read_some(const Buffers &buffers);
};
using readable_pipe = basic_readable_pipe<>;

template <typename Executor = any_io_executor> class basic_writable_pipe {
public:
  template <typename Buffers> std::size_t write_some(const Buffers &buffers);
};
using writable_pipe = basic_writable_pipe<>;

template <typename Executor = any_io_executor> class basic_serial_port {
public:
  template <typename Buffers> std::size_t write_some(const Buffers &buffers);
  template <typename Buffers> std::size_t read_some(const Buffers &buffers);
};
using serial_port = basic_serial_port<>;

namespace posix {

template <typename Executor = any_io_executor> class basic_descriptor {
public:
  void wait(int what);
};
template <typename Executor = any_io_executor>
class basic_stream_descriptor : public basic_descriptor<Executor> {
public:
  template <typename Buffers> std::size_t write_some(const Buffers &buffers);
  template <typename Buffers> std::size_t read_some(const Buffers &buffers);
};
using stream_descriptor = basic_stream_descriptor<>;

} // namespace posix
} // namespace asio
