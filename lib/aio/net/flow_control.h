// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/loop_state.h>

#include <vector>

namespace aio::detail {

/// Between a transport, which tells when it holds too much and when it is lost, and the
/// coroutines that wait for that in StreamWriter::drain() and wait_closed().
class FlowControl final : public RefCounted {
public:
  explicit FlowControl(LoopState &loop);
  ~FlowControl() override;

  void pause() noexcept { paused_ = true; }
  void resume();
  void lost(const std::exception_ptr &exception);

  /// While the transport holds too much. Throws ConnectionResetError if it is lost, or what it
  /// was lost with meanwhile.
  static Coroutine<void> drain(Ref<FlowControl> self);
  /// Done, perhaps with an exception, when the transport is lost.
  Future<void> closed() const { return closed_; }
  LoopState &loop() const noexcept { return *loop_; }

private:
  Ref<LoopState> loop_;
  std::vector<Future<void>> waiters_;
  Future<void> closed_;
  bool paused_ = false;
  bool lost_ = false;
};

} // namespace aio::detail
