// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/shield.h>

namespace aio::detail {

void link_shield(Ref<FutureCore> inner, Ref<FutureCore> outer,
                 void (*pass)(FutureCore &from, FutureCore &to)) {
  const auto here = std::source_location::current();
  const CallbackId id = inner->add_done_callback(
      [outer, pass](FutureCore &inner) {
        if (outer->cancelled()) {
          // Cancelled in the turn in which the inner one ended: that counts as having seen it.
          if (!inner.cancelled())
            static_cast<void>(inner.exception());
        } else if (inner.cancelled()) {
          outer->cancel({});
        } else if (const std::exception_ptr exception = inner.exception()) {
          outer->set_exception(exception);
        } else {
          pass(inner, *outer);
        }
      },
      here);
  outer->add_done_callback([inner, id](FutureCore &) { inner->remove_done_callback(id); }, here);
}

} // namespace aio::detail
