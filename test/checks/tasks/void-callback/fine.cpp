// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

aio::Coroutine<void> refresh();
aio::Coroutine<int> compute(int);
int answer();
void plain();
struct Page {
  std::function<void()> changed;
  std::function<aio::Coroutine<void>()> opened;
  std::function<int()> size;
  aio::TaskGroup *group;
  Page(std::function<aio::Coroutine<void>()> onOpen) : opened(onOpen) {}
  Page(Page &&) = default;
};
struct Functor {
  void operator()() const;
};
struct Both {
  aio::Coroutine<void> operator()(int) const;
  void operator()() const;
};
void listen(const std::function<void()> &callback);
void serve(std::function<aio::Coroutine<int>(int)> handler);
void later(aio::Coroutine<void> (*function)());
std::function<void()> make() { return plain; }

void timers(aio::EventLoop &loop, aio::TaskGroup &group) {
  loop.call_soon(plain);
  loop.call_soon(Functor());
  loop.call_later(1, [] { plain(); });
  loop.call_at(1, [] { return; });
  loop.call_soon_threadsafe([&loop] { loop.stop(); });
  loop.call_soon([&group] { group.create_task(refresh()); });
  loop.call_soon([] { (void)answer(); });
  loop.call_soon([] { auto kept = refresh(); kept.close(); });
  loop.call_soon(std::bind(plain));
}

void members(Page &page) {
  page.changed = plain;
  page.changed = [] {};
  page.changed = nullptr;
  page.changed = make();
  page.opened = refresh;
  page.opened = [] { return refresh(); };
  page.opened = []() -> aio::Coroutine<void> { co_return; };
  page.size = answer;
  page.changed = [&page] { page.group->create_task(refresh()); };
  Page other(refresh);
  other.changed = std::move(page.changed);
}

void arguments() {
  listen(plain);
  listen(Both());
  serve(compute);
  serve([](int each) { return compute(each); });
  later(refresh);
  std::function<aio::Coroutine<void>()> kept = refresh;
  std::map<std::string, std::function<aio::Coroutine<int>(int)>> routes;
  routes["/"] = compute;
}

void threads(aio::EventLoop &loop) {
  std::thread thread([&loop] { aio::run_coroutine_threadsafe(compute(1), loop).result(); });
  std::jthread other(plain);
  thread.join();
  auto future = std::async(answer);
  future.wait();
}

void algorithms(std::vector<int> &numbers) {
  std::vector<aio::Coroutine<int>> all;
  std::transform(numbers.begin(), numbers.end(), std::back_inserter(all), compute);
  std::for_each(numbers.begin(), numbers.end(), [](int) {});
  std::for_each(numbers.begin(), numbers.end(), [&all](int each) { all.push_back(compute(each)); });
}
