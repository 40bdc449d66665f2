// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Fixture.h"

#include "harness/Directive.h"

#include <clang/Lex/Lexer.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FormatVariadic.h>
#include <llvm/Support/Path.h>

#include <optional>

namespace asynctidy::test {
namespace {

/// Tells comments from code, and hands each comment to the line of code it is about.
class Parser {
public:
  explicit Parser(Fixture &fixture) : fixture_(fixture), source_(fixture.source) {
    for (unsigned line = 1; line <= source_.lines(); ++line)
      fixture_.codeEnds.push_back(source_.end(line));
    hasCode_.resize(source_.lines() + 1);
  }

  void run() {
    lex();
    unsigned codeLine = 0; // that a comment below may be about
    bool inHeader = true;
    for (unsigned line = 1; line <= source_.lines(); ++line) {
      auto comment = comments_.find(line);
      if (hasCode_[line]) {
        codeLine = line;
        inHeader = false;
      } else if (comment == comments_.end()) {
        codeLine = 0;
      }
      if (comment != comments_.end())
        take(readComment(comment->second), line, codeLine, inHeader);
    }
    complain();
  }

private:
  void lex() {
    clang::LangOptions language;
    language.CPlusPlus = language.CPlusPlus11 = language.CPlusPlus14 = language.CPlusPlus17 =
        language.CPlusPlus20 = true;
    language.LineComment = true;
    const std::string &text = source_.text();
    clang::Lexer lexer(clang::SourceLocation(), language, text.data(), text.data(),
                       text.data() + text.size());
    lexer.SetCommentRetentionState(true);
    clang::Token token;
    while (!lexer.LexFromRawLexer(token)) {
      unsigned end = lexer.getBufferLocation() - text.data();
      take(token, end - token.getLength(), end);
    }
  }

  void take(const clang::Token &token, unsigned begin, unsigned end) {
    llvm::StringRef spelling = llvm::StringRef(source_.text()).slice(begin, end);
    unsigned line = source_.lineOf(begin);
    if (token.is(clang::tok::comment) && spelling.consume_front("//")) {
      fixture_.codeEnds[line - 1] = begin;
      comments_[line] = spelling.str();
      return;
    }
    if (token.is(clang::tok::comment) &&
        (spelling.contains("expect:") || spelling.contains("known-")))
      problem(line, "expectations are '//' comments");
    for (unsigned each = line; each <= source_.lineOf(end - 1); ++each)
      hasCode_[each] = true;
  }

  void take(const Comment &comment, unsigned line, unsigned codeLine, bool inHeader) {
    if (!comment.problem.empty())
      return problem(line, comment.problem);
    if (!comment.directive)
      return;
    llvm::StringRef name = word(*comment.directive);
    if (comment.argument.empty())
      return problem(line, llvm::formatv("'{0}:' says nothing", name));
    if (isForFile(*comment.directive)) {
      if (!inHeader)
        return problem(line, llvm::formatv("'{0}:' belongs above the first line of code", name));
      // The build reads some of them, by a simple pattern.
      if (!source_.line(line).starts_with(("// " + name + ": ").str()))
        return problem(line, llvm::formatv("a line for the file is written '// {0}: ...'", name));
      return takeForFile(*comment.directive, comment.argument, line);
    }
    if (!codeLine)
      return problem(line, llvm::formatv("'{0}:' is neither on a line of code nor directly below "
                                         "one",
                                         name));
    takeForLine(*comment.directive, comment.argument, line, codeLine);
  }

