// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The harness notices everything that can be wrong with a fixture or a page.
#include "harness/Directive.h"
#include "harness/FixtureRun.h"
#include "harness/Page.h"

#include <gmock/gmock.h>

namespace asynctidy::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string path = "/fixtures/tasks/unawaited-coroutine/self.cpp";

Fixture fixture(const std::string &text) { return parseFixture(path, text); }

std::string problems(const std::string &text) {
  std::string all;
  for (const Problem &each : fixture(text).problems)
    all += std::to_string(each.line) + ": " + each.text + "\n";
  return all;
}

/// A warning of unawaited-coroutine at the first \p place in \p text.
Finding finding(llvm::StringRef text, llvm::StringRef place, const std::string &message) {
  SourceText source(text.str());
  Finding finding;
  finding.file = path;
  finding.offset = text.find(place);
  finding.line = source.lineOf(finding.offset);
  finding.column = source.columnOf(finding.offset);
  finding.check = "async-unawaited-coroutine";
  finding.message = message;
  return finding;
}

/// The same with \p insertion as its fix.
Finding finding(llvm::StringRef text, llvm::StringRef place, const std::string &message,
                const std::string &insertion) {
  Finding result = finding(text, place, message);
  result.fix.emplace_back(path, result.offset, 0, insertion);
  return result;
}

/// What the harness says of \p text when these are found in it, and \p after in the fixed text.
std::string verdict(const std::string &text, std::vector<Finding> found,
                    std::vector<Finding> after = {}) {
  return check(fixture(text), [&](const std::string &, llvm::StringRef analysed, const Setup &) {
    return analysed == text ? found : after;
  });
}

// Comments

TEST(HarnessComment, ProseIsNoDirective) {
  for (const char *prose : {" a comment", " see https://example.org/notes: x", " std::thread",
                            " notes that follow", " the fix is simple", " SPDX-Licence: x", ""}) {
    Comment comment = readComment(prose);
    EXPECT_FALSE(comment.directive) << prose;
    EXPECT_EQ(comment.problem, "") << prose;
  }
}

TEST(HarnessComment, DirectiveHasItsArgument) {
  Comment comment = readComment(" known-false:  async-x: never runs ");
  EXPECT_EQ(comment.directive, Directive::KnownFalse);
  EXPECT_EQ(comment.argument, "async-x: never runs");
}

TEST(HarnessComment, SlipsAreNoProse) {
  EXPECT_EQ(readComment(" expext: async-x: y").problem, "'expext:' is no directive; 'expect:'?");
  EXPECT_THAT(readComment(" Expect: async-x: y").problem, HasSubstr("'expect:'?"));
  EXPECT_THAT(readComment(" known_missed: async-x: y").problem, HasSubstr("'known-missed:'?"));
  EXPECT_THAT(readComment(" option: a=b").problem, HasSubstr("'options:'?"));
  EXPECT_THAT(readComment(" expect async-x: y").problem, HasSubstr("needs a colon"));
  EXPECT_THAT(readComment(" really, expect: async-x: y").problem,
              HasSubstr("must start its comment"));
}

// Fixtures

TEST(HarnessFixture, CommentsBelongToTheLineOfCodeAbove) {
  Fixture parsed = fixture("int a;  // expect: async-a: one\n"
                           "        // note: two\n"
                           "        // expect: async-b: three\n"
                           "        // fix: int b;\n"
                           "int c;\n"
                           "// known-missed: async-c: four: five\n");
  EXPECT_THAT(parsed.problems, IsEmpty());
  ASSERT_EQ(parsed.expectations.size(), 3u);
  EXPECT_EQ(parsed.expectations[0].line, 1u);
  EXPECT_EQ(parsed.expectations[0].check, "async-a");
  EXPECT_EQ(parsed.expectations[0].message, "one");
  EXPECT_THAT(parsed.expectations[0].notes, ElementsAre("two"));
  EXPECT_EQ(parsed.expectations[1].line, 1u);
  EXPECT_EQ(parsed.expectations[1].writtenAt, 3u);
  EXPECT_EQ(parsed.expectations[2].line, 5u);
  EXPECT_EQ(parsed.expectations[2].message, "four: five");
  EXPECT_EQ(parsed.expectations[2].kind, Expectation::Kind::KnownMissed);
  EXPECT_THAT(parsed.fixes[1], ElementsAre("int b;"));
}

