// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Collecting.h"
#include "flow/Fates.h"

namespace asynctidy::test {
namespace {

using flow::Collected;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char *declarations = R"(
template <class T = void> struct [[clang::annotate("asynctidy::task")]] Job {
  struct promise_type {
    Job get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void unhandled_exception() { error = std::current_exception(); }
    void return_void();
    std::exception_ptr error;
  };
  Job(Job &&);
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  [[clang::annotate("asynctidy::asks_error")]] bool failed() const;
};
template <class T> struct List {
  void push(T);
  bool empty() const;
  T *begin();
  T *end();
};
Job<> start();
void take(Job<>);
void all(List<Job<>> &);
)";

std::vector<std::string> lost(const std::string &body) {
  Analysed code(declarations + ("test::Task<> f(bool a) {" + body + "\n co_return; }\n"));
  std::vector<std::string> result;
  for (const Collected &each : flow::lostInContainers(code.function("f"), code.unit()))
    result.push_back(each.kind == Collected::OneByOne           ? "one by one"
                     : each.breach.kind == flow::Breach::Thrown ? "thrown"
                                                                : "end");
  return result;
}

TEST(Collecting, ElementsAreReadOnEveryWay) {
  EXPECT_THAT(lost("List<Job<>> l; l.push(start()); all(l);"), IsEmpty());
  EXPECT_THAT(lost("List<Job<>> l; l.push(start()); if (a) co_return; all(l);"),
              ElementsAre("end"));
  EXPECT_THAT(lost("List<Job<>> l; if (a) co_return; l.push(start()); all(l);"), IsEmpty());
  EXPECT_THAT(lost("List<Job<>> l; l.push(start()); if (!l.empty()) all(l);"), IsEmpty());
  EXPECT_THAT(lost("List<Job<>> l; l.push(start()); co_await start(); all(l);"),
              ElementsAre("thrown"));
}

TEST(Collecting, ALoopOfAwaitsEndsAtTheFirstException) {
  EXPECT_THAT(lost("List<Job<>> l; l.push(start()); for (auto &j : l) co_await j;"),
              ElementsAre("one by one"));
  EXPECT_THAT(lost("List<Job<>> l; l.push(start());"
                   "for (auto &j : l) { try { co_await j; } catch (...) {} }"),
              IsEmpty());
  EXPECT_THAT(lost("List<Job<>> l; l.push(start());"
                   "try { for (auto &j : l) co_await j; } catch (...) { all(l); }"),
              IsEmpty());
}

/// The number of ways on which the parameter `j` of this function is never looked at.
std::size_t unread(const std::string &function) {
  Analysed code(declarations + function);
  const flow::Function &found = code.function("f");
  return flow::neverUsed(*found.decl->getParamDecl(0), found, code.unit()).size();
}

TEST(Collecting, AParameterMayBeTheOnlyHandle) {
  EXPECT_EQ(unread("void f(Job<> j, bool a) { if (a) take(static_cast<Job<> &&>(j)); }"), 1u);
  EXPECT_EQ(unread("void f(Job<> j) { take(static_cast<Job<> &&>(j)); }"), 0u);
  EXPECT_EQ(unread("void f(Job<> j) { (void)j; }"), 0u);
  EXPECT_EQ(unread("void f(Job<>) {}"), 0u);
  EXPECT_EQ(unread("void f(Job<> &j) {}"), 0u);
  EXPECT_EQ(unread("void f(Job<> j) { if (j.failed()) take(static_cast<Job<> &&>(j)); }"), 0u);
  EXPECT_EQ(unread("void f(Job<> j) { if (!j.failed()) take(static_cast<Job<> &&>(j)); }"), 1u);
}

} // namespace
} // namespace asynctidy::test
