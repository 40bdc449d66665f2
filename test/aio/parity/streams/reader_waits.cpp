// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> reads(std::string name, aio::StreamReader reader) {
  try {
    trace(name, co_await reader.read(3));
  } catch (const aio::RuntimeError &error) {
    trace(name, error);
  } catch (const ValueError &error) {
    trace(name, error);
  } catch (const aio::CancelledError &) {
    trace(name, "cancelled");
    throw;
  }
}

aio::Coroutine<void> program() {
  aio::StreamReader reader(65536);
  auto first = aio::create_task(reads("first", reader));
  co_await aio::sleep(0);
  co_await reads("second", reader);
  first.cancel();
  co_await aio::wait(first);
  auto third = aio::create_task(reads("third", reader));
  co_await aio::sleep(0);
  reader.feed_data("data");
  co_await third;
  reader.set_exception(std::make_exception_ptr(ValueError("lost")));
  trace(reader.exception());
  co_await reads("fourth", reader);
}

int main() { aio::run(program()); }
