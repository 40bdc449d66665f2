// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/wait.h>

#include <aio/wait_guards.h>

#include <set>
#include <vector>

namespace aio::detail {
namespace {

Cores without_duplicates(const Cores &futures) {
  Cores result;
  std::set<FutureCore *> seen;
  for (const Ref<FutureCore> &future : futures) {
    if (seen.insert(future.get()).second)
      result.push_back(future);
  }
  return result;
}

/// How many are pending, and when that is enough. Callbacks on their way outlive the wait.
class Countdown : public RefCounted {
public:
  Countdown(std::size_t pending, ReturnWhen return_when)
      : pending_(pending), return_when_(return_when) {}

  bool is_over_with(FutureCore &done) {
    --pending_;
    return pending_ == 0 || return_when_ == ReturnWhen::first_completed ||
           (return_when_ == ReturnWhen::first_exception && !done.cancelled() && done.exception());
  }

private:
  std::size_t pending_;
  ReturnWhen return_when_;
};

} // namespace

Coroutine<WaitResult<Ref<FutureCore>>> wait_for_some(Cores futures, WaitOptions options) {
  if (futures.empty())
    throw ValueError("Set of Tasks/Futures is empty.");
  futures = without_duplicates(futures);
  EventLoop &loop = get_running_loop();
  const Future<void> waiter = loop.create_future();
  {
    const Ref countdown(new Countdown(futures.size(), options.return_when));
    std::optional<ReleaseLater> timer;
    if (options.timeout)
      timer.emplace(loop, *options.timeout, waiter);
    std::vector<WhenDone> callbacks;
    for (const Ref<FutureCore> &future : futures) {
      callbacks.emplace_back(future, [countdown, waiter](FutureCore &done) {
        if (countdown->is_over_with(done))
          release(waiter);
      });
    }
    co_await waiter;
  }
  WaitResult<Ref<FutureCore>> result;
  for (const Ref<FutureCore> &future : futures)
    (future->done() ? result.done : result.pending).push_back(future);
  co_return result;
}

} // namespace aio::detail
