// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A cancelled task keeps the message of its cancellation
// both: - CancelledError()
// both: + CancelledError('why')

aio::Coroutine<std::string> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  if (name == "bad")
    throw ValueError(name);
  trace(name, "ends");
  co_return name;
}

aio::Coroutine<void> program() {
  auto cancelled = aio::create_task(part("cancelled", 10));
  aio::get_running_loop().call_soon([cancelled] { cancelled.cancel("why"); });
  const auto outcomes =
      co_await aio::gather(aio::return_exceptions, part("good", 3), part("bad", 1), cancelled);
  const auto show = [](const aio::Outcome<std::string> &outcome) {
    if (outcome)
      trace(outcome.value());
    else
      trace(outcome.exception());
  };
  show(std::get<0>(outcomes));
  show(std::get<1>(outcomes));
  show(std::get<2>(outcomes));
}

int main() { aio::run(program()); }
