// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Many calls come to one that blocks in another file: one is shown. What a macro logs is left alone.
#include "logger.h"

#include <aio/aio.h>

#define WRITE(line) logLine(line)
#define LOG(line) logLine(line)

aio::Coroutine<int> fetch();

void inAHelper() { logLine("helper"); }

aio::Coroutine<void> logs(char *buffer) {
  WRITE("begin"); // expect: async-blocking-call: 'logLine' blocks the event loop that runs this coroutine: it calls 'remove'
                // note: 3 more calls on the loop come to this; only one is shown
  co_await fetch();
  WRITE("end");
  inAHelper();
  waitForInput(buffer); // expect: async-blocking-call: 'waitForInput' blocks the event loop
}

aio::Coroutine<void> logsToo() {
  WRITE("too");
  LOG("left alone");
  std::remove("file"); // expect: async-blocking-call: 'remove' blocks the event loop
  co_return;
}
