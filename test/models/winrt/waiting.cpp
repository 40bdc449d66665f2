// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waiting for asynchronous operations blocks the apartment that they may need.
#include <winrt/Windows.Foundation.h>

using namespace winrt::Windows::Foundation;
using namespace std::chrono_literals;

IAsyncAction save();
IAsyncActionWithProgress<int> copy();
IAsyncOperation<int> read();
IAsyncOperationWithProgress<int, int> fetch();

IAsyncAction waits() {
  save().get(); // expect: async-blocking-wait: blocks the event loop
                // note: use co_await instead
  copy().get(); // expect: async-blocking-wait: blocks the event loop
  read().get(); // expect: async-blocking-wait: blocks the event loop
  fetch().get(); // expect: async-blocking-wait: blocks the event loop
  save().wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  copy().wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  read().wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  fetch().wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  co_await save();
}

IAsyncAction glances() {
  save().wait_for(0s);
  copy().wait_for(0s);
  read().wait_for(0s);
  fetch().wait_for(0s);
  co_await save();
}

IAsyncAction asks() {
  auto operation = read();
  if (operation.Status() == AsyncStatus::Completed)
    operation.get();
  co_await operation;
}

IAsyncAction awaited() {
  auto operation = read();
  co_await operation;
  operation.get();
}

int outside() { return read().get(); }

IAsyncAction dropped() {
  save(); // expect: async-discarded-task: its error is lost
          // fix: co_await save();
  (void)save();
  co_await read();
}

winrt::fire_and_forget forgotten() { co_await save(); }
void calls() { forgotten(); }
