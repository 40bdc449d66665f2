// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/outcome.h>
#include <aio/schedule.h>

#include <tuple>

namespace aio {

/// As first argument of gather().
inline constexpr struct ReturnExceptions {
} return_exceptions;

namespace detail {

/// The future that gather() returns, its result apart.
class GatherCore : public FutureCore {
public:
  /// Without a place of its own: variadic functions have no room for one.
  GatherCore(LoopState &loop, bool returns_exceptions)
      : FutureCore(loop, {}), returns_exceptions_(returns_exceptions) {}
  /// Cancels the children; ends itself once they have.
  bool cancel(Text message) override;

protected:
  /// The callback keeps this alive, and so all children, until the child is done.
  void watch(FutureCore &child);
  void finish_if_empty();
  const char *kind() const noexcept override { return "_GatheringFuture"; }
  virtual bool cancel_children(const Text &message) = 0;
  virtual void collect() = 0;

private:
  void child_done(FutureCore &child);

  unsigned long pending_ = 0;
  bool returns_exceptions_;
  bool cancel_requested_ = false;
  Ref<FutureCore> last_child_;
};

/// What a child contributes to the result: its own result, with nothing to see for void.
struct TakeResults {
  static constexpr bool returns_exceptions = false;
  template <class T> using Of = typename SlotTypes<T>::NotVoid;
  template <class T> static Of<T> take(Future<T> &child) {
    FutureCore &core = *FutureAccess::state(child);
    core.check_result();
    if constexpr (std::is_void_v<T>)
      return None();
    else
      return slot_of<T>(core).share();
  }
};

/// The same for return_exceptions.
struct TakeOutcomes {
  static constexpr bool returns_exceptions = true;
  template <class T> using Of = Outcome<T>;
  template <class T> static Of<T> take(Future<T> &child) {
    FutureCore &core = *FutureAccess::state(child);
    try {
      core.check_result();
    } catch (...) {
      return Outcome<T>(std::current_exception());
    }
    Slot<T> slot;
    if constexpr (!std::is_void_v<T>)
      slot.set(slot_of<T>(core).share());
    return Outcome<T>(std::move(slot));
  }
};

template <class Take, class Result, class Children>
class GatherState : public FutureState<Result, GatherCore> {
public:
  GatherState(LoopState &loop, Children children)
      : FutureState<Result, GatherCore>(loop, Take::returns_exceptions),
        children_(std::move(children)) {}

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

  void collect() override {
    if constexpr (requires { children_.begin(); }) {
      Result results;
      for (auto &child : children_)
        results.push_back(Take::take(child));
      this->slot_.set(std::move(results));
    } else {
      this->slot_.set(
          std::apply([](auto &...child) { return Result(Take::take(child)...); }, children_));
    }
  }

  Children children_;
};

/// The task of a coroutine is nobody else's, who could be blamed for leaving it pending.
template <class A> Future<ResultOf<A>> make_child(A &&awaitable) {
  Future<ResultOf<A>> child = ensure_future(std::forward<A>(awaitable));
  if constexpr (!requires { awaitable.done(); })
    static_cast<TaskCore &>(*FutureAccess::state(child)).silence_pending_report();
  return child;
}

/// The first one's, as futures need no running loop.
template <class Children> LoopState &loop_of(Children &children) {
  if constexpr (requires { children.begin(); }) {
    if (children.begin() != children.end())
      return FutureAccess::state(*children.begin())->loop();
  } else if constexpr (std::tuple_size_v<Children> > 0) {
    return FutureAccess::state(std::get<0>(children))->loop();
  }
  return running_loop_state();
}

template <class Take, class Result, class Children> Future<Result> start_gather(Children children) {
  LoopState &loop = loop_of(children);
  Ref outer(new GatherState<Take, Result, Children>(loop, std::move(children)));
  outer->start();
  return FutureAccess::make(Ref<FutureState<Result, GatherCore>>(outer));
}

template <class Take, class... As> auto gather_all(As &&...awaitables) {
  using Result = std::tuple<typename Take::template Of<ResultOf<As>>...>;
  using Children = std::tuple<Future<ResultOf<As>>...>;
  return start_gather<Take, Result>(Children{make_child(std::forward<As>(awaitables))...});
}

template <class Take, template <class, class...> class List, class A, class... Rest>
auto gather_list(List<A, Rest...> awaitables) {
  using Result = List<typename Take::template Of<ResultOf<A>>>;
  List<Future<ResultOf<A>>> children;
  for (A &awaitable : awaitables)
    children.push_back(make_child(std::move(awaitable)));
  return start_gather<Take, Result>(std::move(children));
}

} // namespace detail

/// Runs coroutines, tasks and futures side by side; the future of all their results, in the
/// order given. The first exception ends it; the others go on, unobserved. Cancelling it
/// cancels them all.
template <Schedulable... As>
Future<std::tuple<typename detail::SlotTypes<detail::ResultOf<As>>::NotVoid...>>
gather(As &&...awaitables) {
  return detail::gather_all<detail::TakeResults>(std::forward<As>(awaitables)...);
}

/// The same for a list of one kind, such as a std::vector<Task<int>>; results in such a list.
template <template <class, class...> class List, Schedulable A, class... Rest>
Future<List<typename detail::SlotTypes<detail::ResultOf<A>>::NotVoid>>
gather(List<A, Rest...> awaitables) {
  return detail::gather_list<detail::TakeResults>(std::move(awaitables));
}

/// Waits for all of them, however they end: `gather(aio::return_exceptions, a, b)`. Only its own
/// cancellation ends it otherwise.
template <Schedulable... As>
Future<std::tuple<Outcome<detail::ResultOf<As>>...>> gather(ReturnExceptions, As &&...awaitables) {
  return detail::gather_all<detail::TakeOutcomes>(std::forward<As>(awaitables)...);
}

/// The same for a list.
template <template <class, class...> class List, Schedulable A, class... Rest>
Future<List<Outcome<detail::ResultOf<A>>>> gather(ReturnExceptions, List<A, Rest...> awaitables) {
  return detail::gather_list<detail::TakeOutcomes>(std::move(awaitables));
}

} // namespace aio
