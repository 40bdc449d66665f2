// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/qt.json talks about.
// flags: -fPIC -I/usr/include/x86_64-linux-gnu/qt5
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtCore
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtConcurrent
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtDBus
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtGui
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtNetwork
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtSql
// flags: -I/usr/include/x86_64-linux-gnu/qt5/QtWidgets
// missing: QFuture::then QFuture::onFailed QFuture::onCanceled QFuture::takeResult
// missing: QThreadPool::startOnReservedThread QRecursiveMutex::lock
// sample: QFuture<int>
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>
#include <QtDBus/QtDBus>
#include <QtNetwork/QtNetwork>
#include <QtSql/QtSql>
#include <QtWidgets/QtWidgets>
