// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/any_task.h>
#include <aio/event_loop.h>

namespace aio {

/// As the running loop's create_task().
template <class T>
Task<T> create_task(Coroutine<T> coroutine, const char *name = nullptr,
                    std::source_location where = std::source_location::current()) {
  return get_running_loop().create_task(std::move(coroutine), name, where);
}

/// A task for a coroutine; a future or task as it is.
template <class T>
Task<T> ensure_future(Coroutine<T> coroutine,
                      std::source_location where = std::source_location::current()) {
  return get_running_loop().create_task(std::move(coroutine), nullptr, where);
}
template <class T> Future<T> ensure_future(Future<T> future, std::source_location = {}) {
  return future;
}
template <class T> Task<T> ensure_future(Task<T> task, std::source_location = {}) { return task; }

/// As the running loop's run_in_executor(), but starts when it is awaited. The arguments are kept
/// for the call.
template <class F, class... Args>
Coroutine<std::invoke_result_t<F &, Args...>> to_thread(F function, Args... args) {
  co_return co_await get_running_loop().run_in_executor(
      [function = std::move(function), ... args = std::move(args)]() mutable -> decltype(auto) {
        return function(std::move(args)...);
      });
}

namespace detail {

template <class A> struct Awaited;
template <class T> struct Awaited<Coroutine<T>> {
  using Result = T;
};
template <class T> struct Awaited<Future<T>> {
  using Result = T;
};
template <class T> struct Awaited<Task<T>> {
  using Result = T;
};
template <> struct Awaited<AnyTask> {
  using Result = void;
};

} // namespace detail

/// What ensure_future() takes.
template <class A>
concept Schedulable = requires { typename detail::Awaited<std::remove_cvref_t<A>>::Result; };

namespace detail {
template <class A> using ResultOf = typename Awaited<std::remove_cvref_t<A>>::Result;
}

} // namespace aio
