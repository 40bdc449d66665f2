// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

aio::Coroutine<int> work();
void take(aio::Task<int> task);
void log(const char *text);
bool ask();
[[clang::annotate("asynctidy::detaches")]] aio::Task<int> inBackground();
[[clang::annotate("asynctidy::owned")]] aio::Task<int> ownedByTheServer();
struct Logger {
  Logger &operator<<(const aio::Task<int> &task);
};
struct Owner {
  aio::Task<int> task = aio::create_task(work());
  std::vector<aio::Task<int>> tasks{aio::create_task(work()), aio::create_task(work())};
  Owner() : first(aio::create_task(work())) {}
  aio::Task<int> first;
};

aio::Task<int> returned() { return aio::create_task(work()); }
aio::Task<int> eitherReturned(bool a) {
  return a ? aio::create_task(work()) : aio::ensure_future(work());
}
auto arrow = [] { return aio::create_task(work()); };
std::function<aio::Task<int>()> kept = [] { return aio::create_task(work()); };

aio::Coroutine<void> awaited() {
  co_await aio::create_task(work());
  int value = co_await aio::create_task(work()) + co_await returned();
  if (co_await aio::create_task(work()) > value)
    log("more");
  co_await aio::wait_for(aio::create_task(work()), 1);
  co_await aio::shield(aio::create_task(work()));
  co_await aio::gather(returned(), returned());
  ask() ? co_await returned() : co_await aio::create_task(work());
}

void given(Owner &owner, std::map<int, aio::Task<int>> &byId, Logger &logger,
           std::vector<aio::Task<int>> &list, std::optional<aio::Task<int>> &maybe) {
  take(aio::create_task(work()));
  owner.task = aio::create_task(work());
  byId.emplace(1, aio::create_task(work()));
  byId[2] = aio::create_task(work());
  list.push_back(aio::create_task(work()));
  list.emplace_back(aio::create_task(work()));
  maybe = aio::create_task(work());
  logger << aio::create_task(work());
  auto shared = std::make_shared<aio::Task<int>>(aio::create_task(work()));
  log(shared ? "started" : "not");
  auto pair = std::pair(1, aio::create_task(work()));
  take(pair.second);
}

void followed() {
  aio::create_task(work()).add_done_callback([](aio::Task<int>) { log("done"); });
  aio::create_task(work()).cancel();
  if (aio::create_task(work()).done())
    log("done at once");
}

void onPurpose() {
  (void)aio::create_task(work());
  static_cast<void>(aio::create_task(work()));
  std::ignore = aio::create_task(work());
  inBackground();
  ownedByTheServer();
}

aio::Coroutine<void> grouped(aio::TaskGroup &group) {
  group.create_task(work());
  group.create_task(work());
  co_return;
}

void unevaluated() {
  static_assert(sizeof(aio::create_task(work())) > 0);
  using Result = decltype(aio::create_task(work()));
  static_assert(!noexcept(returned()));
  std::optional<Result> none;
  log(none ? "some" : "none");
}

template <class F> auto forwards(F start) { return start(); }
void instantiates() { take(forwards([] { return aio::create_task(work()); })); }