  void takeForFile(Directive directive, llvm::StringRef argument, unsigned line) {
    llvm::SmallVector<llvm::StringRef> parts;
    llvm::SplitString(argument, parts);
    switch (directive) {
    case Directive::Options:
      for (llvm::StringRef part : parts) {
        auto [key, value] = part.split('=');
        if (!part.contains('=') || key.empty())
          problem(line, llvm::formatv("'{0}' is not KEY=VALUE", part));
        else
          fixture_.options.emplace_back(key, substituted(value));
      }
      return;
    case Directive::Checks:
      for (llvm::StringRef part : parts)
        if (checkName(part, line))
          fixture_.checks.push_back(part.str());
      return;
    case Directive::Flags:
      for (llvm::StringRef part : parts)
        fixture_.flags.push_back(substituted(part));
      return;
    case Directive::Runtime:
      fixture_.runtime.push_back(argument.str());
      return;
    case Directive::Needs:
      for (llvm::StringRef part : parts)
        fixture_.needs.push_back(part.str());
      return;
    case Directive::Errors:
      fixture_.errorsAllowed = argument == "allowed";
      if (!fixture_.errorsAllowed)
        problem(line, "'errors:' is followed by 'allowed' or left out");
      return;
    default:
      llvm_unreachable("a directive for a line");
    }
  }

  void takeForLine(Directive directive, llvm::StringRef argument, unsigned line,
                   unsigned codeLine) {
    switch (directive) {
    case Directive::Expect:
      return expect(Expectation::Kind::Expected, argument, line, codeLine);
    case Directive::KnownMissed:
      return expect(Expectation::Kind::KnownMissed, argument, line, codeLine);
    case Directive::KnownFalse:
      return expect(Expectation::Kind::KnownFalse, argument, line, codeLine);
    case Directive::Note:
      if (fixture_.expectations.empty() || fixture_.expectations.back().line != codeLine)
        problem(line, "'note:' without an 'expect:' above it");
      else if (fixture_.expectations.back().kind == Expectation::Kind::KnownMissed)
        problem(line, "a missed diagnostic has no notes");
      else
        fixture_.expectations.back().notes.push_back(argument.str());
      return;
    case Directive::Fix:
      fixture_.fixes[codeLine].push_back(argument.str());
      return;
    default:
      llvm_unreachable("a directive for the file");
    }
  }

  void expect(Expectation::Kind kind, llvm::StringRef argument, unsigned line, unsigned codeLine) {
    auto [check, message] = argument.split(": ");
    message = message.trim();
    if (!checkName(check, line))
      return;
    if (message.empty())
      return problem(line, llvm::formatv("'{0}:' is followed by a part of its message", check));
    fixture_.expectations.push_back({kind, codeLine, line, check.str(), message.str(), {}});
  }

  bool checkName(llvm::StringRef name, unsigned line) {
    bool isName = name.starts_with("async-") &&
                  llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || c == '-'; });
    if (!isName)
      problem(line, llvm::formatv("'{0}' is no check's name; 'async-...'?", name));
    return isName;
  }

  /// %S is the fixture's folder.
  std::string substituted(llvm::StringRef value) const {
    auto [before, after] = value.split("%S");
    if (before.size() == value.size())
      return value.str();
    return (before + llvm::sys::path::parent_path(fixture_.path) + after).str();
  }

  /// What only the whole file shows.
  void complain() {
    for (const auto &[codeLine, lines] : fixture_.fixes) {
      auto reported = [line = codeLine](const Expectation &each) {
        return each.line == line && each.kind != Expectation::Kind::KnownMissed;
      };
      if (llvm::none_of(fixture_.expectations, reported))
        problem(codeLine, "'fix:' without an 'expect:' on the same line of code");
    }
    if (fixture_.runtime.size() > 1 && llvm::is_contained(fixture_.runtime, "none"))
      problem(1, "'runtime: none' next to a report that is expected");
  }

  void problem(unsigned line, std::string text) {
    fixture_.problems.push_back({line, std::move(text)});
  }

  Fixture &fixture_;
  const SourceText &source_;
  std::map<unsigned, std::string> comments_;
  std::vector<bool> hasCode_;
};

} // namespace

unsigned Fixture::count(Expectation::Kind kind) const {
  return llvm::count_if(expectations, [&](const auto &each) { return each.kind == kind; });
}

Fixture parseFixture(std::string path, std::string text) {
  Fixture fixture(std::move(path), std::move(text));
  llvm::StringRef folder = llvm::sys::path::parent_path(fixture.path);
  fixture.ownCheck = ("async-" + llvm::sys::path::filename(folder)).str();
  Parser(fixture).run();
  return fixture;
}

} // namespace asynctidy::test
