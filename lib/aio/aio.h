// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// Everything but the network, <aio/net.h>, and cheap to parse: no header here includes more of the
/// standard library than <coroutine>, <exception>, <optional>, <source_location>, <tuple> and their
/// like.

#include <aio/any_task.h>
#include <aio/array.h>
#include <aio/as_completed.h>
#include <aio/async_generator.h>
#include <aio/concurrent.h>
#include <aio/coroutine.h>
#include <aio/duration.h>
#include <aio/event_loop.h>
#include <aio/exception_group.h>
#include <aio/exceptions.h>
#include <aio/executor.h>
#include <aio/future.h>
#include <aio/gather.h>
#include <aio/handle.h>
#include <aio/log.h>
#include <aio/outcome.h>
#include <aio/report.h>
#include <aio/runner.h>
#include <aio/schedule.h>
#include <aio/shield.h>
#include <aio/sleep.h>
#include <aio/sync/barrier.h>
#include <aio/sync/condition.h>
#include <aio/sync/event.h>
#include <aio/sync/guard.h>
#include <aio/sync/lock.h>
#include <aio/sync/queue.h>
#include <aio/sync/semaphore.h>
#include <aio/task.h>
#include <aio/task_group.h>
#include <aio/threads.h>
#include <aio/timeouts.h>
#include <aio/wait.h>
#include <aio/wait_for.h>
#include <aio/with.h>
