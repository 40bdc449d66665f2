// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// Threads of C and POSIX, and what they wait for.
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <threads.h>
#include <unistd.h>

#include "../../mocks/job.h"

Job locks(pthread_mutex_t *mutex, pthread_rwlock_t *both, sem_t *semaphore, mtx_t *plain,
          const timespec *when) {
  pthread_mutex_lock(mutex); // expect: async-blocking-call: 'pthread_mutex_lock' blocks
  pthread_rwlock_rdlock(both); // expect: async-blocking-call: 'pthread_rwlock_rdlock' blocks
  pthread_rwlock_wrlock(both); // expect: async-blocking-call: 'pthread_rwlock_wrlock' blocks
  pthread_mutex_timedlock(mutex, when); // expect: async-blocking-call: 'pthread_mutex_timedlock' blocks
  pthread_mutex_trylock(mutex);
  sem_wait(semaphore); // expect: async-blocking-call: 'sem_wait' blocks
  sem_timedwait(semaphore, when); // expect: async-blocking-call: 'sem_timedwait' blocks
  sem_trywait(semaphore);
  mtx_lock(plain); // expect: async-blocking-call: 'mtx_lock' blocks
  co_return;
}

Job conditions(pthread_cond_t *condition, pthread_mutex_t *mutex, pthread_barrier_t *barrier,
               cnd_t *plain, mtx_t *lock, const timespec *when) {
  pthread_cond_wait(condition, mutex); // expect: async-blocking-call: 'pthread_cond_wait' blocks
  pthread_cond_timedwait(condition, mutex, when); // expect: async-blocking-call: 'pthread_cond_timedwait' blocks
  pthread_barrier_wait(barrier); // expect: async-blocking-call: 'pthread_barrier_wait' blocks
  cnd_wait(plain, lock); // expect: async-blocking-call: 'cnd_wait' blocks
  cnd_timedwait(plain, lock, when); // expect: async-blocking-call: 'cnd_timedwait' blocks
  co_return;
}

Job joined(pthread_t thread, thrd_t other) {
  pthread_join(thread, nullptr); // expect: async-blocking-wait: 'pthread_join' blocks
  thrd_join(other, nullptr); // expect: async-blocking-wait: 'thrd_join' blocks
  co_return;
}

struct Loop {
  [[clang::annotate("asynctidy::loop_bound")]] void stop();
};
Loop *loop;

void *worker(void *) {
  loop->stop(); // expect: async-cross-thread-call: is called off the thread of its event loop
  return nullptr;
}
int other(void *) {
  loop->stop(); // expect: async-cross-thread-call: is called off the thread of its event loop
  return 0;
}

void start(pthread_t *thread, thrd_t *plain) {
  pthread_create(thread, nullptr, worker, nullptr);
  thrd_create(plain, other, nullptr);
}
