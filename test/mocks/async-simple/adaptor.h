// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed detach sync-wait sleep all mutex generator
#pragma once

#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Generator.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Mutex.h>
#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SyncAwait.h>

namespace lib {

template <class T> using Lazy = async_simple::coro::Lazy<T>;
template <class T> using Generator = async_simple::coro::Generator<T>;
using Mutex = async_simple::coro::Mutex;
async_simple::Executor *executor();

} // namespace lib

#define LIB_DETACH(...) (__VA_ARGS__).via(lib::executor()).detach()
#define LIB_SYNC_WAIT(...) async_simple::coro::syncAwait(__VA_ARGS__)
#define LIB_SLEEP() async_simple::coro::sleep(std::chrono::milliseconds(1))
#define LIB_ALL(...) async_simple::coro::collectAll(__VA_ARGS__)
#define LIB_LOCK(mutex) (mutex).coScopedLock()
