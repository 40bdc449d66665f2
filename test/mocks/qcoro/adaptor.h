// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed eager sync-wait eager-wait generator post hop
// real: -fPIC -I/usr/include/qcoro5 -I/usr/include/x86_64-linux-gnu/qt5
// real: -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtNetwork
// real: -I/usr/include/x86_64-linux-gnu/qt5/QtDBus
// real lacks: lazy
#pragma once

#include <qcoro/qcorocore.h>
#include <qcoro/qcorogenerator.h>
#include <qcoro/qcorotask.h>

#if __has_include(<qcoro/qcorolazytask.h>) // since 0.9
#include <qcoro/qcorolazytask.h>

namespace lib {
template <class T> using Lazy = QCoro::LazyTask<T>;
}
#endif

namespace lib {

template <class T> using Eager = QCoro::Task<T>;
template <class T> using Generator = QCoro::Generator<T>;
using Pool = QThread;

} // namespace lib

#define LIB_SYNC_WAIT(...) QCoro::waitFor(__VA_ARGS__)
#define LIB_EAGER_WAIT(...) QCoro::waitFor(__VA_ARGS__)
#define LIB_POST(...) QTimer::singleShot(0, __VA_ARGS__)
#define LIB_HOP(pool) QCoro::moveToThread(&(pool))
