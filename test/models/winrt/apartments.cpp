// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// After some awaits the coroutine is on another thread, where blocking may be what it came for.
#include <winrt/Windows.Foundation.h>
#include <winrt/Windows.System.Threading.h>
#include <winrt/Windows.System.h>
#include <winrt/Windows.UI.Core.h>

#include <unistd.h>

using namespace winrt;
using namespace winrt::Windows::Foundation;
using namespace winrt::Windows::System;
using namespace winrt::Windows::UI::Core;
using namespace std::chrono_literals;

IAsyncAction save();

IAsyncAction background() {
  sleep(1); // expect: async-blocking-call: 'sleep' blocks
            // note: use co_await winrt::resume_after(...) instead
  sync(); // expect: async-blocking-call: 'sync' blocks
          // note: use co_await winrt::resume_background() before it instead
  co_await winrt::resume_background();
  sync();
}

IAsyncAction timed() {
  co_await winrt::resume_after(1s);
  sync();
}

IAsyncAction signalled(void *event) {
  co_await winrt::resume_on_signal(event);
  sync();
}

IAsyncAction foreground(DispatcherQueue queue) {
  co_await winrt::resume_foreground(queue);
  sync();
}

// The objects that are awaited need no function.
IAsyncAction pools(winrt::thread_pool &pool) {
  co_await pool;
  sync();
}

IAsyncAction spans() {
  co_await std::chrono::duration_cast<TimeSpan>(1s);
  sync();
}

IAsyncAction queues(DispatcherQueue queue) {
  co_await queue;
  sync();
}

IAsyncAction apartments(winrt::apartment_context ui) {
  co_await save();
  sync(); // expect: async-blocking-call: 'sync' blocks
  co_await ui;
  sync();
}

void callbacks(DispatcherQueue queue, CoreDispatcher dispatcher) {
  queue.TryEnqueue([] { sync(); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  queue.TryEnqueue(DispatcherQueuePriority::Low, [] { sync(); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  dispatcher.RunAsync(CoreDispatcherPriority::Normal, [] { sync(); }); // expect: async-blocking-call: blocks the event loop that runs this callback
}

IAsyncAction offloaded() {
  co_await Threading::ThreadPool::RunAsync([](IAsyncAction const &) { sync(); });
  co_await Threading::ThreadPool::RunAsync([](IAsyncAction const &) { return save(); }); // expect: async-void-callback: its error is lost
}
