// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

namespace aio {

struct CompletionOptions {
  /// When it is over before all are done, the coroutines that wait throw TimeoutError.
  std::optional<Duration> timeout = {};
};

namespace detail {

/// Futures in the order in which they end.
class CompletionQueue : public RefCounted {
public:
  static Ref<CompletionQueue> start(const Array<Ref<FutureCore>> &futures,
                                    CompletionOptions options);
  ~CompletionQueue() override;

  /// Of different futures.
  std::size_t size() const;
  /// The next to end; throws TimeoutError.
  static Coroutine<Ref<FutureCore>> next(Ref<CompletionQueue> queue);

private:
  CompletionQueue();
  void add(FutureCore &done);
  void time_out();

  struct Impl;
  Impl *impl_;
};

template <class T> Coroutine<T> next_result(Ref<CompletionQueue> queue) {
  const Ref<FutureCore> done = co_await CompletionQueue::next(std::move(queue));
  done->check_result();
  co_return slot_of<T>(*done).share();
}

} // namespace detail

/// What as_completed() returns, for a range-for: as many coroutines as there are futures. Each
/// gives the result, or throws the exception, of the next one that ends.
template <class T> class AsCompleted {
public:
  class Iterator {
  public:
    Coroutine<T> operator*() const { return detail::next_result<T>(queue_); }
    Iterator &operator++() {
      --left_;
      return *this;
    }
    friend bool operator==(const Iterator &a, const Iterator &b) noexcept {
      return a.left_ == b.left_;
    }

  private:
    friend class AsCompleted;
    Iterator(detail::Ref<detail::CompletionQueue> queue, std::size_t left)
        : queue_(std::move(queue)), left_(left) {}
    detail::Ref<detail::CompletionQueue> queue_;
    std::size_t left_;
  };

  Iterator begin() const { return Iterator(queue_, queue_->size()); }
  Iterator end() const { return Iterator({}, 0); }

  explicit AsCompleted(detail::Ref<detail::CompletionQueue> queue) : queue_(std::move(queue)) {}

private:
  detail::Ref<detail::CompletionQueue> queue_;
};

/// For coroutines, which become tasks, tasks and futures that have the same type of result, the
/// results as they come. Starts at once. Nothing is cancelled if the timeout passes or nobody
/// waits any more.
/// `for (auto next : aio::as_completed(a, b)) use(co_await std::move(next));`
template <Schedulable First, Schedulable... Rest>
  requires(std::is_same_v<detail::ResultOf<First>, detail::ResultOf<Rest>> && ...)
AsCompleted<detail::ResultOf<First>> as_completed(CompletionOptions options, First first,
                                                  Rest... rest) {
  using Result = detail::ResultOf<First>;
  Array<detail::Ref<detail::FutureCore>> cores;
  const auto add = [&](auto &awaitable) {
    cores.push_back(
        detail::FutureAccess::state<Result>(Future<Result>(ensure_future(std::move(awaitable)))));
  };
  add(first);
  (add(rest), ...);
  return AsCompleted<Result>(detail::CompletionQueue::start(cores, options));
}
template <Schedulable First, Schedulable... Rest>
  requires(std::is_same_v<detail::ResultOf<First>, detail::ResultOf<Rest>> && ...)
AsCompleted<detail::ResultOf<First>> as_completed(First first, Rest... rest) {
  return as_completed(CompletionOptions(), std::move(first), std::move(rest)...);
}

/// The same for a list of one type.
template <class List>
  requires Schedulable<decltype(*std::declval<List &>().begin())>
auto as_completed(List awaitables, CompletionOptions options = {}) {
  using Result = detail::ResultOf<decltype(*awaitables.begin())>;
  Array<detail::Ref<detail::FutureCore>> cores;
  for (auto &awaitable : awaitables)
    cores.push_back(
        detail::FutureAccess::state<Result>(Future<Result>(ensure_future(std::move(awaitable)))));
  return AsCompleted<Result>(detail::CompletionQueue::start(cores, options));
}

} // namespace aio
