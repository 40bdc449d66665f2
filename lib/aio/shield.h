// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

namespace aio {

namespace detail {

template <class T> void pass_result(FutureCore &from, FutureCore &to) {
  to.check_settable();
  if constexpr (!std::is_void_v<T>)
    slot_of<T>(to).set(slot_of<T>(from).share());
  to.finish();
}

/// Ends outer as inner ends. pass: for a result.
void link_shield(Ref<FutureCore> inner, Ref<FutureCore> outer,
                 void (*pass)(FutureCore &from, FutureCore &to));

} // namespace detail

/// A future that ends as the coroutine, task or future does, but cancelling it does not cancel
/// that. A coroutine becomes a task, which the loop keeps; after the shield is cancelled, nobody
/// sees how it ends, and an exception of it is reported. What is done already is returned itself.
template <Schedulable A>
Future<detail::ResultOf<A>> shield(A awaitable,
                                   std::source_location where = std::source_location::current()) {
  using Result = detail::ResultOf<A>;
  Future<Result> inner = ensure_future(std::move(awaitable), where);
  if (inner.done())
    return inner;
  const detail::Ref<detail::FutureCore> core = detail::FutureAccess::state(inner);
  detail::Ref outer(new detail::FutureState<Result>(core->loop(), where));
  detail::link_shield(core, outer, &detail::pass_result<Result>);
  return detail::FutureAccess::make(std::move(outer));
}

} // namespace aio
