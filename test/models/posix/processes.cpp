// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// Child processes, signals, sleep and file locks.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#include "../../mocks/job.h"

Job children(FILE *pipe, int *status, siginfo_t *info, int options) {
  (void)system("ls"); // expect: async-blocking-call: 'system' blocks
  popen("ls", "r"); // expect: async-blocking-call: 'popen' blocks
  pclose(pipe); // expect: async-blocking-call: 'pclose' blocks
  wait(status); // expect: async-blocking-call: 'wait' blocks
  wait3(status, 0, nullptr); // expect: async-blocking-call: 'wait3' blocks
  wait3(status, WNOHANG, nullptr);
  waitpid(1, status, 0); // expect: async-blocking-call: 'waitpid' blocks
  waitpid(1, status, WNOHANG);
  waitpid(1, status, options);
  wait4(1, status, WUNTRACED, nullptr); // expect: async-blocking-call: 'wait4' blocks
  wait4(1, status, WNOHANG | WUNTRACED, nullptr);
  waitid(P_ALL, 1, info, WEXITED); // expect: async-blocking-call: 'waitid' blocks
  waitid(P_ALL, 1, info, WEXITED | WNOHANG);
  co_return;
}

Job naps(const timespec *span, timespec *left) {
  sleep(1); // expect: async-blocking-call: 'sleep' blocks
  sleep(0);
  usleep(1); // expect: async-blocking-call: 'usleep' blocks
  nanosleep(span, left); // expect: async-blocking-call: 'nanosleep' blocks
  clock_nanosleep(CLOCK_REALTIME, 0, span, left); // expect: async-blocking-call: 'clock_nanosleep' blocks
  thrd_sleep(span, left); // expect: async-blocking-call: 'thrd_sleep' blocks
  co_return;
}

Job signals(const sigset_t *set, int *number, siginfo_t *info) {
  pause(); // expect: async-blocking-call: 'pause' blocks
  sigsuspend(set); // expect: async-blocking-call: 'sigsuspend' blocks
  sigwait(set, number); // expect: async-blocking-call: 'sigwait' blocks
  sigwaitinfo(set, info); // expect: async-blocking-call: 'sigwaitinfo' blocks
  co_return;
}

Job fileLocks(int fd) {
  flock(fd, LOCK_EX); // expect: async-blocking-call: 'flock' blocks
  flock(fd, LOCK_EX | LOCK_NB);
  flock(fd, LOCK_UN);
  co_return;
}
