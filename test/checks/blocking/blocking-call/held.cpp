// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Blocking functions that are called through what holds them: pointers, std::function, members,
// tables, parameters.
// runtime: Executing <Task
// runtime: Executing <Handle
#include <aio/aio.h>

#include <array>
#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(150)); }
void swift() {}
void again(int depth);

void (*const constant)(int) = again;
void again(int depth) {
  if (depth)
    constant(depth - 1);
  else
    nap();
}

static std::function<void()> keeper = [] { nap(); };
static void (*set_later)();
static void (*two_values)() = nap;
void set() {
  set_later = nap;
  two_values = swift;
}

constexpr std::array<void (*)(), 2> steps = {swift, nap};
const std::map<std::string, std::function<void()>> commands = {{"nap", nap}, {"none", [] {}}};
struct Command {
  const char *name;
  void (*run)();
  void (*undo)();
};
const Command table[] = {{"nap", nap, swift}, {"none", swift, nullptr}};

struct Worker {
  const std::function<void()> job = nap;
  std::function<void()> late;
  std::function<void()> given;
  explicit Worker(std::function<void()> work) : late([] { nap(); }), given(std::move(work)) {}
  void run() { job(); }
};

std::function<void()> make() {
  return [] { nap(); };
}

aio::Coroutine<void> pointers() {
  void (*pointer)() = &nap;
  pointer();     // expect: async-blocking-call: 'pointer' blocks the event loop that runs this coroutine: it calls 'std::this_thread::sleep_for'
                 // note: 'nap' calls 'std::this_thread::sleep_for' here
  (*pointer)();  // expect: async-blocking-call: blocks the event loop
  auto direct = usleep;
  direct(150000);  // expect: async-blocking-call: 'direct' blocks the event loop
                   // note: it is 'usleep'
  constant(2);   // expect: async-blocking-call: 'constant' blocks the event loop
  co_return;
}

aio::Coroutine<void> wrappers(bool wanted) {
  std::function<void()> held = nap;
  held();     // expect: async-blocking-call: 'held' blocks the event loop
  std::function<void()> lambda = [] { nap(); };
  lambda();   // expect: async-blocking-call: 'lambda' blocks the event loop
              // note: this lambda calls 'nap' here
  auto copy = lambda;
  copy();     // expect: async-blocking-call: 'copy' blocks the event loop
  auto moved = std::move(lambda);
  moved();    // expect: async-blocking-call: 'moved' blocks the event loop
  std::function<void()> chosen = swift;
  if (wanted)
    chosen = nap;
  chosen();   // expect: async-blocking-call: 'chosen' blocks the event loop
  std::packaged_task<void()> packaged(nap);
  packaged();  // expect: async-blocking-call: 'packaged' blocks the event loop
  make()();   // expect: async-blocking-call: blocks the event loop
  keeper();   // expect: async-blocking-call: 'keeper' blocks the event loop
  co_return;
}

aio::Coroutine<void> members(Worker &worker) {
  worker.job();   // expect: async-blocking-call: 'job' blocks the event loop
  worker.late();  // expect: async-blocking-call: 'late' blocks the event loop
  worker.run();   // expect: async-blocking-call: 'Worker::run' blocks the event loop
                  // note: 'Worker::run' calls 'nap' here
  co_return;
}

aio::Coroutine<void> tables(int i) {
  steps[i]();             // expect: async-blocking-call: blocks the event loop
  commands.at("nap")();   // expect: async-blocking-call: blocks the event loop
  table[i].run();         // expect: async-blocking-call: 'run' blocks the event loop
  for (const Command &each : table)
    each.run();           // expect: async-blocking-call: 'run' blocks the event loop
  co_return;
}

aio::Coroutine<void> recursive() {
  std::function<void(int)> down = [&](int n) {
    if (n)
      down(n - 1);
    else
      nap();
  };
  down(2);  // expect: async-blocking-call: 'down' blocks the event loop
  co_return;
}

void callbacks(aio::EventLoop &loop) {
  std::function<void()> held = [] { nap(); };  // expect: async-blocking-call: 'nap' blocks the event loop that runs this callback
  loop.call_soon(held);
  auto closure = [] { nap(); };  // expect: async-blocking-call: 'nap' blocks the event loop that runs this callback
  std::function<void()> wrapped = closure;
  loop.call_soon(wrapped);
}

// What follows does not block, or not the loop, or it is not known what is called.

aio::Coroutine<void> unknown(std::function<void()> parameter, Worker &worker) {
  parameter();
  worker.given();
  two_values();
  void (*replaced)() = nap;
  replaced = swift;
  replaced();
  table[0].undo();
  std::function<void()> passed = nap;
  passed.swap(parameter);
  passed();
  co_return;
}

aio::Coroutine<void> elsewhere() {
  std::function<void()> job = [] { nap(); };
  co_await aio::to_thread(job);
  void (*pointer)() = nap;
  std::thread thread(pointer);
  thread.detach();
  std::function<aio::Coroutine<void>()> later = pointers;
  (void)later;
}

aio::Coroutine<void> caller() {
  Worker worker(swift);
  co_await pointers();
  co_await wrappers(true);
  co_await members(worker);
  co_await tables(1);
  co_await recursive();
}

int main() {
  set();
  aio::run(caller());
  aio::run(unknown(swift, *std::make_unique<Worker>(swift)));
  aio::run(elsewhere());
  aio::EventLoop loop;
  callbacks(loop);
  loop.call_later(0.5, [&loop] { loop.stop(); });
  loop.run_forever();
  loop.close();
}
