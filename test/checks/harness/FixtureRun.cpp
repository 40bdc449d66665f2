// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/FixtureRun.h"

#include "harness/Comparison.h"
#include "tidy/CheckInfo.h"
#include "tidy/Session.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/FormatVariadic.h>

namespace asynctidy::test {
namespace {

/// clang-tidy ignores unknown names in silence.
bool isOption(llvm::StringRef key) {
  static const llvm::StringSet<> known = clang::tidy::getAllChecksAndOptions().Options;
  return known.contains(key) || key == tidy::SharedOptions::modelsKey ||
         key == tidy::SharedOptions::tierKey;
}

std::vector<Mismatch> problems(const Fixture &fixture) {
  std::vector<Mismatch> result;
  for (const Problem &each : fixture.problems)
    result.push_back({each.line, "! " + each.text});
  auto lookUp = [&](unsigned line, const std::string &name) {
    if (!tidy::findCheck(name))
      result.push_back({line, llvm::formatv("! there is no check '{0}'", name)});
  };
  if (!fixture.ownCheck.empty())
    lookUp(0, fixture.ownCheck);
  if (!fixture.ownCheck.empty() && !fixture.needs.empty())
    result.push_back({1, "! 'needs:' is for the shared fixtures of test/models"});
  for (const std::string &each : fixture.checks)
    lookUp(1, each);
  for (const Expectation &each : fixture.expectations)
    lookUp(each.writtenAt, each.check);
  for (const auto &[key, value] : fixture.options)
    if (!isOption(key))
      result.push_back({1, llvm::formatv("! there is no option '{0}'", key)});
  return result;
}

bool hasFixes(const std::vector<Finding> &findings) {
  return llvm::any_of(findings, [](const Finding &each) { return !each.fix.empty(); });
}

} // namespace

Setup setupOf(const Fixture &fixture) {
  Setup setup{"-*,async-*", {}, fixture.flags};
  if (!fixture.ownCheck.empty())
    setup.checks += "," + fixture.ownCheck;
  for (const std::string &check : fixture.checks)
    setup.checks += "," + check;
  for (const auto &[key, value] : fixture.options)
    setup.options[key] = value;
  return setup;
}

std::string check(const Fixture &fixture, const std::vector<Finding> &found) {
  std::vector<Mismatch> mismatches = compareFindings(fixture, found);
  auto fixes = Fixes::apply(fixture.path, fixture.source, found);
  if (!fixes)
    return describe(mismatches, fixture.source) +
           "the fixes cannot be applied together: " + llvm::toString(fixes.takeError()) + "\n";
  llvm::append_range(mismatches, compareFixes(fixture, found, *fixes));
  return describe(mismatches, fixture.source);
}

std::string check(const Fixture &fixture, const Analyzer &analyzer) {
  if (auto found = problems(fixture); !found.empty())
    return "the fixture is malformed:\n" + describe(found, fixture.source);
  Setup setup = setupOf(fixture);
  std::vector<Finding> before = analyzer(fixture.path, fixture.source.text(), setup);
  std::string failure = check(fixture, before);
  auto fixes = Fixes::apply(fixture.path, fixture.source, before);
  if (!fixes)
    llvm::consumeError(fixes.takeError()); // said already
  if (!fixes || !hasFixes(before))
    return failure;
  std::vector<Finding> after = analyzer(fixture.path, fixes->fixed().text(), setup);
  if (auto changed = compareAfterFixes(fixture, before, after, *fixes); !changed.empty())
    failure += "after all fixes:\n" + describe(changed, fixes->fixed());
  return failure;
}

} // namespace asynctidy::test
