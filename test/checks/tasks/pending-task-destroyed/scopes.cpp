// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-pending-task-destroyed.AllowedTypes=Forgiving
#include <aio/aio.h>

#include <memory>
#include <utility>

/// As in cppcoro, folly and libunifex: who makes one must wait for what is in it.
class [[clang::annotate("asynctidy::scope"), clang::annotate("asynctidy::must_close")]] Crew {
public:
  Crew();
  Crew(Crew &&);
  Crew &operator=(Crew &&);
  ~Crew();
  void add(aio::Coroutine<void> work);
  template <class F> [[clang::annotate("asynctidy::owned")]] void call(F work) { add(work()); }
  [[clang::annotate("asynctidy::closes")]] aio::Coroutine<void> join();
  [[clang::annotate("asynctidy::cancels")]] void stop();
  aio::Coroutine<void> idle();
  bool empty() const;
  int size() const;
};
class Forgiving : public Crew {};

aio::Coroutine<void> work();
aio::Coroutine<void> step();
aio::Coroutine<void> worker(Crew &crew);
void log(const char *text);
void manage(Crew &crew);
struct Shop {
  Crew crew;
};

aio::Coroutine<void> forgotten() {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: 'crew' owns this work and ends without having been joined; the work may be pending then
                    // note: join 'crew' on every way to its end
  co_await step();
}

aio::Coroutine<void> earlyReturn(bool quick) {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: 'crew' owns this work and ends without having been joined
                    // note: if this holds
  if (quick)
    co_return;
  co_await crew.join();
}

aio::Coroutine<void> thrown() {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: 'crew' owns this work and is not joined when an exception leaves the function
                    // note: if this throws
  co_await step();
  co_await crew.join();
}

aio::Coroutine<void> thrownOutOfATry() {
  try {
    Crew crew;
    crew.call([] { return work(); }); // expect: async-pending-task-destroyed: not joined when an exception leaves the function
                                      // note: if this throws
    co_await step();
    co_await crew.join();
  } catch (const std::exception &) {
    log("failed");
    throw;
  }
}

aio::Coroutine<void> stoppedOnly() {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: ends without having been joined
  crew.stop();
  co_return;
}

aio::Coroutine<void> counted() {
  Crew crew;
  for (int i = 0; i < 3; ++i)
    crew.add(work()); // expect: async-pending-task-destroyed: ends without having been joined
  log(crew.size() > 2 ? "many" : "few");
  co_return;
}

aio::Coroutine<void> leftInALoop(int count) {
  for (int i = 0; i < count; ++i) {
    Crew crew;
    crew.add(work()); // expect: async-pending-task-destroyed: ends without having been joined
    if (i % 2)
      continue;
    co_await crew.join();
  }
}

void plain() {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: ends without having been joined
}

auto lambda = [](bool quick) -> aio::Coroutine<void> {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: ends without having been joined
  if (!quick)
    co_await crew.join();
};

aio::Coroutine<void> onlyOneOfTwo() {
  Crew first;
  Crew second;
  first.add(work());
  second.add(work()); // expect: async-pending-task-destroyed: 'second' owns this work
  co_await first.join();
}

int look(const Crew &crew) { return crew.size(); }
aio::Coroutine<void> shown() {
  Crew crew;
  crew.add(work()); // expect: async-pending-task-destroyed: ends without having been joined
  look(crew);
  co_return;
}

// Silent from here on.

aio::Coroutine<void> joined() {
  Crew crew;
  crew.add(work());
  crew.add(work());
  co_await crew.join();
}

aio::Coroutine<void> joinedFirst() {
  Crew crew;
  crew.add(work());
  crew.stop();
  co_await crew.join();
  co_await step();
}

aio::Coroutine<void> empty(bool wanted) {
  Crew crew;
  co_await step();
  if (!wanted)
    co_return;
  crew.add(work());
  co_await crew.join();
}

