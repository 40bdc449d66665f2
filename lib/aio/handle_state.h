// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/function.h>
#include <aio/future_core.h>

#include <source_location>
#include <string>

namespace aio::detail {

/// A callback in the loop's queue or among its timers.
class HandleState final : public RefCounted {
public:
  HandleState(LoopState &loop, Callback callback, std::source_location where,
              Ref<FutureCore> owner);
  ~HandleState() override;

  void run();
  void cancel();
  bool cancelled() const noexcept { return cancelled_; }
  /// The task, if this is a step of one.
  std::string repr() const;

  /// Only of a timer.
  double when = 0;
  unsigned long long number = 0;
  bool is_timer = false;
  /// Among the loop's timers still.
  bool in_timers = false;
  /// May run more than once.
  bool repeats = false;

private:
  std::string callback_name() const;

  Ref<LoopState> loop_;
  Callback callback_;
  const std::type_info *type_;
  std::source_location where_;
  Ref<FutureCore> owner_;
  /// Where it was scheduled; in debug mode, but not for a step of a task, which knows its own.
  Stack stack_;
  bool cancelled_ = false;
};

} // namespace aio::detail
