// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy eager sync-wait eager-wait generator post hop
#pragma once

#include <qcoro/qcorocore.h>
#include <qcoro/qcorogenerator.h>
#include <qcoro/qcorolazytask.h>
#include <qcoro/qcorotask.h>

namespace lib {

template <class T> using Lazy = QCoro::LazyTask<T>;
template <class T> using Eager = QCoro::Task<T>;
template <class T> using Generator = QCoro::Generator<T>;
using Pool = QThread;

} // namespace lib

#define LIB_SYNC_WAIT(...) QCoro::waitFor(__VA_ARGS__)
#define LIB_EAGER_WAIT(...) QCoro::waitFor(__VA_ARGS__)
#define LIB_POST(...) QTimer::singleShot(0, __VA_ARGS__)
#define LIB_HOP(pool) QCoro::moveToThread(&(pool))
