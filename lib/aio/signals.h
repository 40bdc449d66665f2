// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/handle_state.h>

#include <map>

namespace aio::detail {

/// The signal handlers of a loop.
class SignalHandlers {
public:
  explicit SignalHandlers(LoopState &loop) : loop_(loop) {}

  /// Replaces the one that is there. Throws ValueError for what is no signal, RuntimeError for one
  /// that cannot be caught and, as asyncio does, on any thread but the main one.
  void add(int signal, Callback callback, std::source_location where);
  bool remove(int signal);

private:
  class Watcher;

  LoopState &loop_;
  /// Each one belongs to libuv once it is closed.
  std::map<int, Watcher *> watchers_;
};

} // namespace aio::detail
