// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/qcoro.json talks about.
// sample: QCoro::Task<int>
// sample: QCoro::Generator<int>
// sample: QCoro::AsyncGenerator<int>
// missing: QCoro::detail::TaskBase::then QCoro::moveToThread QCoro::ThreadContext
// flags: -fPIC -I/usr/include/qcoro5 -I/usr/include/x86_64-linux-gnu/qt5
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtNetwork
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtDBus
#include <qcoro/qcoroasyncgenerator.h>
#include <qcoro/qcorocore.h>
#include <qcoro/qcorogenerator.h>
#include <qcoro/qcorotask.h>
