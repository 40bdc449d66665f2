// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <algorithm>

using aio::Coroutine;
using Result = std::string;
using Task = aio::Task<Result>;
using Tasks = std::vector<Task>;

constexpr double SHORT = 1e-9;
int turn = 0;

void tick() {
  ++turn;
  aio::get_running_loop().call_soon(tick);
}

Coroutine<Result> sleeps(std::string name, int turns) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  trace(turn, name);
  co_return name;
}

Coroutine<Result> fails(std::string name, int turns) {
  co_await sleeps(name, turns);
  throw ValueError(name);
}

template <class Handles> std::string names(const Handles &tasks) {
  std::vector<std::string> all;
  for (const auto &task : tasks)
    all.push_back(task.get_name().c_str());
  std::sort(all.begin(), all.end());
  std::string text;
  for (const std::string &name : all)
    text += (text.empty() ? "" : " ") + name;
  return text;
}

template <class... Coroutines> Tasks tasks(Coroutines... coroutines) {
  Tasks all;
  const auto add = [&](Coroutine<Result> coroutine) {
    const char name[] = {"abcde"[all.size()], '\0'};
    all.push_back(aio::create_task(std::move(coroutine), name));
  };
  (add(std::move(coroutines)), ...);
  return all;
}

Coroutine<Tasks> waits(Tasks futures, aio::WaitOptions options = {}) {
  const auto [done, pending] = co_await aio::wait(futures, options);
  trace(turn, "done", names(done), "pending", names(pending));
  co_return done;
}

Coroutine<void> drain(Tasks pending) {
  for (const Task &task : pending) {
    try {
      co_await task;
    } catch (const ValueError &) {
    }
  }
}

template <class Awaitable> Coroutine<void> next_of(std::string name, Awaitable awaitable) {
  try {
    const Result result = co_await std::move(awaitable);
    trace(turn, name, result);
  } catch (const ValueError &error) {
    trace(turn, name, error);
  } catch (const aio::TimeoutError &error) {
    trace(turn, name, "TimeoutError", error.what());
  } catch (const aio::CancelledError &) {
    trace(turn, name, "cancelled");
  }
}

Coroutine<void> wait_ends() {
  trace("wait, all");
  const Tasks done = co_await waits(tasks(sleeps("a", 0), fails("b", 2), sleeps("c", 1)));
  co_await drain(done);
  trace("wait, all done already");
  co_await waits(done);
  co_await drain(done);
  for (const auto when : {aio::ReturnWhen::first_completed, aio::ReturnWhen::first_exception}) {
    trace("wait, first");
    const Tasks all = tasks(sleeps("a", 1), sleeps("b", 1), fails("c", 2), fails("d", 3));
    co_await waits(all, {.return_when = when});
    co_await drain(all);
  }
  trace("wait, cancelled is no exception");
  Tasks all = tasks(sleeps("a", 9), sleeps("b", 2));
  all[0].cancel();
  co_await waits(all, {.return_when = aio::ReturnWhen::first_exception});
  trace("wait, timeout");
  all = tasks(sleeps("a", 1), sleeps("b", 9));
  co_await waits(all, {.timeout = 0});
  co_await drain(all);
  all = tasks(sleeps("a", 1), sleeps("b", 2), sleeps("c", 3));
  co_await waits(all, {.timeout = SHORT});
  co_await drain(all);
}

