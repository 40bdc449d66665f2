// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/executor.h>

#include <memory>
#include <optional>
#include <vector>

namespace aio::detail {

/// All that aio wants of libuv: waiting, being woken, the thread pool. No callback of libuv
/// runs a user's code, so no exception meets a C frame.
class Poller {
public:
  Poller();
  ~Poller();
  Poller(const Poller &) = delete;
  Poller &operator=(const Poller &) = delete;

  /// Seconds on a steady clock.
  double time() const;
  /// Waits until something happens, at most for that many seconds; without a number, for ever.
  void poll(std::optional<double> seconds);
  /// Ends a poll() that waits, or the next one. On any thread.
  void wake() noexcept;

  void submit(Ref<Work> work);
  /// Takes the work out of the queue, unless it has begun.
  void cancel(Work &work) noexcept;
  /// Waits for all work that has begun and cancels the rest.
  void drain();
  /// Drains, then gives everything back. Only time() and take_finished() may follow.
  void close();
  /// The work that ended since the last call.
  std::vector<Ref<Work>> take_finished();

private:
  struct Uv;
  struct Request;
  std::unique_ptr<Uv> uv_;
  std::vector<Request *> requests_;
  std::vector<Ref<Work>> finished_;
};

} // namespace aio::detail
