// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a conclusion rests on is said in words, and at the place that decides.
#include "coro/CoroutineType.h"
#include "support/Snippet.h"

#include <gtest/gtest.h>

namespace asynctidy::coro {
namespace {

using test::Snippet;

/// A task `X` whose parts are \p initial, \p handler and \p end; they stand on lines 3, 4 and 5.
std::string task(const std::string &initial, const std::string &handler, const std::string &end) {
  return "struct X { struct promise_type { X get_return_object() { return "
         "{h::from_promise(*this)}; "
         "} using h = std::coroutine_handle<promise_type>;\n"
         "std::suspend_always final_suspend() noexcept { return {}; } void return_void() {}\n" +
         initial + "\n" + handler + " };\n" + end + "\npromise_type::h handle; bool flag(); };";
}

const std::string lazy = "std::suspend_always initial_suspend() { return {}; }";
const std::string stores =
    "void unhandled_exception() { error = std::current_exception(); } std::exception_ptr error;";
const std::string destroys = "~X() { if (handle) handle.destroy(); }";

/// "line: code: words" of the reason that \p part of `X` in \p code has.
std::string said(const std::string &code, Reason CoroutineType::Reasons::*part) {
  Snippet snippet(code);
  const auto type = coroutineType(snippet.type("X"), snippet.context());
  if (!type)
    return "no coroutine type";
  const Reason &reason = type->because.*part;
  const bool isToken = reason.place.getBegin() == reason.place.getEnd();
  const llvm::StringRef words = clang::Lexer::getSourceText(
      clang::CharSourceRange::getTokenRange(reason.place), snippet.context().getSourceManager(),
      snippet.context().getLangOpts());
  return std::to_string(snippet.line(reason.place.getBegin())) + ": " +
         (isToken ? "" : words.str()) + ": " + reason.str();
}

std::string start(const std::string &initial) {
  return said(task(initial, stores, destroys), &CoroutineType::Reasons::start);
}
std::string errors(const std::string &handler) {
  return said(task(lazy, handler, destroys), &CoroutineType::Reasons::errors);
}
std::string drop(const std::string &end, const std::string &initial = lazy) {
  return said(task(initial, stores, end), &CoroutineType::Reasons::drop);
}

TEST(Reasons, OfTheStart) {
  EXPECT_EQ(start(lazy), "3: : initial_suspend returns 'std::suspend_always', which always "
                         "suspends");
  EXPECT_EQ(start("std::suspend_never initial_suspend() { return {}; }"),
            "3: : initial_suspend returns 'std::suspend_never', which never suspends");
  EXPECT_EQ(
      start("struct ask { bool await_ready(); void await_suspend(h); void await_resume(); };"
            "ask initial_suspend() { return {}; }"),
      "3: : initial_suspend returns 'X::promise_type::ask', whose await_ready is no constant");
  EXPECT_EQ(start("struct pool { bool await_ready() { return false; } void await_resume() {}\n"
                  "static void post(h); void await_suspend(h c) { post(c); } };"
                  "pool initial_suspend() { return {}; }"),
            "4: post(c): initial_suspend returns 'X::promise_type::pool', whose await_suspend may "
            "have the coroutine resumed");
  EXPECT_EQ(start("auto initial_suspend();"), "3: : what initial_suspend returns is not known");
}

TEST(Reasons, OfTheEnd) {
  EXPECT_EQ(drop(destroys), "5: handle.destroy(): its destructor destroys the coroutine");
  EXPECT_EQ(drop("~X() { if (flag()) handle.destroy(); }"),
            "5: handle.destroy(): a condition that only run time tells decides whether its "
            "destructor destroys the coroutine");
  EXPECT_EQ(drop(""), "1: : nothing destroys or resumes the coroutine when it goes away");
  EXPECT_EQ(drop("~X();"), "5: : its destructor runs code that cannot be seen");
  EXPECT_EQ(drop("~X() { handle.resume(); }"),
            "5: handle.resume(): its destructor starts the work");
}

TEST(Reasons, OfTheErrors) {
  EXPECT_EQ(errors(stores), "4: error = std::current_exception(): unhandled_exception keeps the "
                            "exception");
  EXPECT_EQ(errors("void unhandled_exception() { std::terminate(); }"),
            "4: std::terminate(): unhandled_exception ends the program");
  EXPECT_EQ(errors("void unhandled_exception() {}"),
            "4: : unhandled_exception does nothing with the exception");
  EXPECT_EQ(errors("static void log(); void unhandled_exception() { log(); }"),
            "4: log(): unhandled_exception calls what cannot be seen");
  EXPECT_EQ(errors("void unhandled_exception() noexcept { throw; }"),
            "4: : unhandled_exception throws although it is noexcept");
}

TEST(Reasons, OfAwaiting) {
  const auto awaited = &CoroutineType::Reasons::awaitable;
  const auto once = &CoroutineType::Reasons::singleUse;
  const std::string rvalue = destroys + " std::suspend_never operator co_await() &&;";
  EXPECT_EQ(said(task(lazy, stores, destroys), awaited),
            "1: : it has neither an operator co_await nor the functions of an awaiter");
  EXPECT_EQ(said(task(lazy, stores, rvalue), awaited), "5: : it has an operator co_await");
  EXPECT_EQ(said(task(lazy, stores, rvalue), once), "5: : operator co_await takes an rvalue only");
  EXPECT_EQ(said(task(lazy + "std::suspend_never await_transform(X &&);", stores, destroys), once),
            "3: : await_transform of its promise takes an rvalue only");
}

TEST(Reasons, OfWorkThatNeverWaits) {
  EXPECT_EQ(said("struct X { struct promise_type { X get_return_object() { return {}; }"
                 "std::suspend_never initial_suspend() { return {}; }"
                 "std::suspend_never final_suspend() noexcept { return {}; }"
                 "void return_void() {} void unhandled_exception() {} };\n"
                 "bool await_ready() { return false; } void await_resume() {}\n"
                 "void await_suspend(std::coroutine_handle<> h) { h.destroy(); } };",
                 &CoroutineType::Reasons::synchronous),
            "3: : await_suspend of 'X' destroys the coroutine that awaits: co_await is an early "
            "return");
}

} // namespace
} // namespace asynctidy::coro
