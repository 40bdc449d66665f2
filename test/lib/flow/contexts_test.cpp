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

} // namespace
} // namespace asynctidy::test
