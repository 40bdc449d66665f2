// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What runs the work that is given to an executor.
#pragma once

#include "flow/Function.h"
#include "model/Knowledge.h"

namespace asynctidy::flow {

/// What runs the work that is given to \p executor: a thread pool, a thread, or an event loop. The
/// type says so, also of an executor that is obtained from one (pool.get_executor(), a strand over
/// it), as far as the expression and the initialiser of a local variable show. None when neither
/// does.
model::Role runnerOf(const clang::Expr &executor, model::Knowledge &knowledge);

/// The same for the executor that \p function, a coroutine, starts on: f(executor_tag, pool).
model::Role startsOn(const Function &function, model::Knowledge &knowledge);

/// Whether \p runner is threads where blocking is fine.
bool isElsewhere(model::Role runner);

} // namespace asynctidy::flow
