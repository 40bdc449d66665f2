// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// What waits in the Windows API, and what runs functions on other threads.
#include <windows.h>

#include "../../mocks/job.h"

Job slept() {
  Sleep(100); // expect: async-blocking-call: 'Sleep' blocks
  SleepEx(100, TRUE); // expect: async-blocking-call: 'SleepEx' blocks
  Sleep(0);
  co_return;
}

Job waited(HANDLE handle, const HANDLE *handles, volatile int *address, int *value) {
  WaitForSingleObject(handle, INFINITE); // expect: async-blocking-call: 'WaitForSingleObject' blocks
  WaitForSingleObject(handle, 0);
  WaitForSingleObjectEx(handle, 100, TRUE); // expect: async-blocking-call: 'WaitForSingleObjectEx' blocks
  WaitForMultipleObjects(2, handles, TRUE, INFINITE); // expect: async-blocking-call: 'WaitForMultipleObjects' blocks
  WaitForMultipleObjects(2, handles, TRUE, 0);
  WaitForMultipleObjectsEx(2, handles, TRUE, INFINITE, TRUE); // expect: async-blocking-call: 'WaitForMultipleObjectsEx' blocks
  WaitOnAddress(address, value, 4, INFINITE); // expect: async-blocking-call: 'WaitOnAddress' blocks
  SignalObjectAndWait(handle, handle, INFINITE, FALSE); // expect: async-blocking-call: 'SignalObjectAndWait' blocks
  SetEvent(handle);
  co_return;
}

Job locked(CRITICAL_SECTION *section, SRWLOCK *lock, CONDITION_VARIABLE *condition) {
  EnterCriticalSection(section); // expect: async-blocking-call: 'EnterCriticalSection' blocks
  TryEnterCriticalSection(section);
  AcquireSRWLockExclusive(lock); // expect: async-blocking-call: 'AcquireSRWLockExclusive' blocks
  AcquireSRWLockShared(lock); // expect: async-blocking-call: 'AcquireSRWLockShared' blocks
  SleepConditionVariableCS(condition, section, 100); // expect: async-blocking-call: 'SleepConditionVariableCS' blocks
  SleepConditionVariableSRW(condition, lock, INFINITE, 0); // expect: async-blocking-call: 'SleepConditionVariableSRW' blocks
  co_return;
}

Job files(OVERLAPPED *overlapped, char *bytes) {
  HANDLE file = CreateFileA("a", 0, 0, nullptr, 0, 0, nullptr); // expect: async-blocking-call: 'CreateFileA' blocks
  file = CreateFileW(L"a", 0, 0, nullptr, 0, 0, nullptr); // expect: async-blocking-call: 'CreateFileW' blocks
  ReadFile(file, bytes, 8, nullptr, overlapped);
  GetOverlappedResult(file, overlapped, nullptr, TRUE); // expect: async-blocking-call: 'GetOverlappedResult' blocks
  GetOverlappedResult(file, overlapped, nullptr, FALSE);
  co_return;
}

struct Loop {
  [[clang::annotate("asynctidy::loop_bound")]] void stop();
};
Loop *loop;

DWORD thread(LPVOID) {
  loop->stop(); // expect: async-cross-thread-call: is called off the thread of its event loop
  return 0;
}
DWORD item(LPVOID) {
  loop->stop(); // expect: async-cross-thread-call: is called off the thread of its event loop
  return 0;
}
void callback(TP_CALLBACK_INSTANCE *, PVOID) {
  loop->stop(); // expect: async-cross-thread-call: is called off the thread of its event loop
}

void start() {
  CreateThread(nullptr, 0, thread, nullptr, 0, nullptr);
  QueueUserWorkItem(item, nullptr, 0);
  TrySubmitThreadpoolCallback(callback, nullptr, nullptr);
}
