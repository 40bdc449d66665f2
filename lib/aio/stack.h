// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/text.h>

namespace aio::detail {

/// The functions that were running at some moment, for debug mode's reports. Capturing takes
/// microseconds; finding the names is left to the report. Empty unless captured.
class Stack {
public:
  Stack() = default;
  Stack(const Stack &) = delete;
  Stack &operator=(const Stack &) = delete;
  ~Stack() {
    if (frames_)
      drop();
  }

  void capture() noexcept;
  /// The functions that called aio, innermost first: "fetch <- program <- main". Coroutines have
  /// no stack of their own: behind the one that ran come the functions that run the loop. Empty
  /// if nothing is known.
  Text describe() const;

private:
  void drop() noexcept;

  /// Return addresses, ended by a null.
  void **frames_ = nullptr;
};

} // namespace aio::detail
