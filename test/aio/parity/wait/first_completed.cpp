// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
}

void show(const aio::WaitResult<aio::Task<void>> &result) {
  std::string line = "done";
  for (const auto &task : result.done)
    line += std::string(" ") + task.get_name().c_str();
  line += " pending";
  for (const auto &task : result.pending)
    line += std::string(" ") + task.get_name().c_str();
  trace(line);
}

aio::Coroutine<void> program() {
  std::vector<aio::Task<void>> tasks;
  for (const auto &[name, turns] : {std::pair("a", 5), std::pair("b", 1), std::pair("c", 1)})
    tasks.push_back(aio::create_task(part(name, turns), name));
  show(co_await aio::wait(tasks, {.return_when = aio::ReturnWhen::first_completed}));
  show(co_await aio::wait(tasks));
  show(co_await aio::wait(tasks, {.return_when = aio::ReturnWhen::first_completed}));
}

int main() { aio::run(program()); }
