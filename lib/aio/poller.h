// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <memory>
#include <optional>

struct uv_loop_s;

namespace aio::detail {

/// What the loop wants of libuv: waiting and being woken. What else uses libuv
/// does so in .cpp files of its own, on uv().
///
/// How libuv enters the loop: its callbacks run inside of wait() and close(), on the loop's
/// thread. They run no code of a user and throw nothing, since C is below them: they put away
/// what they got and hand the rest to LoopState::enter(), whose callbacks run in this turn of
/// the loop, behind what was ready before it. In close(), enter() drops what it gets.
class Poller {
public:
  Poller();
  ~Poller();
  Poller(const Poller &) = delete;
  Poller &operator=(const Poller &) = delete;

  /// Seconds on a steady clock.
  static double time();
  /// Waits until something happens, at most for that many seconds, to the next millisecond;
  /// without a number, for ever. False if the time was over first; with 0 or less that is not
  /// known.
  bool wait(std::optional<double> seconds);
  /// What handles and requests on uv() may bring: nothing; what somebody writes or connects;
  /// what is under way and will come, such as the end of a process.
  enum class Outside : unsigned char { nothing, input, work };
  Outside outside() const;
  /// Ends a wait() under way, or the next one. On any thread.
  void wake() noexcept;
  /// The same on the loop's thread, for callbacks of libuv: some run before it waits.
  void stop_waiting() noexcept;

  /// Null once closed. Handles of it are registered as a Resource while they are open, and
  /// their memory lasts until uv_close() calls back.
  uv_loop_s *uv() const noexcept;
  /// Closes the handles that are left, as if by uv_close() without a callback, waits
  /// for all callbacks, then gives everything back. Only time() and uv() may follow.
  void close();

private:
  struct Uv;
  std::unique_ptr<Uv> uv_;
};

} // namespace aio::detail
