// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/flow_control.h>

#include <aio/net/os_error.h>
#include <aio/net/waiter.h>

#include <algorithm>

namespace aio::detail {
namespace {

void end(const Future<void> &waiter, const std::exception_ptr &exception) {
  if (!exception)
    wake_up(waiter);
  else if (!waiter.done())
    waiter.set_exception(exception);
}

} // namespace

FlowControl::FlowControl(LoopState &loop) : loop_(&loop), closed_(make_waiter(loop)) {}

FlowControl::~FlowControl() {
  // Nobody has to wait for the end: no report that nobody did.
  if (closed_.done() && !closed_.cancelled())
    static_cast<void>(closed_.exception());
}

void FlowControl::resume() {
  paused_ = false;
  for (const Future<void> &waiter : waiters_)
    wake_up(waiter);
}

void FlowControl::lost(const std::exception_ptr &exception) {
  lost_ = true;
  end(closed_, exception);
  for (const Future<void> &waiter : waiters_)
    end(waiter, exception);
}

Coroutine<void> FlowControl::drain(Ref<FlowControl> self) {
  if (self->lost_)
    throw ConnectionResetError("Connection lost");
  if (!self->paused_)
    co_return;
  struct RemoveAtExit {
    FlowControl &flow;
    const Future<void> waiter;
    ~RemoveAtExit() { std::erase(flow.waiters_, waiter); }
  } const guard{*self, make_waiter(*self->loop_)};
  self->waiters_.push_back(guard.waiter);
  co_await guard.waiter;
}

} // namespace aio::detail
