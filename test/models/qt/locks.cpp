// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
// Qt's locks belong to a thread.
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>
#include <QtNetwork/QtNetwork>

#include "../../mocks/job.h"

Job next();

Job locks(QMutex &mutex, QBasicMutex &basic, QRecursiveMutex &recursive, QReadWriteLock &both,
          QSemaphore &semaphore) {
  mutex.lock(); // expect: async-blocking-call: 'QMutex::lock' blocks
  mutex.unlock();
  basic.lock(); // expect: async-blocking-call: 'QBasicMutex::lock' blocks
  basic.unlock();
  recursive.lock(); // expect: async-blocking-call: 'QRecursiveMutex::lock' blocks
  recursive.unlock();
  both.lockForRead(); // expect: async-blocking-call: 'QReadWriteLock::lockForRead' blocks
  both.unlock();
  both.lockForWrite(); // expect: async-blocking-call: 'QReadWriteLock::lockForWrite' blocks
  both.unlock();
  semaphore.acquire(); // expect: async-blocking-call: 'QSemaphore::acquire' blocks
  semaphore.release();
  co_return;
}

Job waits(QMutex &mutex, QWaitCondition &condition) {
  condition.wait(&mutex); // expect: async-blocking-call: 'QWaitCondition::wait' blocks
  condition.wait(&mutex, 100); // expect: async-blocking-call: 'QWaitCondition::wait' blocks
  condition.wait(&mutex, 0);
  co_return;
}

Job held(QMutex &mutex, QReadWriteLock &both) {
  {
    QMutexLocker locker(&mutex); // expect: async-blocking-call: 'QMutexLocker' blocks
    co_await next(); // expect: async-lock-across-suspend: 'locker'
  }
  {
    QMutexLocker locker(&mutex); // expect: async-blocking-call: 'QMutexLocker' blocks
    locker.unlock();
    co_await next();
    locker.relock(); // expect: async-blocking-call: 'QMutexLocker::relock' blocks
  }
  {
    QReadLocker reading(&both); // expect: async-blocking-call: 'QReadLocker' blocks
    co_await next(); // expect: async-lock-across-suspend: 'reading'
  }
  QWriteLocker writing(&both); // expect: async-blocking-call: 'QWriteLocker' blocks
  co_await next(); // expect: async-lock-across-suspend: 'writing'
}

Job byHand(QMutex &mutex, QRecursiveMutex &recursive) {
  mutex.lock(); // expect: async-blocking-call: 'QMutex::lock' blocks
  co_await next(); // expect: async-lock-across-suspend: 'mutex'
  mutex.unlock();
  recursive.lock(); // expect: async-blocking-call: 'QRecursiveMutex::lock' blocks
  co_await next(); // expect: async-lock-across-suspend: 'recursive'
  recursive.unlock();
}

// Whoever uses the socket on its own thread may hold the lock, too.
struct Link {
  QTcpSocket socket;
  QReadWriteLock both;

  QFuture<void> unlocked() {
    return QtConcurrent::run([this] {
      socket.disconnectFromHost(); // expect: async-cross-thread-call: 'QAbstractSocket::disconnectFromHost' is called off the thread
    });
  }
  QFuture<void> locked() {
    return QtConcurrent::run([this] {
      both.lockForWrite();
      socket.disconnectFromHost();
      both.unlock();
    });
  }
};
