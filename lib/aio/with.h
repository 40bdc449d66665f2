// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

namespace aio {

namespace detail {

template <class Context> using EnteredBy = ResultOf<decltype(std::declval<Context &>().enter())>;

/// The body takes what enter() gives as an lvalue, by value, or not at all.
template <class Body, class Entered> auto call_body(Body &body, Slot<Entered> &entered) {
  if constexpr (std::is_void_v<Entered>)
    return body();
  else if constexpr (std::is_invocable_v<Body &, std::remove_reference_t<Entered> &>)
    return body(*entered.value);
  else if constexpr (std::is_invocable_v<Body &, Entered>)
    return body(entered.take());
  else
    return body();
}

template <class Context, class Body>
using BodyResult = ResultOf<decltype(call_body(std::declval<Body &>(),
                                               std::declval<Slot<EnteredBy<Context>> &>()))>;

/// Context is a reference if it belongs to the caller.
template <class Context, class Body>
Coroutine<BodyResult<Context, Body>> run_with(Context context, Body body) {
  using Result = BodyResult<Context, Body>;
  Slot<EnteredBy<Context>> entered;
  if constexpr (std::is_void_v<EnteredBy<Context>>)
    co_await context.enter();
  else
    entered.set(co_await context.enter());
  Slot<Result> result;
  std::exception_ptr exception;
  try {
    if constexpr (std::is_void_v<Result>)
      co_await call_body(body, entered);
    else
      result.set(co_await call_body(body, entered));
  } catch (...) {
    exception = std::current_exception();
  }
  if constexpr (std::is_void_v<ResultOf<decltype(context.exit(exception))>>) {
    co_await context.exit(exception);
  } else if (co_await context.exit(exception) && exception) {
    exception = nullptr;
    if constexpr (!std::is_void_v<Result>)
      throw RuntimeError("with() has no result: the context swallowed the exception");
  }
  if (exception)
    std::rethrow_exception(exception);
  if constexpr (!std::is_void_v<Result>)
    co_return result.take();
}

} // namespace detail

/// asyncio's `async with context as x: body(x)`: awaits context.enter(), then what the body
/// returns, then context.exit(exception), whichever way the body ended; the result is the body's.
/// exit() gets null or the body's exception. It is thrown on, unless exit() throws another one or
/// returns true to swallow it (a body that has a result then ends in RuntimeError).
///
/// body: a callable that returns a Coroutine and takes what enter() gives, or nothing. It is kept
/// until the end, so it may be a lambda with captures. A context that is an lvalue must outlive
/// the coroutine; an rvalue is kept.
/// exit() is not called if the coroutine is destroyed half-way, as the end of a loop does.
template <class Context, class Body>
Coroutine<detail::BodyResult<Context, std::decay_t<Body>>> with(Context &&context, Body &&body) {
  return detail::run_with<Context, std::decay_t<Body>>(std::forward<Context>(context),
                                                       std::forward<Body>(body));
}

} // namespace aio
