// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: lazy typed single-use eager start sync-wait eager-wait sleep post mutex generator hop
#pragma once

#include <concurrencpp/concurrencpp.h>

namespace lib {

template <class T> using Lazy = concurrencpp::lazy_result<T>;
template <class T> using Eager = concurrencpp::result<T>;
template <class T> using Generator = concurrencpp::generator<T>;
using Mutex = concurrencpp::async_lock;
using Pool = concurrencpp::thread_pool_executor;
std::shared_ptr<concurrencpp::manual_executor> loop();
concurrencpp::timer_queue &timers();

} // namespace lib

#define LIB_START(...) (__VA_ARGS__).run()
#define LIB_SYNC_WAIT(...) (__VA_ARGS__).run().get()
#define LIB_EAGER_WAIT(...) (__VA_ARGS__).get()
#define LIB_SLEEP() lib::timers().make_delay_object(std::chrono::milliseconds(1), lib::loop())
#define LIB_POST(...) lib::loop()->post(__VA_ARGS__)
#define LIB_LOCK(mutex) (mutex).lock(lib::loop())
#define LIB_HOP(pool) concurrencpp::resume_on(pool)
