// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/TextReport.h"

#include "Sample.h"

namespace asynctidy::report {
namespace {

std::string text(const Report &report, SourceFiles &files, bool color = false) {
  return printed([&](llvm::raw_ostream &stream) { writeText(report, files, color, stream); });
}

TEST(TextReport, looksLikeClangTidy) {
  SourceFiles files;
  Report report = sample(files);
  EXPECT_EQ(text(report, files), "/src/a.cpp:3:12: warning: never runs [async-unawaited]\n"
                                 "    3 |   /* é */ f();\n"
                                 "      |           ^~~\n"
                                 "      |           co_await \n"
                                 "/src/a.cpp:1:8: note: declared here\n"
                                 "    1 | task<> f();\n"
                                 "      |        ^\n");
}

TEST(TextReport, saysWhatIsAnErrorAndWhatWasFixed) {
  SourceFiles files;
  Report report = sample(files);
  report.findings[0].severity = Severity::Error;
  report.findings[0].fixed = true;
  std::string result = text(report, files);
  EXPECT_NE(result.find("error: never runs [async-unawaited,-warnings-as-errors]"),
            std::string::npos);
  EXPECT_NE(result.find("3:12: note: FIX-IT applied suggested code changes"), std::string::npos);
}

TEST(TextReport, unreadableFileStillHasItsMessage) {
  SourceFiles files;
  Report report;
  Finding finding;
  finding.check = "async-x";
  finding.message = message("gone", 3, "/no/such/file.cpp");
  report.findings = {finding};
  merge(report, files);
  EXPECT_EQ(text(report, files), "warning: gone [async-x]\n");
}

TEST(TextReport, failuresOnce) {
  SourceFiles files;
  files.add("/src/a.cpp", sampleText);
  Report report;
  report.failures = {{"/src/b.cpp", message("'x.h' file not found", 0), 2},
                     {"/src/a.cpp", message("'x.h' file not found", 0), 2}};
  merge(report, files);
  std::string result = text(report, files);
  llvm::StringRef rest = result;
  EXPECT_EQ(rest.count("1:1: error: 'x.h' file not found [clang-diagnostic-error]"), 1u) << result;
}

TEST(TextReport, colorOnlyOnRequest) {
  SourceFiles files;
  Report report = sample(files);
  EXPECT_EQ(text(report, files).find('\033'), std::string::npos);
  EXPECT_NE(text(report, files, /*color=*/true).find('\033'), std::string::npos);
}

} // namespace
} // namespace asynctidy::report