TEST(HarnessFixture, HeaderIsForTheFile) {
  Fixture parsed = fixture("// SPDX-License-Identifier: x\n"
                           "// options: async-a.B=c;d async-a.E=%S/f\n"
                           "// checks: async-g\n"
                           "\n"
                           "// flags: -DX -fno-exceptions\n"
                           "// runtime: was never awaited\n"
                           "// errors: allowed\n"
                           "int a;\n");
  EXPECT_THAT(parsed.problems, IsEmpty());
  EXPECT_THAT(parsed.options,
              ElementsAre(std::pair<std::string, std::string>("async-a.B", "c;d"),
                          std::pair<std::string, std::string>(
                              "async-a.E", "/fixtures/tasks/unawaited-coroutine/f")));
  EXPECT_THAT(parsed.checks, ElementsAre("async-g"));
  EXPECT_THAT(parsed.flags, ElementsAre("-DX", "-fno-exceptions"));
  EXPECT_THAT(parsed.runtime, ElementsAre("was never awaited"));
  EXPECT_TRUE(parsed.errorsAllowed);
}

TEST(HarnessFixture, StringsHoldNoComments) {
  EXPECT_THAT(fixture("auto s = \"// expect: async-a: b\";\n").expectations, IsEmpty());
}

TEST(HarnessFixture, MalformedCommentsAreProblems) {
  EXPECT_EQ(problems("int a;  // expext: async-a: b\n"),
            "1: 'expext:' is no directive; 'expect:'?\n");
  EXPECT_THAT(problems("int a;  // expect: never runs\n"), HasSubstr("is no check's name"));
  EXPECT_THAT(problems("int a;  // expect: async-a\n"), HasSubstr("part of its message"));
  EXPECT_THAT(problems("int a;  // expect:\n"), HasSubstr("says nothing"));
  EXPECT_THAT(problems("int a;  // fix: int b;\n"), HasSubstr("'fix:' without an 'expect:'"));
  EXPECT_THAT(problems("int a;  // known-missed: async-a: b\n // fix: int b;\n"),
              HasSubstr("'fix:' without an 'expect:'"));
  EXPECT_THAT(problems("int a;  // note: b\n"), HasSubstr("'note:' without an 'expect:'"));
  EXPECT_THAT(problems("int a;  // expect: async-a: b\nint c;  // note: d\n"),
              HasSubstr("2: 'note:' without"));
  EXPECT_THAT(problems("// expect: async-a: b\nint a;\n"), HasSubstr("1: 'expect:' is neither on"));
  EXPECT_THAT(problems("int a;\n\n// expect: async-a: b\n"), HasSubstr("3: 'expect:' is neither"));
  EXPECT_THAT(problems("int a; /* expect: async-a: b */\n"), HasSubstr("'//' comments"));
  EXPECT_THAT(problems("int a;\n// flags: -DX\n"), HasSubstr("above the first line of code"));
  EXPECT_THAT(problems("//flags: -DX\nint a;\n"), HasSubstr("is written '// flags: ...'"));
  EXPECT_THAT(problems("// options: a\nint a;\n"), HasSubstr("'a' is not KEY=VALUE"));
  EXPECT_THAT(problems("// checks: missing-nodiscard\n"), HasSubstr("is no check's name"));
  EXPECT_THAT(problems("// errors: some\n"), HasSubstr("'allowed' or left out"));
  EXPECT_THAT(problems("// runtime: none\n// runtime: a\n"), HasSubstr("'runtime: none' next to"));
}

// Verdicts

TEST(HarnessVerdict, WhatIsExpectedAndFoundIsFine) {
  std::string text = "a();  // expect: async-unawaited-coroutine: never runs\n"
                     "b();\n";
  EXPECT_EQ(verdict(text, {finding(text, "a", "'a' never runs")}), "");
}

