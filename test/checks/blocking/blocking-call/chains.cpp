// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Executing <Task
// runtime: Executing <Handle
// runtime: Executing <TimerHandle
#include <aio/aio.h>

#include <chrono>
#include <cstdlib>
#include <thread>
#include <unistd.h>

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(150)); }
void settle() { nap(); }  // expect: async-blocking-call: 'nap' blocks the event loop that runs this callback
void shell(const char *command) { std::system(command); }
void recurse(int depth) {
  if (depth)
    recurse(depth - 1);
  else
    nap();
}
void swift() {}
[[clang::annotate("asynctidy::nonblocking")]] void trusted() { nap(); }
[[clang::annotate("asynctidy::blocking")]] void legacy() {}

struct Device {
  virtual void open() { nap(); }
  void reset() { nap(); }
};

aio::Coroutine<void> caller(Device &device) {
  nap();          // expect: async-blocking-call: 'nap' blocks the event loop that runs this coroutine: it calls 'std::this_thread::sleep_for'
                  // note: 'nap' calls 'std::this_thread::sleep_for' here
                  // note: use co_await aio::sleep(
  settle();       // expect: async-blocking-call: 'settle' blocks the event loop
                  // note: 'settle' calls 'nap' here
                  // note: 'nap' calls 'std::this_thread::sleep_for' here
  shell("true");  // expect: async-blocking-call: it calls 'system'
  recurse(3);     // expect: async-blocking-call: it calls 'std::this_thread::sleep_for'
  device.reset();  // expect: async-blocking-call: 'Device::reset' blocks
  [] { nap(); }();  // expect: async-blocking-call: it calls 'std::this_thread::sleep_for'
  legacy();       // expect: async-blocking-call: 'legacy' blocks the event loop
  device.open();
  swift();
  trusted();
  co_await aio::sleep(0);
}

void callback(aio::EventLoop &loop) {
  loop.call_soon([] { nap(); });  // expect: async-blocking-call: 'nap' blocks the event loop that runs this callback
  loop.call_later(0.1, [] { usleep(150000); });  // expect: async-blocking-call: 'usleep' blocks the event loop that runs this callback
  loop.call_soon(settle);
  nap();
}

int main() {
  Device device;
  aio::run(caller(device));
  aio::EventLoop loop;
  callback(loop);
  loop.call_later(0.2, [&loop] { loop.stop(); });
  loop.run_forever();
  loop.close();
}
