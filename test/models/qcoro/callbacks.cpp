// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Slots may be eager coroutines, which go on by themselves, and no lazy ones.
#include <qcoro/qcorocore.h>
#include <qcoro/qcorolazytask.h>
#include <qcoro/qcorotask.h>

struct Window : QObject {
  QTimer timer;
  QCoro::Task<> load();
  QCoro::LazyTask<> reload();

  void slots() {
    QObject::connect(&timer, &QTimer::timeout, this, &Window::load);
    QObject::connect(&timer, &QTimer::timeout, this, &Window::reload); // expect: async-void-callback: its body never runs
    QObject::connect(&timer, &QTimer::timeout, [this]() -> QCoro::Task<> { co_await load(); });
    QObject::connect(&timer, &QTimer::timeout, [this]() -> QCoro::LazyTask<> { co_await load(); }); // expect: async-void-callback: its body never runs
  }

  void posted() {
    QMetaObject::invokeMethod(this, [this] { return load(); });
    QMetaObject::invokeMethod(this, [this] { return reload(); }); // expect: async-void-callback: its body never runs
    QTimer::singleShot(0, [this] { return load(); });
    QTimer::singleShot(0, [this] { return reload(); }); // expect: async-void-callback: its body never runs
    QTimer::singleShot(0, this, [this] { return reload(); }); // expect: async-void-callback: its body never runs
  }

  void then() {
    load().then([] {});
    load().then([this] { return reload(); });
    load().then([] {}, [](const std::exception &) {});
    load().then([] { QThread::sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
    load().then([] {}, [](const std::exception &) { QThread::sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
  }

  void connected() {
    QCoro::connect(load(), this, [] { QThread::sleep(1); }); // expect: async-blocking-call: blocks the event loop that runs this callback
    QCoro::connect(load(), this, [this] { return load(); });
    QCoro::connect(load(), this, [this] { return reload(); }); // expect: async-void-callback: its body never runs
  }
};