aio::Coroutine<void> joinedWhateverHappens() {
  Crew crew;
  std::exception_ptr error;
  crew.add(work());
  try {
    co_await step();
  } catch (...) {
    error = std::current_exception();
  }
  co_await crew.join();
  if (error)
    std::rethrow_exception(error);
}

aio::Coroutine<void> waitedForInAnotherWay() {
  Crew crew;
  crew.add(work());
  co_await crew.idle();
}

aio::Coroutine<void> passedOn() {
  Crew crew;
  crew.add(worker(crew));
  manage(crew);
  co_return;
}

aio::Coroutine<void> movedOn(Shop &shop) {
  Crew crew;
  crew.add(work());
  shop.crew = std::move(crew);
  co_return;
}

Crew returned() {
  Crew crew;
  crew.add(work());
  return crew;
}

aio::Coroutine<void> member(Shop &shop) {
  shop.crew.add(work());
  co_await step();
}

aio::Coroutine<void> captured() {
  Crew crew;
  crew.add(work());
  auto end = [&crew] { return crew.join(); };
  co_await end();
}

aio::Coroutine<void> nothingLeft() {
  Crew crew;
  crew.add(work());
  if (crew.empty())
    co_return;
  co_await crew.join();
}

aio::Coroutine<void> parameter(Crew &crew) {
  crew.add(work());
  co_return;
}

aio::Coroutine<void> forgiving() {
  Forgiving crew;
  crew.add(work());
  co_return;
}

aio::Coroutine<void> shared() {
  auto crew = std::make_shared<Crew>();
  crew->add(work());
  co_return;
}

// Work that other functions put into a scope.

/// with_gate() of Seastar.
aio::Task<void> within([[clang::annotate("asynctidy::enters")]] Crew &crew,
                       aio::Coroutine<void> work);
void fill(Crew &crew, int count) {
  for (int i = 0; i < count; ++i)
    crew.add(work());
}
void fillTwice(Crew &crew) {
  log("begin");
  fill(crew, 1);
  fill(crew, 2);
}
aio::Coroutine<void> finish(Crew &crew) { co_await crew.join(); }
aio::Coroutine<void> fillAndFinish(Crew &crew) {
  fill(crew, 3);
  co_await finish(crew);
}

aio::Coroutine<void> entered() {
  Crew crew;
  (void)within(crew, work()); // expect: async-pending-task-destroyed: 'crew' owns this work and is not joined when an exception
  co_await step();
  co_await crew.join();
}

aio::Coroutine<void> filled(bool quick) {
  Crew crew;
  fill(crew, 3); // expect: async-pending-task-destroyed: 'crew' owns this work and ends without
  if (quick)
    co_return;
  co_await crew.join();
}

aio::Coroutine<void> filledThroughTwo() {
  Crew crew;
  fillTwice(crew); // expect: async-pending-task-destroyed: 'crew' owns this work and is not joined when an exception
  co_await step();
  co_await finish(crew);
}

// Silent.

aio::Coroutine<void> enteredAndAwaited() {
  Crew crew;
  co_await within(crew, work());
}

aio::Coroutine<void> enteredAndJoined() {
  Crew crew;
  (void)within(crew, work());
  std::exception_ptr error;
  try {
    co_await step();
  } catch (...) {
    error = std::current_exception();
  }
  co_await crew.join();
  if (error)
    std::rethrow_exception(error);
}

aio::Coroutine<void> joinedByAnother() {
  Crew crew;
  fill(crew, 3);
  co_await finish(crew);
}

aio::Coroutine<void> allByAnother() {
  Crew crew;
  co_await fillAndFinish(crew);
}

/// Whoever gets it may join it.
aio::Coroutine<void> managed() {
  Crew crew;
  fill(crew, 3);
  manage(crew);
  co_await step();
}

template <class F> struct Finally {
  F call;
  ~Finally() { call(); }
};
template <class F> Finally(F) -> Finally<F>;

aio::Coroutine<void> stoppedByAGuard() {
  Crew crew;
  Finally guard{[&crew] { crew.stop(); }};
  crew.add(work());
  co_await step();
}
