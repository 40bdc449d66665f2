// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <memory>

namespace aio::detail {

/// What one read takes at most, in bytes.
inline constexpr std::size_t read_buffer_size = std::size_t{256} * 1024;

/// The thread's. Good for one data_received(): these do not nest, as loops do not.
inline char *read_buffer() {
  thread_local const std::unique_ptr<char[]> buffer(new char[read_buffer_size]);
  return buffer.get();
}

} // namespace aio::detail