TEST(HarnessVerdict, AllMismatchesAreShownBelowTheirLines) {
  std::string text = "a();  // expect: async-unawaited-coroutine: never runs\n"
                     "b();  // expect: async-unawaited-coroutine: never runs\n"
                     "c();\n";
  EXPECT_EQ(verdict(text, {finding(text, "b", "leaks"), finding(text, "c()", "c leaks")}),
            "    1 | a();  // expect: async-unawaited-coroutine: never runs\n"
            "      | - expected  async-unawaited-coroutine: never runs\n"
            "    2 | b();  // expect: async-unawaited-coroutine: never runs\n"
            "      | - expected  async-unawaited-coroutine: never runs\n"
            "      | + found     async-unawaited-coroutine: leaks\n"
            "    3 | c();\n"
            "      | + found     async-unawaited-coroutine: c leaks\n");
}

TEST(HarnessVerdict, EachFindingMeetsOneExpectation) {
  std::string text = "a(), b();  // expect: async-unawaited-coroutine: runs\n"
                     "           // expect: async-unawaited-coroutine: 'a' never\n";
  Finding a = finding(text, "a", "'a' never runs");
  Finding b = finding(text, "b", "'b' never runs");
  EXPECT_EQ(verdict(text, {a, b}), "");
  EXPECT_THAT(verdict(text, {a}), HasSubstr("- expected"));
  EXPECT_THAT(verdict(text, {a, b, b}), HasSubstr("+ found     async-unawaited-coroutine: 'b'"));
}

TEST(HarnessVerdict, NotesAreThere) {
  std::string text = "a();  // expect: async-unawaited-coroutine: never runs\n"
                     "      // note: await it\n";
  Finding found = finding(text, "a", "never runs");
  found.notes = {"keep it"};
  EXPECT_THAT(verdict(text, {found}),
              AllOf(HasSubstr("- expected  note: await it"), HasSubstr("+ found     note: keep")));
  found.notes.push_back("await it here");
  EXPECT_EQ(verdict(text, {found}), "");
}

TEST(HarnessVerdict, KnownMistakesAreNoticedWhenTheyEnd) {
  std::string missed = "a();  // known-missed: async-unawaited-coroutine: never runs\n";
  EXPECT_EQ(verdict(missed, {}), "");
  EXPECT_THAT(verdict(missed, {finding(missed, "a", "never runs")}),
              HasSubstr("no longer missed: write 'expect:'"));
  std::string wrong = "a();  // known-false: async-unawaited-coroutine: never runs\n";
  EXPECT_EQ(verdict(wrong, {finding(wrong, "a", "never runs")}), "");
  EXPECT_THAT(verdict(wrong, {}), HasSubstr("known false alarm is gone"));
}

TEST(HarnessVerdict, CompilerErrorsAreUnexpected) {
  std::string text = "a()\n";
  Finding error = finding(text, "a", "expected ';'");
  error.check = "clang-diagnostic-error";
  EXPECT_THAT(verdict(text, {error}), HasSubstr("clang-diagnostic-error: expected ';'"));
  std::string allowed = "// errors: allowed\na()\n";
  EXPECT_EQ(verdict(allowed, {error}), "");
}

TEST(HarnessVerdict, UnknownNamesAreNotIgnored) {
  EXPECT_THAT(verdict("a();  // expect: async-unawaited: b\n", {}),
              HasSubstr("there is no check 'async-unawaited'"));
  EXPECT_THAT(verdict("// checks: async-nothing\na();\n", {}),
              HasSubstr("there is no check 'async-nothing'"));
  EXPECT_THAT(verdict("// options: async-unawaited-coroutine.Nothing=1\na();\n", {}),
              HasSubstr("there is no option 'async-unawaited-coroutine.Nothing'"));
  EXPECT_THAT(check(parseFixture("/fixtures/tasks/nothing/a.cpp", "a();\n")),
              HasSubstr("there is no check 'async-nothing'"));
  EXPECT_THAT(verdict("// needs: lazy\na();\n", {}), HasSubstr("'needs:' is for the shared"));
  EXPECT_EQ(verdict("// options: async-unawaited-coroutine.AllowedTypes=A async.Tier=strict\n"
                    "a();\n",
                    {}),
            "");
}

