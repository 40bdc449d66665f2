// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> chain(Analysed &code, llvm::StringRef name) {
  std::vector<std::string> names;
  const clang::FunctionDecl *function = &code.snippet().function(name);
  while (function && names.size() < 10) {
    auto steps = code.unit().blockingSteps(function);
    if (steps.empty())
      break;
    function = steps.front().callee;
    names.push_back(function->getNameAsString());
  }
  return names;
}

const std::string sleeper = R"(
extern "C" unsigned sleep(unsigned);
)";

TEST(BlockingSummaries, FollowCallsToTheOneThatBlocks) {
  Analysed code(sleeper + R"(
void inner() { sleep(1); }
void outer() { inner(); }
void innocent() { }
)");
  EXPECT_THAT(chain(code, "outer"), ElementsAre("inner", "sleep"));
  EXPECT_THAT(chain(code, "inner"), ElementsAre("sleep"));
  EXPECT_THAT(chain(code, "innocent"), IsEmpty());
}

TEST(BlockingSummaries, EndInRecursion) {
  Analysed code(sleeper + R"(
void pong(int);
void ping(int n) { if (n) pong(n - 1); }
void pong(int n) { ping(n); sleep(1); }
)");
  EXPECT_THAT(chain(code, "ping"), ElementsAre("pong", "sleep"));
}

TEST(BlockingSummaries, StopAtCoroutinesLambdasVirtualCallsAndAssertions) {
  Analysed code(sleeper + R"(
test::Task<> coroutine() { sleep(1); co_return; }
void starts() { auto t = coroutine(); t.await_ready(); }
void makes() { auto l = [] { sleep(1); }; (void)l; }
struct Base { virtual void step() { sleep(1); } };
void open(Base &b) { b.step(); }
void exact(Base &b) { b.Base::step(); }
[[clang::annotate("asynctidy::nonblocking")]] void asserted() { sleep(1); }
void trusts() { asserted(); }
)");
  EXPECT_THAT(chain(code, "starts"), IsEmpty());
  EXPECT_THAT(chain(code, "makes"), IsEmpty());
  EXPECT_THAT(chain(code, "open"), IsEmpty());
  EXPECT_THAT(chain(code, "exact"), ElementsAre("step", "sleep"));
  EXPECT_THAT(chain(code, "trusts"), IsEmpty());
}

TEST(BlockingSummaries, ATimeoutOfZeroIsNoneToWaitFor) {
  Analysed code(R"(
struct QTcpServer { bool waitForNewConnection(int msec = 0, bool *timedOut = nullptr); };
struct QProcess { bool waitForFinished(int msecs = 30000); };
namespace zmq { int poll(int *, long, long timeout); int poll(int *, long timeout = -1); }
void looks(QTcpServer &server) { server.waitForNewConnection(); }
void stays(QTcpServer &server) { server.waitForNewConnection(100); }
void ends(QProcess &process) { process.waitForFinished(); }
void asks(QProcess &process) { process.waitForFinished(0); }
void last(int *items) { zmq::poll(items, 0, 1); zmq::poll(items); }
void zero(int *items) { zmq::poll(items, 1, 0); zmq::poll(items, 0); }
)");
  EXPECT_THAT(chain(code, "looks"), IsEmpty());
  EXPECT_THAT(chain(code, "stays"), ElementsAre("waitForNewConnection"));
  EXPECT_THAT(chain(code, "ends"), ElementsAre("waitForFinished"));
  EXPECT_THAT(chain(code, "asks"), IsEmpty());
  EXPECT_THAT(chain(code, "last"), ElementsAre("poll"));
  EXPECT_THAT(chain(code, "zero"), IsEmpty());
}

TEST(BlockingSummaries, SeeThroughALambdaThatIsCalledAtOnce) {
  Analysed code(sleeper + R"(
void f() { [] { sleep(1); }(); }
)");
  EXPECT_THAT(chain(code, "f"), ElementsAre("operator()", "sleep"));
}

} // namespace
} // namespace asynctidy::test
