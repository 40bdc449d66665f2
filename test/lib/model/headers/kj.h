// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/kj.json talks about.
// sample: kj::Promise<int>
// sample: kj::Locked<int>
#include <kj/async-io.h>
#include <kj/async.h>
#include <kj/mutex.h>
#include <kj/thread.h>
#include <kj/timer.h>