// Fixes

TEST(HarnessFix, LinesAreAsExpected) {
  std::string text = "  a(), b();  // expect: async-unawaited-coroutine: a\n"
                     "             // expect: async-unawaited-coroutine: b\n"
                     "             // fix: await a(), await b();\n"
                     "  c();\n";
  std::vector<Finding> found{finding(text, "a", "a", "await "), finding(text, "b", "b", "await ")};
  EXPECT_EQ(verdict(text, found), "");
  found[1].fix.clear();
  EXPECT_THAT(verdict(text, found), AllOf(HasSubstr("- expected  fix: await a(), await b();"),
                                          HasSubstr("+ found     fix: await a(), b();")));
  found[0].fix.clear();
  EXPECT_THAT(verdict(text, found), HasSubstr("no diagnostic on this line has a fix"));
}

TEST(HarnessFix, UnexpectedOneIsAMismatch) {
  std::string text = "a();  // expect: async-unawaited-coroutine: a\n";
  EXPECT_THAT(verdict(text, {finding(text, "a", "a", "await ")}),
              HasSubstr("+ found     fix: await a();"));
}

TEST(HarnessFix, OtherLinesThatItChangesCount) {
  std::string text = "int a();\n"
                     "  a();  // expect: async-unawaited-coroutine: a\n"
                     "        // fix: lazy int a();\n"
                     "        // fix: await a();\n";
  Finding found = finding(text, "  a();", "a");
  found.fix.emplace_back(path, 0, 0, "lazy ");
  found.fix.emplace_back(path, text.find("a();  //"), 0, "await ");
  EXPECT_EQ(verdict(text, {found}), "");
}

TEST(HarnessFix, FixedSourceIsCheckedAgain) {
  std::string text = "a();  // expect: async-unawaited-coroutine: a\n"
                     "      // fix: await a();\n"
                     "b();  // expect: async-unawaited-coroutine: b\n";
  std::vector<Finding> found{finding(text, "a", "a", "await "), finding(text, "b", "b")};
  Finding a = found[0], b = found[1];
  EXPECT_EQ(verdict(text, found, {b}), "");
  EXPECT_THAT(verdict(text, found, {a, b}),
              AllOf(HasSubstr("after all fixes:\n    1 | await a();"),
                    HasSubstr("+ found     async-unawaited-coroutine: a")));
  EXPECT_THAT(verdict(text, found, {}), HasSubstr("- gone      async-unawaited-coroutine: b"));
  Finding error = b;
  error.check = "clang-diagnostic-error";
  EXPECT_THAT(verdict(text, found, {b, error}), HasSubstr("+ found     clang-diagnostic-error"));
}

TEST(HarnessFix, MovedLinesAreFollowed) {
  std::string text = "a();  // expect: async-unawaited-coroutine: a\n"
                     "      // fix: first();\n"
                     "      // fix: a();\n"
                     "b();  // expect: async-unawaited-coroutine: b\n";
  std::vector<Finding> found{finding(text, "a", "a", "first();\n"), finding(text, "b", "b")};
  Finding moved = found[1];
  moved.line += 1;
  EXPECT_EQ(verdict(text, found, {moved}), "");
}

TEST(HarnessFix, OtherFilesAreRefused) {
  std::string text = "a();  // expect: async-unawaited-coroutine: a\n";
  Finding found = finding(text, "a", "a");
  found.fix.emplace_back("/fixtures/other.h", 0, 0, "x");
  EXPECT_THAT(verdict(text, {found}), HasSubstr("a fix is for another file"));
}

// With the real library

const std::string lazyTask = "#include <coroutine>\n"
                             "struct Task {\n"
                             "  struct promise_type {\n"
                             "    Task get_return_object() { return {}; }\n"
                             "    std::suspend_always initial_suspend() { return {}; }\n"
                             "    std::suspend_always final_suspend() noexcept { return {}; }\n"
                             "    void return_void() {}\n"
                             "    void unhandled_exception() {}\n"
                             "  };\n"
                             "  bool await_ready() { return false; }\n"
                             "  void await_suspend(std::coroutine_handle<>) {}\n"
                             "  void await_resume() {}\n"
                             "};\n"
                             "Task work() { co_return; }\n"
                             "Task caller() {\n";

