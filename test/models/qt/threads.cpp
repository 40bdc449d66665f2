// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What runs on threads that may block, and what belongs to one thread.
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>
#include <QtNetwork/QtNetwork>
#include <QtWidgets/QtWidgets>

#include <vector>

#include "../../mocks/job.h"

struct Window : QWidget {
  QTimer timer;
  QTcpSocket socket;
  QLabel label;
  QProgressBar bar;
  std::vector<int> numbers;

  void timers() {
    QThreadPool::globalInstance()->start([this] {
      timer.start(10); // expect: async-cross-thread-call: 'QTimer::start' is called off the thread
                       // note: use QMetaObject::invokeMethod(timer, [...] { ... }) instead
      QMetaObject::invokeMethod(&timer, [this] { timer.start(10); });
    });
    QThreadPool::globalInstance()->tryStart([this] {
      timer.stop(); // expect: async-cross-thread-call: 'QTimer::stop' is called off the thread
    });
    QThreadPool::globalInstance()->startOnReservedThread([this] {
      int id = startTimer(10); // expect: async-cross-thread-call: 'QObject::startTimer' is called off the thread
      killTimer(id); // expect: async-cross-thread-call: 'QObject::killTimer' is called off the thread
    });
  }

  QThread *sockets() {
    return QThread::create([this] {
      socket.connectToHost("qt.io", 80); // expect: async-cross-thread-call: 'QAbstractSocket::connectToHost' is called off the thread
      socket.disconnectFromHost(); // expect: async-cross-thread-call: 'QAbstractSocket::disconnectFromHost' is called off the thread
    });
  }

  QFuture<void> widgets() {
    return QtConcurrent::run([this] {
      update(); // expect: async-cross-thread-call: 'QWidget::update' is called off the thread
      repaint(); // expect: async-cross-thread-call: 'QWidget::repaint' is called off the thread
      show(); // expect: async-cross-thread-call: 'QWidget::show' is called off the thread
      hide(); // expect: async-cross-thread-call: 'QWidget::hide' is called off the thread
      close(); // expect: async-cross-thread-call: 'QWidget::close' is called off the thread
      setVisible(true); // expect: async-cross-thread-call: 'QWidget::setVisible' is called off the thread
      setEnabled(true); // expect: async-cross-thread-call: 'QWidget::setEnabled' is called off the thread
      setWindowTitle("a"); // expect: async-cross-thread-call: 'QWidget::setWindowTitle' is called off the thread
      label.setText("b"); // expect: async-cross-thread-call: 'QLabel::setText' is called off the thread
    });
  }

  std::vector<QFuture<void>> each() {
    return {
        QtConcurrent::map(numbers, [this](int &) {
          bar.setValue(1); // expect: async-cross-thread-call: 'QProgressBar::setValue' is called off the thread
        }),
        QtConcurrent::filter(numbers, [this](int) {
          bar.setValue(2); // expect: async-cross-thread-call: 'QProgressBar::setValue' is called off the thread
          return true;
        })};
  }

  std::vector<QFuture<int>> eachOther() {
    return {
        QtConcurrent::mapped(numbers, [this](int) {
          bar.setValue(1); // expect: async-cross-thread-call: 'QProgressBar::setValue' is called off the thread
          return 1;
        }),
        QtConcurrent::filtered(numbers, [this](int) {
          bar.setValue(2); // expect: async-cross-thread-call: 'QProgressBar::setValue' is called off the thread
          return true;
        })};
  }
};

// A worker that makes its own timer uses it on the right thread.
void own() {
  QThreadPool::globalInstance()->start([] {
    QTimer timer;
    timer.start(10);
    QThread::sleep(1);
  });
}

struct Scheduler {
  QThreadPool *pool;
};
