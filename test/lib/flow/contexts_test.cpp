// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

using enum flow::Context;

const std::string receivers = R"(
template <class F> [[clang::annotate("asynctidy::offloads")]] void offload(F) {}
template <class F> void unknown(F) {}
void work();
namespace std { template <class It, class F> F for_each(It, It, F f) { return f; } }
)";

TEST(Contexts, ACoroutineRunsOnTheLoopAndAPlainFunctionAnywhere) {
  Analysed code(receivers + R"(
test::Task<> coroutine() {
  work();      // @coroutine
  co_return;
}
void plain() {
  work();      // @plain
}
)");
  EXPECT_EQ(code.context("coroutine"), OnLoop);
  EXPECT_EQ(code.context("plain"), Unknown);
}

TEST(Contexts, WhatIsHandedToAnOffloadingFunctionRunsOffTheLoop) {
  Analysed code(receivers + R"(
void named() {
  work();      // @named
}
test::Task<> coroutine() {
  offload([] {
    work();    // @lambda
  });
  auto held = [] {
    work();    // @held
  };
  offload(held);
  offload(named);
  offload(&named);
  unknown([] {
    work();    // @unknown
  });
  co_return;
}
)");
  EXPECT_EQ(code.context("lambda"), OffLoop);
  EXPECT_EQ(code.context("held"), OffLoop);
  EXPECT_EQ(code.context("named"), OffLoop);
  EXPECT_EQ(code.context("unknown"), Unknown);
}

TEST(Contexts, AreThoseOfWhereverAVariablesCallableIsHanded) {
  Analysed code(receivers + R"(
namespace std {
template <class> class function;
template <class R, class... A> class function<R(A...)> {
public:
  function() = default;
  template <class F> function(F) {}
  R operator()(A...) const;
};
}
bool flag();
void first() {
  work();      // @first
}
void second() {
  work();      // @second
}
void parameter() {
  work();      // @parameter
}
void start(std::function<void()> given) {
  std::function<void()> job = [] {
    work();    // @wrapped
  };
  offload(job);
  void (*either)() = first;
  if (flag())
    either = second;
  offload(either);
  offload(given);
}
void other() { start(parameter); }
)");
  EXPECT_EQ(code.context("wrapped"), OffLoop);
  EXPECT_EQ(code.context("first"), OffLoop);
  EXPECT_EQ(code.context("second"), OffLoop);
}

TEST(Contexts, PassThroughCallsOfWhatVariablesHold) {
  Analysed code(receivers + R"(
void off_helper() {
  work();      // @off
}
void both() {
  work();      // @both
}
test::Task<> inner() {
  work();      // @inner
  co_return;
}
test::Task<> outer() {
  test::Task<> (*held)() = inner;
  co_await held();
}
test::Task<> coroutine() {
  void (*direct)() = both;
  direct();
  co_return;
}
void start() {
  offload([] {
    void (*held)() = off_helper;
    held();
    both();
  });
  offload(outer);
}
)");
  EXPECT_EQ(code.context("off"), OffLoop);
  EXPECT_EQ(code.context("both"), Unknown);
  EXPECT_EQ(code.context("inner"), OffLoop);
}

TEST(Contexts, ACallableThatRunsInlineSharesTheContext) {
  Analysed code(receivers + R"(
test::Task<> coroutine(int *a) {
  std::for_each(a, a, [](int) {
    work();    // @inline
  });
  co_return;
}
void plain(int *a) {
  std::for_each(a, a, [](int) {
    work();    // @plain
  });
}
)");
  EXPECT_EQ(code.context("inline"), OnLoop);
  EXPECT_EQ(code.context("plain"), Unknown);
}

TEST(Contexts, PassThroughCallsToHelpersOfOneSide) {
  Analysed code(receivers + R"(
void off_helper() {
  work();      // @off
}
void outer_helper() { off_helper(); }
void both() {
  work();      // @both
}
void on_helper() {
  work();      // @on
}
void before() {
  work();      // @before
}
test::Task<> coroutine() {
  offload([] {
    outer_helper();
    both();
  });
  both();
  on_helper();
  co_return;
}
int main() {
  before();    // @main
}
)");
  EXPECT_EQ(code.context("off"), OffLoop);
  EXPECT_EQ(code.context("both"), Unknown);
  EXPECT_EQ(code.context("on"), Unknown);
  EXPECT_EQ(code.context("before"), BeforeLoop);
  EXPECT_EQ(code.context("main"), BeforeLoop);
}

TEST(Contexts, ACoroutineAwaitedOffTheLoopIsOffTheLoop) {
  Analysed code(receivers + R"(
test::Task<> inner() {
  work();      // @inner
  co_return;
}
test::Task<> other() {
  work();      // @other
  co_return;
}
test::Task<> outer() {
  co_await inner();
  auto task = other();
}
void start() { offload(outer); }
)");
  EXPECT_EQ(code.context("inner"), OffLoop);
  EXPECT_EQ(code.context("other"), OnLoop);
}

TEST(Contexts, HandlersRunOnTheLoopAndWhatOverridesThem) {
  Analysed code(receivers + R"(
struct Handler {
  [[clang::annotate("asynctidy::on_loop")]] virtual void handle() = 0;
  virtual void set_up();
};
struct Base : Handler {
  void handle() override;
};
struct Derived : Base {
  void handle() override {
    work();    // @handle
  }
  void set_up() override {
    work();    // @set_up
  }
};
)");
  EXPECT_EQ(code.context("handle"), OnLoop);
  EXPECT_EQ(code.context("set_up"), Unknown);
}

TEST(Contexts, AnInlineCallableOfAHelperFollowsItsCaller) {
  Analysed code(receivers + R"(
void helper(int *a) {
  std::for_each(a, a, [](int) {
    work();    // @inline
  });
}
void start(int *a) {
  offload([a] { helper(a); });
}
)");
  EXPECT_EQ(code.context("inline"), OffLoop);
}

TEST(Contexts, ACoroutineStartsOnTheExecutorBehindATag) {
  Analysed code(receivers + R"(
struct [[clang::annotate("asynctidy::executor_tag")]] Tag {};
struct [[clang::annotate("asynctidy::thread_pool")]] Pool {};
struct [[clang::annotate("asynctidy::event_loop")]] Loop {};
test::Task<> onPool(Tag, Pool *, int) {
  work();      // @pool
  co_return;
}
test::Task<> onLoop(Tag, Loop &) {
  work();      // @loop
  co_return;
}
test::Task<> untagged(Pool &) {
  work();      // @untagged
  co_return;
}
test::Task<> inTheMiddle(int, Tag, Pool &) {
  work();      // @middle
  co_return;
}
)");
  EXPECT_EQ(code.context("pool"), OffLoop);
  EXPECT_EQ(code.context("loop"), OnLoop);
  EXPECT_EQ(code.context("untagged"), OnLoop);
  EXPECT_EQ(code.context("middle"), OffLoop);
}

} // namespace
} // namespace asynctidy::test
