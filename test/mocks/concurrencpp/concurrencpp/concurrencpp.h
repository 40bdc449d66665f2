// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/executors/executor_all.h>
#include <concurrencpp/results/generator.h>
#include <concurrencpp/results/lazy_result.h>
#include <concurrencpp/results/result.h>
#include <concurrencpp/results/resume_on.h>
#include <concurrencpp/results/when_result.h>
#include <concurrencpp/threads/async_lock.h>
#include <concurrencpp/timers/timer_queue.h>
