// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#define INFINITE 0xffffffffu
#define FALSE 0
#define TRUE 1

extern "C" {

using BOOL = int;
using DWORD = unsigned;
using ULONG = unsigned;
using HANDLE = void *;
using LPVOID = void *;
using PVOID = void *;
using SIZE_T = unsigned long long;

struct OVERLAPPED;
struct SECURITY_ATTRIBUTES;
struct CRITICAL_SECTION;
struct SRWLOCK;
struct CONDITION_VARIABLE;
struct TP_CALLBACK_INSTANCE;
struct TP_CALLBACK_ENVIRON;
using LPTHREAD_START_ROUTINE = DWORD (*)(LPVOID);
using PTP_SIMPLE_CALLBACK = void (*)(TP_CALLBACK_INSTANCE *, PVOID);

void Sleep(DWORD milliseconds);
DWORD SleepEx(DWORD milliseconds, BOOL alertable);
DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds);
DWORD WaitForSingleObjectEx(HANDLE handle, DWORD milliseconds, BOOL alertable);
DWORD WaitForMultipleObjects(DWORD count, const HANDLE *handles, BOOL all, DWORD milliseconds);
DWORD WaitForMultipleObjectsEx(DWORD count, const HANDLE *handles, BOOL all, DWORD milliseconds,
                               BOOL alertable);
BOOL WaitOnAddress(volatile void *address, PVOID compare, SIZE_T size, DWORD milliseconds);
DWORD SignalObjectAndWait(HANDLE signalled, HANDLE waited, DWORD milliseconds, BOOL alertable);
BOOL SetEvent(HANDLE event);

void EnterCriticalSection(CRITICAL_SECTION *section);
BOOL TryEnterCriticalSection(CRITICAL_SECTION *section);
void AcquireSRWLockExclusive(SRWLOCK *lock);
void AcquireSRWLockShared(SRWLOCK *lock);
BOOL SleepConditionVariableCS(CONDITION_VARIABLE *condition, CRITICAL_SECTION *section,
                              DWORD milliseconds);
BOOL SleepConditionVariableSRW(CONDITION_VARIABLE *condition, SRWLOCK *lock, DWORD milliseconds,
                               ULONG flags);

HANDLE CreateFileA(const char *name, DWORD access, DWORD share, SECURITY_ATTRIBUTES *security,
                   DWORD disposition, DWORD flags, HANDLE pattern);
HANDLE CreateFileW(const wchar_t *name, DWORD access, DWORD share, SECURITY_ATTRIBUTES *security,
                   DWORD disposition, DWORD flags, HANDLE pattern);
BOOL ReadFile(HANDLE file, LPVOID buffer, DWORD size, DWORD *read, OVERLAPPED *overlapped);
BOOL GetOverlappedResult(HANDLE file, OVERLAPPED *overlapped, DWORD *transferred, BOOL wait);

HANDLE CreateThread(SECURITY_ATTRIBUTES *security, SIZE_T stack, LPTHREAD_START_ROUTINE function,
                    LPVOID argument, DWORD flags, DWORD *id);
BOOL QueueUserWorkItem(LPTHREAD_START_ROUTINE function, PVOID context, ULONG flags);
BOOL TrySubmitThreadpoolCallback(PTP_SIMPLE_CALLBACK callback, PVOID context,
                                 TP_CALLBACK_ENVIRON *environment);
}
