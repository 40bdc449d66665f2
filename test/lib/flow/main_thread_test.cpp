// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/MainThread.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
namespace std {
class thread { public: template <class F> explicit thread(F); void detach(); };
template <class> class function;
template <class R, class... A> class function<R(A...)> {
public:
  template <class F> function(F) {}
  R operator()(A...) const;
};
}
struct [[clang::annotate("asynctidy::task")]] Job {};
struct [[clang::annotate("asynctidy::event_loop")]] Loop {
  [[clang::annotate("asynctidy::main_thread")]] void on_signal(int);
  void soon(void (*)());
};
Job start(test::Task<>);
Job send(Loop &, test::Task<>);
void helper(Loop &loop) { loop.on_signal(2); }
test::Task<> session(Loop &loop) { loop.on_signal(2); co_return; }
test::Task<> outer(Loop &loop) { co_await session(loop); }
)";

/// The chains to what needs the main thread, joined.
std::vector<std::string> chains(const std::string &body) {
  Analysed code(head + ("void f(Loop &loop) {" + body + "\n}\n"));
  std::vector<std::string> result;
  for (const flow::OffMainCall &each : flow::offMainCalls(code.unit())) {
    std::string names;
    for (const flow::Step &step : each.chain)
      names += (names.empty() ? "" : " ") + step.callee->getNameAsString();
    result.push_back(names);
  }
  return result;
}

TEST(MainThread, IsMissedInWhatAThreadCalls) {
  EXPECT_THAT(chains("std::thread([&] { loop.on_signal(2); }).detach();"),
              ElementsAre("on_signal"));
  EXPECT_THAT(chains("std::thread([&] { helper(loop); }).detach();"),
              ElementsAre("helper on_signal"));
  EXPECT_THAT(chains("std::thread([&] { loop.soon([] {}); }).detach();"), IsEmpty());
  EXPECT_THAT(chains("helper(loop); loop.on_signal(2);"), IsEmpty());
}

TEST(MainThread, IsMissedInWhatVariablesHold) {
  EXPECT_THAT(chains("std::function<void()> job = [&] { loop.on_signal(2); }; "
                     "std::thread(job).detach();"),
              ElementsAre("on_signal"));
  EXPECT_THAT(chains("std::thread([&] { void (*held)(Loop &) = helper; held(loop); }).detach();"),
              ElementsAre("helper on_signal"));
}

TEST(MainThread, IsMissedInCoroutinesThatRunOnTheThread) {
  EXPECT_THAT(chains("std::thread([&] { start(session(loop)); }).detach();"),
              ElementsAre("session on_signal"));
  EXPECT_THAT(chains("std::thread([&] { start(outer(loop)); }).detach();"),
              ElementsAre("outer session on_signal"));
  // It is sent to a loop somewhere.
  EXPECT_THAT(chains("std::thread([&] { send(loop, session(loop)); }).detach();"), IsEmpty());
  EXPECT_THAT(chains("std::thread([&] { auto never = session(loop); }).detach();"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
