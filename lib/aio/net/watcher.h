// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/loop_state.h>

namespace aio::detail {

/// What a Watcher tells, in a callback of the loop.
class WatcherListener : public RefCounted {
public:
  /// Reading, or writing, will not block: it may do something or give an error.
  virtual void read_ready() {}
  virtual void write_ready() {}
};

/// Waits for one file descriptor, as asyncio's selector does. Level triggered: what the listener
/// does not read or write now, it hears of again. The loop owns the listener while something is
/// watched. The descriptor is not owned: close() comes before its end.
class Watcher {
public:
  /// A member of the listener. Throws OSError for what cannot be waited for, such as a file.
  Watcher(LoopState &loop, int descriptor, WatcherListener &listener);
  ~Watcher();
  Watcher(const Watcher &) = delete;
  Watcher &operator=(const Watcher &) = delete;

  void watch_reading(bool wanted) { watch(reading_, wanted); }
  void watch_writing(bool wanted) { watch(writing_, wanted); }
  bool watches_reading() const noexcept { return reading_.wanted; }
  bool watches_writing() const noexcept { return writing_.wanted; }
  /// For good.
  void close() noexcept;
  bool is_open() const noexcept { return uv_ != nullptr; }

private:
  struct Uv;
  struct Direction {
    bool wanted = false;
    /// A callback is on its way; one of a former interest is void.
    bool queued = false;
    unsigned interest = 0;
    void (WatcherListener::*ready)();
  };

  void watch(Direction &direction, bool wanted);
  void update() noexcept;
  /// From libuv.
  void happened(int status, int events) noexcept;
  void queue(Direction &direction) noexcept;

  LoopState &loop_;
  WatcherListener &listener_;
  Uv *uv_;
  int armed_ = 0;
  Direction reading_;
  Direction writing_;
  /// The listener, while something is wanted.
  Ref<WatcherListener> keep_;
};

} // namespace aio::detail
