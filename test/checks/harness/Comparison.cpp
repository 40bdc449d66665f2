// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Comparison.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FormatVariadic.h>

#include <set>

namespace asynctidy::test {
namespace {

using Kind = Expectation::Kind;

bool isAbout(const Expectation &expectation, const Finding &finding) {
  return expectation.line == finding.line && expectation.check == finding.check &&
         llvm::StringRef(finding.message).contains(expectation.message);
}

/// Pairs expectations with findings so that as many as possible have a partner.
class Matching {
public:
  Matching(const std::vector<Expectation> &expectations, const std::vector<Finding> &findings)
      : expectations_(expectations), findings_(findings), partners_(findings.size(), none) {
    for (unsigned i = 0; i < expectations.size(); ++i)
      if (expectations[i].kind != Kind::KnownMissed) {
        std::vector<bool> tried(findings.size());
        assign(i, tried);
      }
  }

  static constexpr unsigned none = -1;
  /// The expectation that the finding meets, or none.
  unsigned expectationOf(unsigned finding) const { return partners_[finding]; }
  /// The finding that meets the expectation, or none.
  unsigned findingOf(unsigned expectation) const {
    auto found = llvm::find(partners_, expectation);
    return found == partners_.end() ? none : found - partners_.begin();
  }

private:
  bool assign(unsigned expectation, std::vector<bool> &tried) {
    for (unsigned i = 0; i < findings_.size(); ++i) {
      if (tried[i] || !isAbout(expectations_[expectation], findings_[i]))
        continue;
      tried[i] = true;
      if (partners_[i] == none || assign(partners_[i], tried)) {
        partners_[i] = expectation;
        return true;
      }
    }
    return false;
  }

  const std::vector<Expectation> &expectations_;
  const std::vector<Finding> &findings_;
  std::vector<unsigned> partners_;
};

std::string unexpected(const Finding &finding) {
  return llvm::formatv("+ found     {0}: {1}", finding.check, finding.message);
}

bool counts(const Fixture &fixture, const Finding &finding) {
  return !fixture.errorsAllowed || !llvm::StringRef(finding.check).starts_with("clang-diagnostic-");
}

/// The lines that the fixes of \p finding change.
std::set<unsigned> changedLines(const Fixture &fixture, const Finding &finding) {
  std::set<unsigned> lines;
  for (const clang::tooling::Replacement &each : finding.fix)
    for (unsigned line = fixture.source.lineOf(each.getOffset());
         line <= fixture.source.lineOf(each.getOffset() + each.getLength()); ++line)
      lines.insert(line);
  return lines;
}

/// Non-empty lines, trimmed.
void appendTrimmed(std::vector<std::string> &lines, llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef> parts;
  text.split(parts, '\n');
  for (llvm::StringRef part : parts)
    if (!part.trim().empty())
      lines.push_back(part.trim().str());
}

} // namespace

std::vector<Mismatch> compareFindings(const Fixture &fixture,
                                      const std::vector<Finding> &findings) {
  std::vector<Mismatch> mismatches;
  Matching matching(fixture.expectations, findings);
  for (unsigned i = 0; i < fixture.expectations.size(); ++i) {
    const Expectation &expectation = fixture.expectations[i];
    if (expectation.kind == Kind::KnownMissed)
      continue;
    unsigned finding = matching.findingOf(i);
    if (finding == Matching::none) {
      mismatches.push_back(
          {expectation.line,
           llvm::formatv("- expected  {0}: {1}", expectation.check, expectation.message)});
      if (expectation.kind == Kind::KnownFalse)
        mismatches.back().text += "\n  (a known false alarm is gone: remove 'known-false:')";
      continue;
    }
    for (const std::string &note : expectation.notes)
      if (llvm::none_of(findings[finding].notes,
                        [&](llvm::StringRef found) { return found.contains(note); })) {
        mismatches.push_back({expectation.line, "- expected  note: " + note});
        for (const std::string &found : findings[finding].notes)
          mismatches.push_back({expectation.line, "+ found     note: " + found});
      }
  }
  for (unsigned i = 0; i < findings.size(); ++i) {
    const Finding &finding = findings[i];
    if (matching.expectationOf(i) != Matching::none || !counts(fixture, finding))
      continue;
    mismatches.push_back({finding.line, unexpected(finding)});
    if (llvm::any_of(fixture.expectations, [&](const Expectation &each) {
          return each.kind == Kind::KnownMissed && isAbout(each, finding);
        }))
      mismatches.back().text += "\n  (no longer missed: write 'expect:' for 'known-missed:')";
  }
  return mismatches;
}

std::vector<Mismatch> compareFixes(const Fixture &fixture, const std::vector<Finding> &findings,
                                   const Fixes &fixes) {
  std::map<unsigned, std::set<unsigned>> changed;
  for (const Finding &finding : findings)
    if (!finding.fix.empty())
      changed[finding.line].merge(changedLines(fixture, finding));
  std::vector<Mismatch> mismatches;
  for (const auto &[flagged, lines] : changed) {
    std::vector<std::string> found;
    for (unsigned line : lines)
      appendTrimmed(found, fixes.between(fixture.source.start(line), fixture.codeEnds[line - 1]));
    if (found.empty())
      found.push_back("(nothing)");
    auto expected = fixture.fixes.find(flagged);
    if (expected != fixture.fixes.end() && expected->second == found)
      continue;
    if (expected != fixture.fixes.end())
      for (const std::string &line : expected->second)
        mismatches.push_back({flagged, "- expected  fix: " + line});
    for (const std::string &line : found)
      mismatches.push_back({flagged, "+ found     fix: " + line});
  }
  for (const auto &[flagged, lines] : fixture.fixes)
    if (!changed.contains(flagged))
      mismatches.push_back({flagged, "- expected  fix: " + llvm::join(lines, "\n  ") +
                                         "\n  (no diagnostic on this line has a fix)"});
  return mismatches;
}

std::vector<Mismatch> compareAfterFixes(const Fixture &fixture, const std::vector<Finding> &before,
                                        const std::vector<Finding> &after, const Fixes &fixes) {
  using Place = std::pair<unsigned, std::string>;
  std::multimap<Place, const Finding *> expected;
  for (const Finding &finding : before)
    if (finding.fix.empty() && counts(fixture, finding))
      expected.insert({{fixes.lineAfter(finding.offset), finding.check}, &finding});
  std::vector<Mismatch> mismatches;
  for (const Finding &finding : after) {
    if (!counts(fixture, finding))
      continue;
    auto found = expected.find({finding.line, finding.check});
    if (found != expected.end())
      expected.erase(found);
    else
      mismatches.push_back({finding.line, unexpected(finding)});
  }
  for (const auto &[place, finding] : expected)
    mismatches.push_back(
        {place.first, llvm::formatv("- gone      {0}: {1}", finding->check, finding->message)});
  return mismatches;
}

std::string describe(const std::vector<Mismatch> &mismatches, const SourceText &source) {
  std::map<unsigned, std::vector<llvm::StringRef>> byLine;
  for (const Mismatch &mismatch : mismatches)
    byLine[mismatch.line].push_back(mismatch.text);
  std::string text;
  for (const auto &[line, texts] : byLine) {
    if (line)
      text += llvm::formatv("{0,5} | {1}\n", line, source.line(line));
    for (llvm::StringRef each : texts) {
      llvm::SmallVector<llvm::StringRef> parts;
      each.split(parts, '\n');
      for (llvm::StringRef part : parts)
        text += ("      | " + part + "\n").str();
    }
  }
  return text;
}

} // namespace asynctidy::test
