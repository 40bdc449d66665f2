// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Cancellation.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The model of aio says that its coroutines are cancelled by this exception.
const std::string head = R"(
namespace std { struct runtime_error : exception {}; }
namespace aio {
struct Error : std::exception {};
struct CancelledError : Error {};
template <class T> class Coroutine {
public:
  struct promise_type {
    Coroutine get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_value(T);
  };
  bool await_ready();
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>);
  T await_resume();
};
}
struct Handle { [[clang::annotate("asynctidy::cancels")]] void cancel(); };
aio::Coroutine<int> step();
[[clang::annotate("asynctidy::shields")]] aio::Coroutine<int> shielded();
void log(const char *);
void look();
void rethrow() { throw; }
void note(int) {}
)";

/// The line, in the body of a coroutine `f`, of each handler that swallows the cancellation, and
/// whether the coroutine goes on then.
std::vector<std::string> swallowed(const std::string &body) {
  std::string before = head + "aio::Coroutine<int> f(bool a, Handle handle) {\n";
  Analysed code(before + body + "\n}\n");
  auto first = static_cast<unsigned>(std::count(before.begin(), before.end(), '\n'));
  std::vector<std::string> result;
  for (const flow::Swallowed &each :
       flow::swallowedCancellations(code.function("f"), code.unit())) {
    EXPECT_EQ(each.cancellation->getNameAsString(), "CancelledError");
    result.push_back(std::to_string(code.snippet().line(each.handler->getBeginLoc()) - first) +
                     (each.goesOn ? " goes on" : " ends"));
  }
  return result;
}

TEST(Cancellation, IsSwallowedByHandlersThatCatchMore) {
  EXPECT_THAT(swallowed("try { co_await step(); }\n catch (...) { log(\"x\"); }\n co_await step(); "
                        "co_return 0;"),
              ElementsAre("2 goes on"));
  EXPECT_THAT(swallowed("try { co_await step(); }\n catch (const aio::Error &) { }\n co_await "
                        "step(); co_return 0;"),
              ElementsAre("2 goes on"));
  EXPECT_THAT(
      swallowed("while (a) {\n try { co_await step(); }\n catch (...) { } }\n co_return 0;"),
      ElementsAre("3 goes on"));
}

TEST(Cancellation, IsNotSwallowedByOthers) {
  for (const char *handler :
       {"catch (const aio::CancelledError &) { }", "catch (const std::runtime_error &) { }",
        "catch (...) { throw; }", "catch (const aio::CancelledError &) { throw; } catch (...) { }",
        "catch (...) { rethrow(); }"})
    EXPECT_THAT(swallowed(std::string("try { co_await step(); } ") + handler +
                          " co_await step(); co_return 0;"),
                IsEmpty())
        << handler;
}

TEST(Cancellation, ArrivesAtASuspensionOnly) {
  EXPECT_THAT(swallowed("try { log(\"x\"); } catch (...) { } co_await step(); co_return 0;"),
              IsEmpty());
  EXPECT_THAT(
      swallowed("try { co_await shielded(); } catch (...) { } co_await step(); co_return 0;"),
      IsEmpty());
}

TEST(Cancellation, MayBeWhatTheHandlerLooksAt) {
  EXPECT_THAT(swallowed("try { co_await step(); } catch (...) { look(); } co_return 0;"),
              IsEmpty());
  EXPECT_THAT(swallowed("try { co_await step(); }\n catch (...) { note(1); }\n co_return 0;"),
              ElementsAre("2 goes on"));
  EXPECT_THAT(swallowed("try { co_await step(); } catch (...) { auto e = std::current_exception(); "
                        "} co_return 0;"),
              IsEmpty());
  EXPECT_THAT(swallowed("try { co_await step(); } catch (...) { co_return 1; } co_return 0;"),
              IsEmpty());
}

TEST(Cancellation, IsExpectedByWhoeverAskedForIt) {
  EXPECT_THAT(swallowed("handle.cancel(); try { co_await step(); } catch (...) { } co_return 0;"),
              IsEmpty());
}

TEST(Cancellation, TellsByAVariableThatItFailed) {
  EXPECT_THAT(swallowed("int result = 0; try { co_await step(); } catch (...) { result = 1; } "
                        "co_return result;"),
              IsEmpty());
}

} // namespace
} // namespace asynctidy::test
