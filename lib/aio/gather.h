// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

#include <tuple>

namespace aio {

namespace detail {

/// The future that gather() returns, its result apart.
class GatherCore : public FutureCore {
public:
  /// Without a place of its own: variadic functions have no room for one.
  explicit GatherCore(LoopState &loop) : FutureCore(loop, {}) {}
  /// Cancels the children; ends itself once they have.
  bool cancel(Text message) override;

protected:
  /// The callback keeps this alive, and so all children, until the child is done.
  void watch(FutureCore &child);
  void finish_if_empty();
  const char *kind() const noexcept override { return "GatheringFuture"; }
  virtual bool cancel_children(const Text &message) = 0;
  virtual void collect() = 0;

private:
  void child_done(FutureCore &child);

  unsigned long pending_ = 0;
  bool cancel_requested_ = false;
};

template <class Result, class Children> class GatherState : public FutureState<Result, GatherCore> {
public:
  GatherState(LoopState &loop, Children children)
      : FutureState<Result, GatherCore>(loop), children_(std::move(children)) {}

  void start() {
    for_each([this](auto &child) { this->watch(*FutureAccess::state(child)); });
    this->finish_if_empty();
  }

private:
  template <class F> void for_each(F visit) {
    if constexpr (requires { children_.begin(); }) {
      for (auto &child : children_)
        visit(child);
    } else {
      std::apply([&](auto &...child) { (visit(child), ...); }, children_);
    }
  }

  bool cancel_children(const Text &message) override {
    bool any = false;
    for_each([&](auto &child) { any |= child.cancel(message); });
    return any;
  }

  template <class T> static typename SlotTypes<T>::NotVoid take(Future<T> &child) {
    FutureCore &core = *FutureAccess::state(child);
    core.check_result();
    if constexpr (std::is_void_v<T>)
      return None();
    else
      return slot_of<T>(core).share();
  }

  void collect() override {
    if constexpr (requires { children_.begin(); }) {
      Result results;
      for (auto &child : children_)
        results.push_back(take(child));
      this->slot_.set(std::move(results));
    } else {
      this->slot_.set(std::apply([](auto &...child) { return Result(take(child)...); }, children_));
    }
  }

  Children children_;
};

template <class Result, class Children> Future<Result> start_gather(Children children) {
  Ref outer(new GatherState<Result, Children>(running_loop_state(), std::move(children)));
  outer->start();
  return FutureAccess::make(Ref<FutureState<Result, GatherCore>>(outer));
}

} // namespace detail

/// Runs coroutines, tasks and futures side by side; the future of all their results, in the
/// order given. The first exception ends it; the others go on, unobserved. Cancelling it
/// cancels them all.
template <Schedulable... As>
Future<std::tuple<typename detail::SlotTypes<detail::ResultOf<As>>::NotVoid...>>
gather(As &&...awaitables) {
  using Result = std::tuple<typename detail::SlotTypes<detail::ResultOf<As>>::NotVoid...>;
  using Children = std::tuple<Future<detail::ResultOf<As>>...>;
  return detail::start_gather<Result>(Children{ensure_future(std::forward<As>(awaitables))...});
}

/// The same for a list of one kind, such as a std::vector<Task<int>>; results in such a list.
template <template <class, class...> class List, Schedulable A, class... Rest>
Future<List<typename detail::SlotTypes<detail::ResultOf<A>>::NotVoid>>
gather(List<A, Rest...> awaitables) {
  using Result = List<typename detail::SlotTypes<detail::ResultOf<A>>::NotVoid>;
  List<Future<detail::ResultOf<A>>> children;
  for (A &awaitable : awaitables)
    children.push_back(ensure_future(std::move(awaitable)));
  return detail::start_gather<Result>(std::move(children));
}

} // namespace aio
