// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <utility>
#include <vector>

aio::Coroutine<int> work();
aio::Coroutine<void> other();
aio::Coroutine<void> waitsFor(aio::Task<int> task);
aio::Coroutine<void> serve(aio::EventLoop &loop);
void log(const char *text);
void start(aio::EventLoop &loop);
struct Owner {
  std::vector<aio::Task<int>> tasks;
  aio::Task<int> member;
};

void forgotten() {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: the task from 'aio::EventLoop::create_task' may be pending when 'loop' is closed, which destroys it halfway
                                        // note: 'loop' is closed here
                                        // note: wait for it, or cancel it and run the loop
                                        // expect: async-unawaited-coroutine: nobody
  loop.run_until_complete(other());
  loop.close();
}

void onlyAsked() {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
                                        // expect: async-unretrieved-exception: nobody reads
  loop.run_until_complete(other());
  if (!task.done())
    log("too late");
  loop.close();
}

void onPurpose(aio::EventLoop &loop) {
  (void)loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
  loop.run_until_complete(other());
  loop.close();
}

void neverRun() {
  aio::EventLoop loop;
  (void)loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
  loop.close();
}

void byTheDestructor(bool quick) {
  aio::EventLoop loop; // expect: async-unclosed-transport: 'loop' is not closed
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' goes away
                                        // expect: async-unretrieved-exception: nobody reads
  if (quick)
    return;
  loop.run_until_complete(task);
  loop.close();
}

void onOneWay(bool patient) {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
                                        // expect: async-unretrieved-exception: nobody reads
  if (patient)
    loop.run_until_complete(task);
  else
    loop.run_until_complete(other());
  loop.close();
}

void cancelledTooLate() {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
  loop.run_until_complete(other());
  task.cancel();
  loop.close();
}

void inALoop(int count) {
  aio::EventLoop loop;
  for (int i = 0; i < count; ++i)
    (void)loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
  loop.run_until_complete(other());
  loop.close();
}

void oneOfTwo() {
  aio::EventLoop loop;
  auto first = loop.create_task(work());
  auto second = loop.create_task(work()); // expect: async-pending-task-destroyed: the task from 'aio::EventLoop::create_task' may be pending when 'loop' is closed
                                          // expect: async-unretrieved-exception: nobody reads
  loop.run_until_complete(first);
  log(second.done() ? "both" : "one");
  loop.close();
}

void inASwitch(int how) {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending
                                        // expect: async-unretrieved-exception: nobody reads
  switch (how) {
  case 0:
    loop.run_until_complete(task);
    break;
  default:
    loop.run_until_complete(other());
  }
  loop.close();
}

void look(const aio::Task<int> &task) { log(task.done() ? "done" : "pending"); }
void shown() {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending
                                        // expect: async-unretrieved-exception: nobody reads
  loop.run_until_complete(other());
  look(task);
  loop.close();
}

auto inALambda = [] {
  aio::EventLoop loop;
  (void)loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
  loop.run_until_complete(other());
  loop.close();
};

template <class T> void inATemplate(T value) {
  aio::EventLoop loop;
  auto task = loop.create_task(work()); // expect: async-pending-task-destroyed: may be pending when 'loop' is closed
                                        // expect: async-unretrieved-exception: nobody reads
  loop.run_until_complete(other());
  log(task.done() && value ? "done" : "pending");
  loop.close();
}
template void inATemplate(int);
template void inATemplate(long);

// Silent from here on.

void waitedFor() {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  loop.run_until_complete(other());
  loop.run_until_complete(task);
  loop.close();
}

void passedOn() {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  loop.run_until_complete(waitsFor(task));
  loop.close();
}

void movedOn() {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  loop.run_until_complete(waitsFor(std::move(task)));
  loop.close();
}

void cancelledFirst() {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  loop.run_until_complete(other());
  task.cancel();
  loop.run_until_complete(aio::sleep(0));
  loop.close();
}

void runForEver() {
  aio::EventLoop loop;
  (void)loop.create_task(work());
  loop.run_forever();
  loop.close();
}

void stored(Owner &owner) {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  owner.tasks.push_back(task);
  auto second = loop.create_task(work());
  owner.member = second;
  loop.run_until_complete(other());
  loop.close();
}

void captured() {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  loop.run_until_complete([](aio::Task<int> task) -> aio::Coroutine<void> { co_await task; }(task));
  loop.close();
}

aio::Coroutine<void> cancelAll() {
  for (auto &task : aio::all_tasks())
    task.cancel();
  co_await aio::sleep(0);
}

void allOfThem() {
  aio::EventLoop loop;
  (void)loop.create_task(work());
  loop.run_until_complete(other());
  loop.run_until_complete(cancelAll());
  loop.close();
}

void somebodyElseHasTheLoop() {
  aio::EventLoop loop;
  (void)loop.create_task(work());
  loop.run_until_complete(serve(loop));
  loop.close();
}

void somebodyElseGetsTheLoop() {
  aio::EventLoop loop;
  start(loop);
  (void)loop.create_task(work());
  loop.run_until_complete(other());
  loop.close();
}

void notClosedHere(aio::EventLoop &loop) {
  (void)loop.create_task(work());
  loop.run_until_complete(other());
}

aio::Coroutine<void> program() {
  (void)aio::get_running_loop().create_task(work());
  auto &loop = aio::get_running_loop();
  (void)loop.create_task(work());
  co_await other();
}

/// run() cancels what is left, and waits for it.
void run() { aio::run(program()); }

void gathered() {
  aio::EventLoop loop;
  auto first = loop.create_task(work());
  auto second = loop.create_task(work());
  loop.run_until_complete(aio::gather(first, second));
  loop.close();
}

void callbacksAreNoWork() {
  aio::EventLoop loop;
  loop.call_soon([] { log("soon"); });
  loop.run_until_complete(other());
  loop.close();
}

void watched(bool quick) {
  aio::EventLoop loop;
  auto task = loop.create_task(work());
  task.add_done_callback([](aio::Future<int>) {});
  loop.run_until_complete(other());
  loop.close();
}
