// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The trivial awaiters are building blocks: dropping one loses nothing.
#include <coroutine>

std::suspend_always always();
std::suspend_never never();

void dropped() {
  always();
  never();
  std::suspend_always unused = always();
}
