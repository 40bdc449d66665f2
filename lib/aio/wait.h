// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

#include <initializer_list>

namespace aio {

enum class ReturnWhen : unsigned char { all_completed, first_completed, first_exception };

struct WaitOptions {
  /// None waits without end. When it is over, the wait ends; nothing is cancelled.
  std::optional<Duration> timeout = {};
  /// first_exception: or when all are done. A cancelled one does not count as an exception.
  ReturnWhen return_when = ReturnWhen::all_completed;
};

/// Each of the futures once, in the order given.
template <class F> struct WaitResult {
  Array<F> done;
  Array<F> pending;
};

namespace detail {

template <class F>
concept AnyFuture = Schedulable<F> && requires(const F &future) { future.done(); };
template <class F>
concept TaskHandle = AnyFuture<F> && requires(const F &future) { future.get_name(); };

/// One type of handle for all of them.
template <class First, class... Rest> struct CommonHandle {};
template <class First, class... Rest>
  requires(std::is_same_v<First, Rest> && ...)
struct CommonHandle<First, Rest...> {
  using Type = First;
};
template <class First, class... Rest>
  requires(!(std::is_same_v<First, Rest> && ...) && TaskHandle<First> && (TaskHandle<Rest> && ...))
struct CommonHandle<First, Rest...> {
  using Type = AnyTask;
};
template <class First, class... Rest>
  requires(!(std::is_same_v<First, Rest> && ...) &&
           !(TaskHandle<First> && (TaskHandle<Rest> && ...)) &&
           (std::is_same_v<ResultOf<First>, ResultOf<Rest>> && ...))
struct CommonHandle<First, Rest...> {
  using Type = Future<ResultOf<First>>;
};

using Cores = Array<Ref<FutureCore>>;
Coroutine<WaitResult<Ref<FutureCore>>> wait_for_some(Cores futures, WaitOptions options);

template <class F> Array<F> handles(const Cores &cores) {
  Array<F> result;
  for (const Ref<FutureCore> &core : cores)
    result.push_back(FutureAccess::handle<F>(core));
  return result;
}

template <class F> Coroutine<WaitResult<F>> wait_for_handles(Cores futures, WaitOptions options) {
  const WaitResult<Ref<FutureCore>> result = co_await wait_for_some(std::move(futures), options);
  co_return WaitResult<F>{handles<F>(result.done), handles<F>(result.pending)};
}

template <class List>
using ElementOf = std::remove_cvref_t<decltype(*std::declval<List>().begin())>;

} // namespace detail

/// Waits until all the tasks and futures of the list are done, or as the options say. Throws
/// none of their exceptions, and does not cancel them when it is cancelled itself. No coroutines:
/// make tasks of them. Throws ValueError for an empty list.
template <class List>
  requires detail::AnyFuture<detail::ElementOf<const List &>>
Coroutine<WaitResult<detail::ElementOf<const List &>>> wait(const List &futures,
                                                            WaitOptions options = {}) {
  detail::Cores cores;
  for (const auto &future : futures)
    cores.push_back(detail::FutureAccess::state(future));
  return detail::wait_for_handles<detail::ElementOf<const List &>>(std::move(cores), options);
}
template <detail::AnyFuture F>
Coroutine<WaitResult<F>> wait(std::initializer_list<F> futures, WaitOptions options = {}) {
  return wait<std::initializer_list<F>>(futures, options);
}

/// The same for those given. Of different types, they come back as AnyTask or, if they have the
/// same type of result, as Future.
template <detail::AnyFuture... Fs>
  requires(sizeof...(Fs) > 0)
Coroutine<WaitResult<typename detail::CommonHandle<Fs...>::Type>> wait(WaitOptions options,
                                                                       const Fs &...futures) {
  detail::Cores cores;
  (cores.push_back(detail::FutureAccess::state(futures)), ...);
  return detail::wait_for_handles<typename detail::CommonHandle<Fs...>::Type>(std::move(cores),
                                                                              options);
}
template <detail::AnyFuture... Fs>
  requires(sizeof...(Fs) > 0)
Coroutine<WaitResult<typename detail::CommonHandle<Fs...>::Type>> wait(const Fs &...futures) {
  return wait(WaitOptions(), futures...);
}

} // namespace aio
