// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/threads.h>

#include <aio/loop_state.h>

namespace aio::detail {

ConcurrentCore::Canceller remote_canceller(EventLoop &loop, Ref<RemoteTask> remote) {
  return [loop = Ref<LoopState>(&loop_state(loop)), remote = std::move(remote)] {
    const auto cancel = [remote] {
      if (remote->task)
        remote->task->cancel({});
    };
    loop->call_soon_threadsafe(cancel, std::source_location::current());
    return true;
  };
}

} // namespace aio::detail
