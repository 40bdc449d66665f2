// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/linked_list.h>

namespace aio::detail {

/// What is open towards the outside and lives by a loop: a transport, a server, a process, a
/// signal handler. In LoopState::resources from its opening until it has begun to close, so
/// that the end of the loop finds what is left.
class Resource : public Linked<Resource> {
public:
  /// The loop is being closed, and this is not in its list any more. Reports itself if that is
  /// a mistake, drops what it has of the user's (futures, protocols, callbacks), and gives its
  /// libuv handles back with uv_close(). No callback of its user runs any more; those of libuv
  /// do, before the loop's close() returns.
  virtual void loop_closing() noexcept = 0;

protected:
  ~Resource() = default;
};

} // namespace aio::detail
