// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/****************************************************************************
** Meta object code from reading C++ file 'window.h'
**
** Created by: The Qt Meta Object Compiler version 68 (Qt 6.4.2)
**
** WARNING! All changes made in this file will be lost!
*****************************************************************************/

#include <aio/aio.h>

aio::Coroutine<int> fetch() { co_return 1; }

void silent() { fetch(); }
