// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

using enum flow::Context;

const std::string head = R"(
template <class F> [[clang::annotate("asynctidy::offloads")]] void offload(F) {}
namespace std {
template <class> class function;
template <class R, class... A> class function<R(A...)> {
public:
  function() = default;
  template <class F> function(F) {}
  R operator()(A...) const;
  explicit operator bool() const;
};
}
using Job = std::function<void()>;
void work();
void keep(Job);
bool flag();
)";

TEST(GivenCallables, RunWhereTheCalleeCallsThem) {
  Analysed code(head + R"(
void call(const Job &job) { if (job) job(); }
void outer(Job job) { call(job); }
template <class F> void generic(F &&job) { job(); }
void pointer(void (*job)(), int n) { for (; n; --n) job(); }
void again(Job job, int n) { job(); if (n) again(job, n - 1); }
test::Task<> coroutine() {
  call([] {
    work();    // @called
  });
  outer([] {
    work();    // @outer
  });
  generic([] {
    work();    // @generic
  });
  pointer([] {
    work();    // @pointer
  }, 3);
  again([] {
    work();    // @again
  }, 3);
  Job held = [] {
    work();    // @held
  };
  call(held);
  co_return;
}
void plain() {
  call([] {
    work();    // @plain
  });
}
)");
  for (const char *mark : {"called", "outer", "generic", "pointer", "again", "held"})
    EXPECT_EQ(code.context(mark), OnLoop) << mark;
  EXPECT_EQ(code.context("plain"), Unknown);
}

TEST(GivenCallables, RunWhereTheCalleeHandsThem) {
  Analysed code(head + R"(
void spawn(Job job) { offload(job); }
void wrap(Job job) { offload([job] { if (job) job(); }); }
void move(Job job) { offload([inner = std::move(job)] { inner(); }); }
void outer(Job job) { spawn(std::move(job)); }
test::Task<> coroutine() {
  spawn([] {
    work();    // @spawned
  });
  wrap([] {
    work();    // @wrapped
  });
  move([] {
    work();    // @moved
  });
  outer([] {
    work();    // @outer
  });
  co_return;
}
)");
  for (const char *mark : {"spawned", "wrapped", "moved", "outer"})
    EXPECT_EQ(code.context(mark), OffLoop) << mark;
}

TEST(GivenCallables, AreUnknownWhereTheCalleeDecidesOrStores) {
  Analysed code(head + R"(
struct Queue { Job stored; void push(Job job) { stored = job; } };
void dispatch(Job job) { if (flag()) job(); else offload(job); }
void store(Job job) { keep(job); }
void copy(Job job) { Job other = job; other(); }
void ignore(Job) {}
test::Task<> pooled(Job job) { job(); co_return; }
struct Base { virtual void run(Job job) { job(); } };
struct Caller { Caller(Job job) { job(); } };
test::Task<> coroutine(Queue &queue, Base &base) {
  queue.push([] {
    work();    // @pushed
  });
  dispatch([] {
    work();    // @dispatched
  });
  store([] {
    work();    // @stored
  });
  copy([] {
    work();    // @copied
  });
  ignore([] {
    work();    // @ignored
  });
  co_await pooled([] {
    work();    // @pooled
  });
  base.run([] {
    work();    // @virtual
  });
  Caller caller([] {
    work();    // @constructor
  });
}
)");
  for (const char *mark :
       {"pushed", "dispatched", "stored", "copied", "ignored", "pooled", "virtual", "constructor"})
    EXPECT_EQ(code.context(mark), Unknown) << mark;
}

} // namespace
} // namespace asynctidy::test
