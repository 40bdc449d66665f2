// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/net.h>
#include <aio/aio.h>

#include <exception>

aio::Coroutine<void> program() {
  const auto child = co_await aio::create_subprocess_exec({"sleep", "20"});
  std::exception_ptr error;
  try {
    co_await aio::wait_for(child.wait(), 0.02);
  } catch (...) {
    error = std::current_exception();
  }
  child.kill();
  co_await child.wait();
  if (!error)
    throw aio::ValueError("it cannot have ended");
}

int main() { aio::run(program()); }