std::string realVerdict(const std::string &lines) { return check(fixture(lazyTask + lines)); }

TEST(HarnessLibrary, MeetsWhatIsExpected) {
  EXPECT_EQ(realVerdict("  work();  // expect: async-unawaited-coroutine: never runs\n"
                        "           // fix: co_await work();\n"
                        "  co_await work();\n"
                        "}\n"),
            "");
}

TEST(HarnessLibrary, MissesWhatIsNotThere) {
  EXPECT_THAT(realVerdict("  co_await work();  // expect: async-unawaited-coroutine: never runs\n"
                          "}\n"),
              AllOf(HasSubstr("co_await work();"), HasSubstr("- expected"), Not(HasSubstr("+"))));
  EXPECT_THAT(realVerdict("  work();\n  co_return;\n}\n"),
              AllOf(HasSubstr("+ found     async-unawaited-coroutine"),
                    HasSubstr("+ found     fix: co_await work();")));
  EXPECT_THAT(realVerdict("  co_await work()\n}\n"), HasSubstr("clang-diagnostic-error"));
}

TEST(HarnessLibrary, OptionsReachTheChecks) {
  EXPECT_EQ(check(fixture("// options: async-unawaited-coroutine.AllowedFunctions=work\n" +
                          lazyTask + "  work();\n  co_return;\n}\n")),
            "");
}

// Pages

const std::string pageStart = "# async-unawaited-coroutine\n\nOne sentence.\n\n## Example\n\n";
const std::string pageEnd = "\n## Why\n## How it decides\n## Options\n## Silencing\n## See also\n";

std::string fenced(const std::string &language, const std::string &text) {
  return "```" + language + "\n" + text + "```\n";
}

std::string pageVerdict(const std::string &text) {
  return check(parsePage("/checks/tasks/unawaited-coroutine.md", text));
}

TEST(HarnessPage, FormatIsKept) {
  EXPECT_THAT(pageVerdict(""), AllOf(HasSubstr("the title is missing"),
                                     HasSubstr("the section '## See also' is missing"),
                                     HasSubstr("'## Example' starts with")));
  EXPECT_THAT(pageVerdict("# async-x\n"), HasSubstr("the title is not '# async-unawaited"));
  EXPECT_THAT(pageVerdict(pageStart + "## Options\n"), HasSubstr("is not the next section"));
  EXPECT_THAT(pageVerdict(pageStart + fenced("cpp-fragment", "")), HasSubstr("C++ blocks are"));
  EXPECT_THAT(pageVerdict(pageStart + fenced("", "")), HasSubstr("language is missing"));
  EXPECT_THAT(pageVerdict(pageStart + "```cpp\n"), HasSubstr("the block is not closed"));
  EXPECT_THAT(pageVerdict(pageStart + fenced("cpp", "") + fenced("text", "") + pageEnd),
              HasSubstr("lacks a second 'cpp' block"));
}

TEST(HarnessPage, OutputAndCleanBlocksAreChecked) {
  std::string bad = fenced("cpp", lazyTask + "  work();\n  co_return;\n}\n");
  std::string good = fenced("cpp", lazyTask + "  co_await work();\n}\n");
  std::string output =
      "example.cpp:16:3: warning: coroutine 'work' is never awaited; it never runs and its frame "
      "leaks [async-unawaited-coroutine]\n"
      "   16 |   work();\n"
      "      |   ^\n"
      "      |   co_await\n";
  EXPECT_EQ(pageVerdict(pageStart + bad + fenced("text", output) + good + pageEnd), "");
  EXPECT_THAT(pageVerdict(pageStart + bad + fenced("text", "nothing\n") + good + pageEnd),
              AllOf(HasSubstr(output), HasSubstr("not\n\nnothing")));
  EXPECT_THAT(pageVerdict(pageStart + bad + fenced("text", output) + bad + pageEnd),
              HasSubstr("the block is not clean"));
}

} // namespace
} // namespace asynctidy::test
