// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a slot, and what is called in its place, returns is used by nobody.
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>

#include "../../mocks/job.h"

int compute();
Job work();

void slots(QTimer &timer, QObject &receiver) {
  QObject::connect(&timer, &QTimer::timeout, [] { return work(); }); // expect: async-void-callback: its body never runs
  QObject::connect(&timer, &QTimer::timeout, &receiver, [] { return work(); }); // expect: async-void-callback: its body never runs
  QMetaObject::invokeMethod(&receiver, [] { return work(); }); // expect: async-void-callback: its body never runs
  QTimer::singleShot(10, [] { return work(); }); // expect: async-void-callback: its body never runs
  QTimer::singleShot(10, &receiver, [] { return work(); }); // expect: async-void-callback: its body never runs
}

// What has been started goes on by itself.
void started(QTimer &timer, QObject &receiver) {
  QObject::connect(&timer, &QTimer::timeout, [] { return QtConcurrent::run(compute); });
  QMetaObject::invokeMethod(&receiver, [] { return QtConcurrent::run(compute); });
  QTimer::singleShot(10, [] { return QtConcurrent::run(compute); });
}
