// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/guard.h>

#include <aio/report.h>

namespace aio {

void Guard::release() {
  if (const detail::Ref<detail::Releasable> held = std::move(held_))
    held->give_back();
}

Guard::~Guard() {
  try {
    release();
  } catch (...) {
    ExceptionContext context;
    context.message = "Exception in the release of a Guard";
    context.exception = std::current_exception();
    detail::report(context);
  }
}

} // namespace aio
