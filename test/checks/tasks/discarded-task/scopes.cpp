// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scope owns the work that it starts, whatever becomes of the handle.
#include <aio/aio.h>

aio::Coroutine<int> work();

class async_scope {
public:
  aio::Task<int> add(aio::Coroutine<int> coroutine);
  aio::Coroutine<void> join();
};
class Nursery {
public:
  aio::Task<int> start(aio::Coroutine<int> coroutine);
};
class Scoreboard {
public:
  aio::Task<int> start(aio::Coroutine<int> coroutine);
};

aio::Coroutine<void> starts(async_scope &scope, Nursery &nursery, Scoreboard &board) {
  scope.add(work());
  nursery.start(work());
  board.start(work()); // expect: async-discarded-task: the task from 'Scoreboard::start' is dropped
                       // fix: co_await board.start(work());
  co_await scope.join();
}
