// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waiting for futures, threads and nested event loops; the roles that futures have.
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>
#include <QtWidgets/QtWidgets>

#include <string>
#include <vector>

#include "../../mocks/job.h"

int work();
bool even(int n);
int twice(int n);
void add(int &sum, int n);

Job nested(QEventLoop &loop, QDialog &dialog) {
  loop.exec(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  dialog.exec(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  dialog.open();
  QCoreApplication::exec(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  QApplication::exec(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  co_return;
}

Job results(QFuture<int> a, QFuture<int> b, QFuture<int> c, QFuture<int> d, QFuture<int> e) {
  a.waitForFinished(); // expect: async-blocking-wait: blocks the event loop
                       // note: use co_await with QCoro, or a QFutureWatcher instead
  b.result(); // expect: async-blocking-wait: blocks the event loop
  c.resultAt(0); // expect: async-blocking-wait: blocks the event loop
  d.takeResult(); // expect: async-blocking-wait: blocks the event loop
  if (e.isFinished())
    e.result();
  co_return;
}

void dropped(QObject *context) {
  QtConcurrent::run(work); // expect: async-discarded-task: its error is lost
  QtConcurrent::run(work).then([](int) {});
  QtConcurrent::run(work).then(context, [](int) {}).onFailed([] {});
  QtConcurrent::run(work).onCanceled([] { return 0; });
}

Job threads(QThread &thread, QThreadPool &pool) {
  thread.wait(); // expect: async-blocking-wait: 'QThread::wait' blocks
  co_await std::suspend_always();
  pool.waitForDone(); // expect: async-blocking-wait: 'QThreadPool::waitForDone' blocks
}

Job glances(QThread &thread, QThreadPool &pool) {
  thread.wait(0);
  pool.waitForDone(0);
  co_return;
}

Job parallel(std::vector<int> &a, std::vector<int> &b, std::vector<int> &c) {
  QtConcurrent::blockingMap(a, [](int &n) { n = 0; }); // expect: async-blocking-wait: 'QtConcurrent::blockingMap' blocks
  QtConcurrent::blockingMapped(b, twice); // expect: async-blocking-wait: 'QtConcurrent::blockingMapped' blocks
  QtConcurrent::blockingMappedReduced<int>(c, twice, add); // expect: async-blocking-wait: 'QtConcurrent::blockingMappedReduced' blocks
  co_return;
}

Job filtered(std::vector<int> &a, std::vector<int> &b, std::vector<int> &c) {
  QtConcurrent::blockingFilter(a, even); // expect: async-blocking-wait: 'QtConcurrent::blockingFilter' blocks
  QtConcurrent::blockingFiltered(b, even); // expect: async-blocking-wait: 'QtConcurrent::blockingFiltered' blocks
  QtConcurrent::blockingFilteredReduced<int>(c, even, add); // expect: async-blocking-wait: 'QtConcurrent::blockingFilteredReduced' blocks
  co_return;
}