Coroutine<void> completed() {
  trace("as_completed");
  int i = 0;
  for (auto each : aio::as_completed(tasks(sleeps("a", 3), fails("b", 1), sleeps("c", 2))))
    co_await next_of(std::to_string(i++), std::move(each));
  trace("as_completed, timeout");
  Tasks all = tasks(sleeps("a", 0), sleeps("b", 9));
  i = 0;
  for (auto each : aio::as_completed(all, {.timeout = SHORT}))
    co_await next_of(std::to_string(i++), std::move(each));
  co_await drain(all);
  trace("as_completed, all at once");
  std::vector<aio::Task<void>> waiting;
  i = 0;
  for (auto each : aio::as_completed(tasks(sleeps("a", 3), sleeps("b", 3), sleeps("c", 2))))
    waiting.push_back(aio::create_task(next_of(std::to_string(i++), std::move(each))));
  co_await aio::gather(waiting);
  trace("as_completed, one cancelled");
  waiting.clear();
  i = 0;
  for (auto each : aio::as_completed(tasks(sleeps("a", 3), sleeps("b", 5))))
    waiting.push_back(aio::create_task(next_of(std::to_string(i++), std::move(each))));
  co_await aio::sleep(0);
  waiting[0].cancel();
  co_await aio::sleep(0);
  co_await waiting[1];
  trace("as_completed, done already");
  all = tasks(sleeps("a", 0));
  co_await drain(all);
  for (auto each : aio::as_completed(all))
    co_await next_of("0", std::move(each));
}

Coroutine<void> gathered() {
  trace("gather");
  co_await aio::gather(sleeps("a", 1), sleeps("b", 3));
  trace(turn, "ended");
  trace("gather, nothing");
  const auto nothing = co_await aio::gather(Tasks());
  trace(turn, nothing.size());
  trace("gather, done already");
  Tasks all = tasks(sleeps("a", 0));
  co_await drain(all);
  co_await aio::gather(all);
  trace(turn, "ended");
  trace("gather, throws");
  Tasks others = tasks(sleeps("b", 4), fails("c", 2));
  try {
    co_await aio::gather(fails("a", 1), others[0], others[1]);
  } catch (const ValueError &error) {
    trace(turn, error);
  }
  co_await drain(others);
  trace("gather, return_exceptions");
  const auto [a, b, c] =
      co_await aio::gather(aio::return_exceptions, fails("a", 2), sleeps("b", 3), aio::sleep(0));
  trace(turn, a.exception(), b.value());
  trace("gather, child cancelled");
  others = tasks(sleeps("a", 9), sleeps("b", 3));
  const auto outer = aio::gather(others);
  outer.add_done_callback([](auto done) { trace(turn, "callback", done.cancelled()); });
  others[0].cancel("child");
  try {
    co_await outer;
  } catch (const aio::CancelledError &error) {
    trace(turn, "CancelledError", error.what(), outer.cancelled());
  }
  co_await others[1];
  trace("gather, the same twice");
  const Task same = tasks(sleeps("a", 1))[0];
  const auto [x, y] = co_await aio::gather(same, same);
  trace(x + " " + y);
}

Coroutine<void> shielded() {
  trace("shield");
  auto shield = aio::shield(sleeps("a", 1));
  shield.add_done_callback([](auto) { trace(turn, "callback"); });
  co_await shield;
  trace(turn, "ended");
  trace("shield, throws");
  co_await next_of("shield", aio::shield(fails("a", 1)));
  trace("shield, cancelled, then the inner one throws");
  Task task = aio::create_task(fails("a", 2));
  shield = aio::shield(task);
  shield.cancel();
  co_await next_of("shield", shield);
  shield = {};
  co_await next_of("task", task);
  task = aio::create_task(fails("a", 2), "unseen");
  shield = aio::shield(task);
  shield.cancel();
  shield = {};
  task = {};
  for (int i = 0; i < 4; ++i)
    co_await aio::sleep(0);
  trace("shield of a shield");
  task = aio::create_task(sleeps("a", 4));
  const auto outer = aio::shield(aio::shield(task));
  co_await aio::sleep(0);
  outer.cancel();
  co_await next_of("outer", outer);
  co_await task;
}

Coroutine<void> program() {
  tick();
  co_await wait_ends();
  co_await completed();
  co_await gathered();
  co_await shielded();
  trace("end");
}

int main() { aio::run(program()); }
