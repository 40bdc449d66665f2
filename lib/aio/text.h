// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/ref.h>

namespace aio {

/// An immutable, cheaply copied string. Copying and reading are safe on any thread.
class Text {
public:
  Text() = default;
  /// Copies; a null pointer means empty.
  Text(const char *characters);

  /// Never null; valid as long as a copy of this Text lives.
  const char *c_str() const noexcept;
  bool empty() const noexcept { return !buffer_; }

private:
  detail::Ref<detail::RefCounted> buffer_;
};

} // namespace aio
