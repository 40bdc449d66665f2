// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/bytes.h>

#include <string>
#include <string_view>

namespace aio {
namespace {

class Buffer final : public detail::RefCounted {
public:
  explicit Buffer(BytesView bytes) : string(bytes.data(), bytes.size()) {}
  const std::string string;
};

} // namespace

Bytes::Bytes(BytesView bytes) {
  if (bytes.empty())
    return;
  detail::Ref buffer(new Buffer(bytes));
  static_cast<BytesView &>(*this) = buffer->string;
  buffer_ = buffer;
}

namespace detail {

int compare_bytes(const char *a, std::size_t a_size, const char *b, std::size_t b_size) noexcept {
  return std::string_view(a, a_size).compare(std::string_view(b, b_size));
}

struct BytesJoiner::Buffer {
  std::string string;
};

BytesJoiner::BytesJoiner() : buffer_(new Buffer) {}
BytesJoiner::~BytesJoiner() { delete buffer_; }
void BytesJoiner::add(BytesView piece) { buffer_->string.append(piece.data(), piece.size()); }
BytesView BytesJoiner::view() const noexcept { return buffer_->string; }

} // namespace detail
} // namespace aio
