// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/text.h>

#include <string>

namespace aio {
namespace {

class Buffer final : public detail::RefCounted {
public:
  explicit Buffer(const char *characters) : string(characters) {}
  const std::string string;
};

} // namespace

Text::Text(const char *characters) {
  if (characters && *characters)
    buffer_ = detail::Ref<detail::RefCounted>(new Buffer(characters));
}

const char *Text::c_str() const noexcept {
  return buffer_ ? static_cast<const Buffer &>(*buffer_).string.c_str() : "";
}

} // namespace aio
