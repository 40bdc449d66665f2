// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'refresh' was never awaited
// runtime: coroutine 'visit' was never awaited
#include <aio/aio.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

aio::Coroutine<void> refresh() { co_return; }
aio::Coroutine<void> visit(int each) { co_return; }
void plain() {}

struct Button {
  std::function<void()> clicked;
  void onClick(std::function<void()> callback) { callback(); }
};

void wrapped(Button &button, std::map<std::string, std::function<void()>> &commands) {
  std::function<void()> callback = [] { return refresh(); };  // expect: async-void-callback: 'std::function<void ()>' drops the 'aio::Coroutine<void>' that this callback returns; its body never runs
  std::function<void()> byName = refresh;       // expect: async-void-callback: its body never runs
  std::function<void()> byAddress(&refresh);    // expect: async-void-callback: its body never runs
  button.clicked = []() -> aio::Coroutine<void> { co_await refresh(); };  // expect: async-void-callback: its body never runs
                                                                          // note: pass a plain callable
  button.onClick(refresh);                      // expect: async-void-callback: its body never runs
  commands["refresh"] = refresh;                // expect: async-void-callback: its body never runs
  auto held = [] { return refresh(); };
  button.onClick(held);                         // expect: async-void-callback: its body never runs
}

void standard(std::vector<int> &numbers) {
  std::for_each(numbers.begin(), numbers.end(), visit);  // expect: async-void-callback: 'std::for_each' drops
  std::thread thread(refresh);                           // expect: async-void-callback: 'std::thread' drops
  thread.join();
}

void innocent(Button &button, std::vector<int> &numbers, aio::EventLoop &loop) {
  std::function<void()> callback = plain;
  std::function<void()> discards = [] { plain(); };
  std::function<aio::Coroutine<void>()> keeps = refresh;
  std::function<aio::Coroutine<void>(int)> keepsToo = [](int each) { return visit(each); };
  button.onClick([&loop] { auto task = loop.create_task(refresh()); task.cancel(); });
  button.clicked = callback;
  button.clicked = nullptr;
  std::for_each(numbers.begin(), numbers.end(), [](int) { plain(); });
  std::thread thread(plain);
  thread.join();
  loop.call_soon([&loop] { loop.stop(); });
}

int main() {
  Button button;
  std::map<std::string, std::function<void()>> commands;
  std::vector<int> numbers{1, 2};
  wrapped(button, commands);
  standard(numbers);
}
