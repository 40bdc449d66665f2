// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/SarifReport.h"

#include "Sample.h"

namespace asynctidy::report {
namespace {

llvm::json::Value sarif(const Report &report, SourceFiles &files) {
  std::string text = printed([&](llvm::raw_ostream &stream) { writeSarif(report, files, stream); });
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  EXPECT_TRUE(bool(value)) << text;
  return value ? std::move(*value) : llvm::json::Value(nullptr);
}

TEST(SarifReport, run) {
  SourceFiles files;
  Report report = sample(files);
  llvm::json::Value root = sarif(report, files);
  EXPECT_EQ(textAt(root, "version"), "2.1.0");
  EXPECT_EQ(textAt(root, "runs.0.tool.driver.name"), "asynctidy");
  EXPECT_EQ(textAt(root, "runs.0.originalUriBaseIds.SRCROOT.uri"), "file:///src/");
  EXPECT_EQ(textAt(root, "runs.0.automationDetails.id"), "asynctidy/");
  EXPECT_TRUE(at(root, "runs.0.invocations.0.executionSuccessful")->getAsBoolean().value());
}

TEST(SarifReport, rules) {
  SourceFiles files;
  Report report = sample(files);
  llvm::json::Value root = sarif(report, files);
  EXPECT_EQ(textAt(root, "runs.0.tool.driver.rules.0.defaultConfiguration.level"), "note");
  EXPECT_EQ(textAt(root, "runs.0.tool.driver.rules.1.id"), "async-unawaited");
  EXPECT_EQ(textAt(root, "runs.0.tool.driver.rules.1.help.markdown"), "# Page\n");
  EXPECT_EQ(textAt(root, "runs.0.tool.driver.rules.1.defaultConfiguration.level"), "warning");
}

TEST(SarifReport, result) {
  SourceFiles files;
  Report report = sample(files);
  llvm::json::Value root = sarif(report, files);
  const llvm::json::Value &result = *at(root, "runs.0.results.0");
  EXPECT_EQ(textAt(result, "ruleId"), "async-unawaited");
  EXPECT_EQ(numberAt(result, "ruleIndex"), 1);
  EXPECT_EQ(textAt(result, "level"), "warning");
  const llvm::json::Value &place = *at(result, "locations.0.physicalLocation");
  EXPECT_EQ(textAt(place, "artifactLocation.uri"), "a.cpp");
  EXPECT_EQ(textAt(place, "artifactLocation.uriBaseId"), "SRCROOT");
  EXPECT_EQ(numberAt(place, "region.startLine"), 3);
  EXPECT_EQ(numberAt(place, "region.startColumn"), 11) << "in code points";
  EXPECT_EQ(numberAt(place, "region.byteOffset"), sampleCall);
  EXPECT_EQ(textAt(result, "relatedLocations.0.message.text"), "declared here");
  llvm::StringRef fix = "fixes.0.artifactChanges.0.replacements.0";
  EXPECT_EQ(textAt(result, (fix + ".insertedContent.text").str()), "co_await ");
  EXPECT_EQ(numberAt(result, (fix + ".deletedRegion.byteLength").str()), 0);
  EXPECT_EQ(at(result, "partialFingerprints")->getAsObject()->getString("asynctidy/v1"),
            llvm::StringRef(report.findings[0].fingerprint));
}

TEST(SarifReport, failuresAreNotifications) {
  SourceFiles files;
  Report report = sample(files);
  report.failures = {{"/elsewhere/b.cpp", {"no such file", {}, {}, {}}, 1}};
  llvm::json::Value root = sarif(report, files);
  EXPECT_FALSE(at(root, "runs.0.invocations.0.executionSuccessful")->getAsBoolean().value());
  const llvm::json::Value &notification =
      *at(root, "runs.0.invocations.0.toolExecutionNotifications.0");
  EXPECT_EQ(textAt(notification, "message.text"),
            "/elsewhere/b.cpp could not be parsed: no such file");
  EXPECT_EQ(textAt(notification, "locations.0.physicalLocation.artifactLocation.uri"),
            "file:///elsewhere/b.cpp");
}

TEST(SarifReport, appliedFixIsNoProposal) {
  SourceFiles files;
  Report report = sample(files);
  report.findings[0].fixed = true;
  llvm::json::Value root = sarif(report, files);
  EXPECT_EQ(at(root, "runs.0.results.0")->getAsObject()->get("fixes"), nullptr);
}

} // namespace
} // namespace asynctidy::report
