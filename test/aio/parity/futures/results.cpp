// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

template <class F> void attempt(const char *name, F call) {
  try {
    trace(name, call());
  } catch (const aio::InvalidStateError &error) {
    trace(name, error);
  } catch (const ValueError &error) {
    trace(name, error);
  } catch (const aio::CancelledError &) {
    trace(name, "CancelledError");
  }
}

template <class T> int set(aio::Future<int> future, T value) {
  if constexpr (std::is_same_v<T, int>)
    future.set_result(value);
  else
    future.set_exception(value);
  return 0;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto future = loop.create_future<int>();
  attempt("result", [&] { return future.result(); });
  attempt("exception", [&] { return future.exception(); });
  future.set_result(1);
  attempt("result", [&] { return future.result(); });
  attempt("exception", [&] { return future.exception(); });
  attempt("set_result", [&] { return set(future, 2); });
  attempt("set_exception", [&] { return set(future, ValueError("late")); });
  trace("cancel", future.cancel(), future.cancelled(), future.done());

  auto failed = loop.create_future<int>();
  failed.set_exception(ValueError("once"));
  attempt("result", [&] { return failed.result(); });
  attempt("result again", [&] { return failed.result(); });
  attempt("exception", [&] { return failed.exception(); });
  attempt("set_result", [&] { return set(failed, 2); });

  auto cancelled = loop.create_future<int>();
  const bool first = cancelled.cancel(), second = cancelled.cancel();
  trace("cancel", first, second, cancelled.cancelled(), cancelled.done());
  attempt("result", [&] { return cancelled.result(); });
  attempt("exception", [&] { return cancelled.exception(); });
  attempt("set_result", [&] { return set(cancelled, 2); });
  co_return;
}

int main() { aio::run(program()); }
