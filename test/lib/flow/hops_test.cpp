// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "coro/Suspension.h"
#include "flow/Hops.h"

namespace asynctidy::test {
namespace {

const std::string head = R"(
namespace std {
class thread { public: template <class F> explicit thread(F); void detach(); };
template <class T> class vector { T *data; };
template <class T> class unique_ptr { T *p; };
template <class T> class function;
template <class R, class... A> class function<R(A...)> {
public:
  template <class F> function(F) {}
  R operator()(A...) const;
};
}
struct Pool { test::Task<> schedule(); void post(std::coroutine_handle<>); std::vector<std::thread> threads; };
struct Loop { test::Task<> schedule(); };
struct Handle { Pool *pool; test::Task<> schedule(); };
struct OneThread { std::unique_ptr<std::thread> thread; test::Task<> schedule(); };
struct Executor { test::Task<> schedule(); void execute(int); };
class static_thread_pool;
struct Hidden { static_thread_pool *pool; test::Task<> schedule(); };
struct [[clang::annotate("asynctidy::thread_pool")]] Crowd { test::Task<> schedule(); };
struct [[clang::annotate("asynctidy::event_loop")]] Home { std::vector<std::thread> workers; test::Task<> schedule(); };
test::Task<> resume_on(Pool &);
test::Task<> resume_on(Executor &);
test::Task<> drain(Pool &);
test::Task<> step();
[[clang::annotate("asynctidy::hops")]] test::Task<> away();
test::Task<> there() { co_await away(); }
test::Task<> here() { co_await step(); }
struct Still { bool await_ready(); void await_suspend(std::coroutine_handle<>); void await_resume(); };
struct Moving : Still {
  [[clang::annotate("asynctidy::hops")]] void await_suspend(std::coroutine_handle<>);
};
Moving &executor_of(OneThread &);
struct Crowded {};
[[clang::annotate("asynctidy::hops")]] Still operator co_await(Crowded &);
struct NewThread {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle) {
    std::thread([handle] { handle.resume(); }).detach();
  }
  void await_resume();
};
struct HeldThread {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle) {
    std::function<void()> resume = [handle] { handle.resume(); };
    std::thread(resume).detach();
  }
  void await_resume();
};
struct PoolAwaiter {
  Pool &pool;
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle) { pool.post(handle); }
  void await_resume();
};
struct Inline {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle) { handle.resume(); }
  void await_resume();
};
struct OtherWork {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> handle) { std::thread([] {}).detach(); }
  void await_resume();
};
)";

/// How the only co_await of a coroutine is judged: "leaves", "stays" or "unknown".
std::string judged(const std::string &operand) {
  Analysed code(
      head +
      "test::Task<> f(Pool &pool, Loop &loop, Executor &executor, Handle handle, "
      "OneThread &one, Hidden hidden, Crowd &crowd, Crowded &crowded, Home &home) { co_await " +
      operand + "; }\n");
  const flow::Function &function = code.function("f");
  std::string result = "none";
  coro::forEachSuspension(*function.body, [&](const clang::Expr &await) {
    result = flow::leavesThread(await, function, code.unit()) ? "leaves"
             : flow::staysOnThread(await, code.unit())        ? "stays"
                                                              : "unknown";
    return true;
  });
  return result;
}

TEST(Hops, AreToExecutorsThatHaveSeveralThreads) {
  for (const char *operand : {"pool.schedule()", "handle.schedule()", "resume_on(pool)",
                              "crowd.schedule()", "hidden.schedule()"})
    EXPECT_EQ(judged(operand), "leaves") << operand;
  for (const char *operand : {"one.schedule()", "loop.schedule()", "executor.schedule()",
                              "resume_on(executor)", "home.schedule()"})
    EXPECT_NE(judged(operand), "leaves") << operand;
}

TEST(Hops, AreMadeByAwaitingAnObject) {
  EXPECT_EQ(judged("executor_of(one)"), "leaves");
  EXPECT_EQ(judged("crowded"), "leaves");
  EXPECT_NE(judged("Still()"), "leaves");
}

TEST(Hops, AreWhatAModelSays) { EXPECT_EQ(judged("away()"), "leaves"); }

TEST(Hops, AreNotWorkThatAPoolIsGiven) { EXPECT_NE(judged("drain(pool)"), "leaves"); }

TEST(Hops, AreAwaitersThatResumeOnAThread) {
  EXPECT_EQ(judged("NewThread()"), "leaves");
  EXPECT_EQ(judged("HeldThread()"), "leaves");
  EXPECT_EQ(judged("PoolAwaiter{pool}"), "leaves");
  EXPECT_EQ(judged("Inline()"), "unknown");
  EXPECT_EQ(judged("OtherWork()"), "unknown");
}

TEST(Hops, AreNoneInOrdinaryWork) {
  EXPECT_EQ(judged("step()"), "stays");
  EXPECT_EQ(judged("here()"), "stays");
  EXPECT_EQ(judged("there()"), "unknown");
}

} // namespace
} // namespace asynctidy::test
