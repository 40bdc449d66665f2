// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Many calls come to one that blocks in another file: one is shown.
#include "logger.h"

#include <aio/aio.h>

#define LOG(line) logLine(line)

aio::Coroutine<int> fetch();

void inAHelper() { logLine("helper"); }

aio::Coroutine<void> logs(char *buffer) {
  LOG("begin"); // expect: async-blocking-call: 'logLine' blocks the event loop that runs this coroutine: it calls 'remove'
                // note: 3 more calls on the loop come to this; only one is shown
  co_await fetch();
  LOG("end");
  inAHelper();
  waitForInput(buffer); // expect: async-blocking-call: 'waitForInput' blocks the event loop
}

aio::Coroutine<void> logsToo() {
  LOG("too");
  co_return;
}
