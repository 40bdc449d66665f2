// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  {
    auto outer = aio::timeout(10);
    try {
      co_await aio::with(outer, [&]() -> aio::Coroutine<void> {
        auto inner = aio::timeout(0.002);
        try {
          co_await aio::with(inner, []() -> aio::Coroutine<void> { co_await aio::sleep(3600); });
        } catch (const aio::TimeoutError &) {
          trace("inner", inner.expired(), outer.expired());
        }
        outer.reschedule(aio::get_running_loop().time());
        co_await aio::sleep(3600);
      });
    } catch (const aio::TimeoutError &) {
      trace("outer", outer.expired());
    }
  }
  auto outer = aio::timeout(0.002), inner = aio::timeout(10);
  try {
    co_await aio::with(outer, [&]() -> aio::Coroutine<void> {
      try {
        co_await aio::with(inner, []() -> aio::Coroutine<void> { co_await aio::sleep(3600); });
      } catch (const aio::TimeoutError &) {
        trace("never");
      }
    });
  } catch (const aio::TimeoutError &) {
    trace("outer alone", inner.expired(), outer.expired());
  }
}

int main() { aio::run(program()); }
