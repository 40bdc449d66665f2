// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> part(bool fails) {
  if (fails)
    throw ValueError("part");
  co_return;
}

aio::Coroutine<void> program() {
  auto done = aio::gather(part(false));
  co_await done;
  const bool accepted = done.cancel();
  trace(accepted, done.cancelled());
  auto failed = aio::gather(part(true), part(false));
  co_await aio::wait(failed);
  const bool failed_accepts = failed.cancel();
  trace(failed_accepts, failed.cancelled(), failed.exception());
  auto pending = aio::gather(aio::sleep(3600), aio::sleep(3600));
  const bool pending_accepts = pending.cancel("why");
  trace(pending_accepts, pending.done());
  try {
    co_await pending;
  } catch (const aio::CancelledError &error) {
    trace(error, pending.cancelled());
  }
}

int main() { aio::run(program()); }
