// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/bytes.h>

#include <string>

namespace aio::detail {

/// Bytes that come in at the end and go out at the front; each is moved a bounded number of
/// times on the average, however they go.
class ByteBuffer {
public:
  std::size_t size() const noexcept { return string_.size() - begin_; }
  bool empty() const noexcept { return size() == 0; }
  BytesView view() const noexcept { return {string_.data() + begin_, size()}; }
  void append(BytesView bytes) { string_.append(bytes.data(), bytes.size()); }

  /// count must not be more than size().
  void drop(std::size_t count) {
    begin_ += count;
    if (begin_ < string_.size() - begin_)
      return;
    string_.erase(0, begin_);
    begin_ = 0;
  }
  Bytes take(std::size_t count) {
    Bytes bytes(BytesView(view().data(), count));
    drop(count);
    return bytes;
  }
  /// Gives the memory back, too.
  void clear() noexcept {
    string_ = {};
    begin_ = 0;
  }

private:
  std::string string_;
  /// Less than half of the string is in front of it.
  std::size_t begin_ = 0;
};

} // namespace aio::detail
