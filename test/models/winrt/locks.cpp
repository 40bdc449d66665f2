// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// The slim locks belong to a thread.
#include <winrt/Windows.Foundation.h>
#include <winrt/Windows.System.Threading.h>

using namespace winrt::Windows::Foundation;
using namespace std::chrono_literals;

IAsyncAction save();

IAsyncAction locks(winrt::slim_mutex &mutex, winrt::slim_condition_variable &condition) {
  mutex.lock(); // expect: async-blocking-call: 'winrt::slim_mutex::lock' blocks
  condition.wait(mutex, [] { return true; }); // expect: async-blocking-call: blocks
  condition.wait_for(mutex, 1s, [] { return true; }); // expect: async-blocking-call: blocks
  condition.wait_for(mutex, 0s, [] { return true; });
  mutex.unlock();
  co_return;
}

IAsyncAction byHand(winrt::slim_mutex &mutex) {
  mutex.lock_shared(); // expect: async-blocking-call: 'winrt::slim_mutex::lock_shared' blocks
  co_await save(); // expect: async-lock-across-suspend: 'mutex'
  mutex.unlock_shared();
}

IAsyncAction guards(winrt::slim_mutex &mutex) {
  {
    winrt::slim_lock_guard guard(mutex); // expect: async-blocking-call: blocks
    co_await save(); // expect: async-lock-across-suspend: 'guard'
  }
  winrt::slim_shared_lock_guard shared(mutex); // expect: async-blocking-call: blocks
  co_await save(); // expect: async-lock-across-suspend: 'shared'
}

struct [[clang::annotate("asynctidy::loop_bound")]] Connection {
  void send();
};

// Whoever uses the object on its own thread may hold the lock, too.
struct Shared {
  Connection connection;
  winrt::slim_mutex mutex;

  IAsyncAction unlocked() {
    co_await winrt::Windows::System::Threading::ThreadPool::RunAsync([this](IAsyncAction const &) {
      connection.send(); // expect: async-cross-thread-call: 'Connection::send' is called off the thread
    });
  }
  IAsyncAction locked() {
    co_await winrt::Windows::System::Threading::ThreadPool::RunAsync([this](IAsyncAction const &) {
      mutex.lock();
      connection.send();
      mutex.unlock();
    });
  }
};
