// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/JsonReport.h"

#include "Sample.h"

namespace asynctidy::report {
namespace {

llvm::json::Value json(const Report &report) {
  std::string text = printed([&](llvm::raw_ostream &stream) { writeJson(report, stream); });
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  EXPECT_TRUE(bool(value)) << text;
  return value ? std::move(*value) : llvm::json::Value(nullptr);
}

TEST(JsonReport, finding) {
  SourceFiles files;
  Report report = sample(files);
  llvm::json::Value root = json(report);
  EXPECT_EQ(numberAt(root, "schemaVersion"), 1);
  EXPECT_EQ(textAt(root, "tool.version"), "1.2.3");
  EXPECT_EQ(textAt(root, "findings.0.check"), "async-unawaited");
  EXPECT_EQ(textAt(root, "findings.0.tier"), "default");
  EXPECT_EQ(textAt(root, "findings.0.severity"), "warning");
  EXPECT_EQ(textAt(root, "findings.0.file"), "a.cpp");
  EXPECT_EQ(numberAt(root, "findings.0.range.start.line"), 3);
  EXPECT_EQ(numberAt(root, "findings.0.range.start.column"), 12);
  EXPECT_EQ(numberAt(root, "findings.0.range.start.offset"), sampleCall);
  EXPECT_EQ(numberAt(root, "findings.0.range.end.column"), 15);
  EXPECT_EQ(textAt(root, "findings.0.notes.0.message"), "declared here");
  EXPECT_EQ(numberAt(root, "findings.0.notes.0.range.start.line"), 1);
  EXPECT_EQ(numberAt(root, "findings.0.fixes.0.replacements.0.offset"), sampleCall);
  EXPECT_EQ(numberAt(root, "findings.0.fixes.0.replacements.0.length"), 0);
  EXPECT_EQ(textAt(root, "findings.0.fixes.0.replacements.0.text"), "co_await ");
}

TEST(JsonReport, fixesOfNotesAreAlternatives) {
  SourceFiles files;
  Report report = sample(files);
  report.findings[0].notes[0].fix = {replacement(0, 0, "[[nodiscard]] ")};
  llvm::json::Value root = json(report);
  EXPECT_EQ(at(root, "findings.0.fixes")->getAsArray()->size(), 2u);
  EXPECT_EQ(textAt(root, "findings.0.fixes.1.description"), "declared here");
}

TEST(JsonReport, failure) {
  SourceFiles files;
  Report report = sample(files);
  report.failures = {{"/src/b.cpp", {"no such file", {}, {}, {}}, 1}};
  llvm::json::Value root = json(report);
  EXPECT_EQ(textAt(root, "failures.0.unit"), "b.cpp");
  EXPECT_EQ(textAt(root, "failures.0.first.message"), "no such file");
  EXPECT_EQ(at(root, "failures.0.first")->getAsObject()->get("file"), nullptr);
}

TEST(JsonReport, bytesThatAreNoUtf8AreReplaced) {
  SourceFiles files;
  Report report = sample(files);
  report.findings[0].message.text = "caf\xE9";
  EXPECT_EQ(textAt(json(report), "findings.0.message"), "caf\xEF\xBF\xBD");
}

} // namespace
} // namespace asynctidy::report
