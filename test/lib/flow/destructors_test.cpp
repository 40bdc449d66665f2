// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Destructors.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
struct [[clang::annotate("asynctidy::task")]] Job {
  struct promise_type {
    Job get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  void wait();
};
Job start(test::Task<>);
[[clang::annotate("asynctidy::detaches")]] void background(test::Task<>);
[[clang::annotate("asynctidy::owned")]] Job owned(test::Task<>);
test::Task<> cleanup();
void keep(Job);
)";

/// What destructors leave behind: the line's mark is not needed, the class and the way are told.
std::vector<std::string> left(const std::string &classes) {
  Analysed code(head + classes);
  std::vector<std::string> result;
  for (const flow::LeftBehind &each : flow::workLeftByDestructors(code.unit()))
    result.push_back(each.destructor->getParent()->getNameAsString() +
                     (each.value ? " drops" : " lets go") + (each.through ? " by a method" : ""));
  return result;
}

TEST(Destructors, LeaveWorkBehindThatTheyStart) {
  EXPECT_THAT(left("struct A { ~A() { start(cleanup()); } };"), ElementsAre("A drops"));
  EXPECT_THAT(left("struct A { ~A() { (void)start(cleanup()); } };"), ElementsAre("A drops"));
  EXPECT_THAT(left("struct A { ~A() { auto job = start(cleanup()); } };"), ElementsAre("A drops"));
  EXPECT_THAT(left("struct A { ~A() { background(cleanup()); } };"), ElementsAre("A lets go"));
}

TEST(Destructors, LeaveNothingBehindThatSomebodyOwnsOrWaitsFor) {
  EXPECT_THAT(left("struct A { ~A() { auto job = start(cleanup()); job.wait(); } };"), IsEmpty());
  EXPECT_THAT(left("struct A { ~A() { keep(start(cleanup())); } };"), IsEmpty());
  EXPECT_THAT(left("struct A { ~A() { owned(cleanup()); } };"), IsEmpty());
  // It never runs, which is another mistake.
  EXPECT_THAT(left("struct A { ~A() { cleanup(); } };"), IsEmpty());
}

TEST(Destructors, LeaveItByAMethodThatOnlyTheyCall) {
  EXPECT_THAT(
      left("class A { public: ~A() { end(); } private: void end() { start(cleanup()); } };"),
      ElementsAre("A drops by a method"));
  EXPECT_THAT(left("class A { public: ~A() { end(); } void f() { end(); } private: void end() { "
                   "start(cleanup()); } };"),
              IsEmpty());
  EXPECT_THAT(left("class A { public: ~A() { end(); } void end() { start(cleanup()); } };"),
              IsEmpty());
  EXPECT_THAT(left("struct A { void end() { start(cleanup()); } };"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
