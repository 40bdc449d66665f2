// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy
// A coroutine where a plain callback is wanted.
#include <adaptor.h>

#include <functional>

lib::Lazy<void> refresh() { co_return; }
void listen(const std::function<void()> &callback);
void serve(const std::function<lib::Lazy<void>()> &handler);

void plain() {
  listen(refresh);                     // expect: async-void-callback: its body never runs
  listen([] { return refresh(); });    // expect: async-void-callback: its body never runs
  listen([] {});
  serve(refresh);
  serve([] { return refresh(); });
}
