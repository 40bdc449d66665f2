// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What structure says of QCoro's types, and what the model adds.
#include "../../mocks/qt/QtConcurrent/QtConcurrent"
#include "../../mocks/qt/QtDBus/QtDBus"

#include <qcoro/qcoroasyncgenerator.h>
#include <qcoro/qcorocore.h>
#include <qcoro/qcorogenerator.h>
#include <qcoro/qcorolazytask.h>
#include <qcoro/qcorotask.h>

using namespace std::chrono_literals;

QCoro::Task<int> rows();
QCoro::LazyTask<int> lazyRows();
QCoro::Generator<int> numbers();
QCoro::AsyncGenerator<int> changes();
int compute();

QCoro::Task<> dropped() {
  rows(); // expect: async-discarded-task: its error is lost
          // fix: co_await rows();
  (void)rows();
  lazyRows(); // expect: async-unawaited-coroutine: it never runs
              // fix: co_await lazyRows();
  (void)lazyRows(); // expect: async-unawaited-coroutine: it never runs
                    // fix: (void)co_await lazyRows();
  numbers();
  co_await rows();
}

QCoro::Task<> hints(QProcess &process, QIODevice &socket) {
  QThread::sleep(1); // expect: async-blocking-call: 'QThread::sleep' blocks
                     // note: use co_await QCoro::sleepFor(...) instead
  co_await QCoro::sleepFor(1s);
  process.waitForFinished(); // expect: async-blocking-call: 'QProcess::waitForFinished' blocks
                             // note: use co_await qCoro(process) instead
  co_await qCoro(&process).waitForFinished();
  socket.waitForReadyRead(100); // expect: async-blocking-call: 'QIODevice::waitForReadyRead' blocks
                                // note: use co_await qCoro(socket) instead
  co_await qCoro(&socket).waitForReadyRead(100);
  QFile::copy("a", "b"); // expect: async-blocking-call: 'QFile::copy' blocks
                         // note: use co_await QtConcurrent::run(...) instead
}

QCoro::Task<> waits() {
  QCoro::waitFor(rows()); // expect: async-blocking-wait: 'QCoro::waitFor' runs an event loop inside this coroutine
                          // note: use co_await instead
  QFuture<int> future = QtConcurrent::run(compute);
  future.waitForFinished(); // expect: async-blocking-wait: blocks the event loop
  co_await rows();
}

int outside() { return QCoro::waitFor(rows()); }

// Whoever has awaited the future has nothing to wait for.
QCoro::Task<> awaited() {
  QFuture<int> future = QtConcurrent::run(compute);
  co_await future;
  future.result();
  QFuture<int> wrapped = QtConcurrent::run(compute);
  co_await qCoro(wrapped).waitForFinished();
  wrapped.result();
  QFuture<int> passed = QtConcurrent::run(compute);
  co_await QCoro::sleepFor(std::chrono::milliseconds(passed.result())); // expect: async-blocking-wait: blocks the event loop
}

QCoro::Task<> moved(QThread *worker) {
  QThread::sleep(1); // expect: async-blocking-call: 'QThread::sleep' blocks
  QCoro::moveToThread(worker); // expect: async-unawaited-coroutine: is never awaited
                               // fix: co_await QCoro::moveToThread(worker);
  co_await QCoro::moveToThread(worker);
  QThread::sleep(1);
}

QCoro::Task<int> total() {
  int sum = 0;
  for (int each : numbers())
    sum += each;
  auto generator = changes();
  for (auto it = co_await generator.begin(), end = generator.end(); it != end; co_await ++it)
    sum += *it;
  co_return sum;
}

void nested() {
  auto eager = QtConcurrent::run(rows);
  eager.waitForFinished();
  auto lazy = QtConcurrent::run(lazyRows); // expect: async-nested-task: the result of 'QtConcurrent::run' is a coroutine of its own
  lazy.waitForFinished();
}
