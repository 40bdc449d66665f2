// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Sample.h"

#include "report/Paths.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace asynctidy::report {
namespace {

Finding finding(std::string check, unsigned offset, std::string text = "m") {
  Finding result;
  result.check = std::move(check);
  result.message = message(std::move(text), offset);
  return result;
}

std::vector<std::string> fingerprints(llvm::StringRef text, std::vector<unsigned> offsets) {
  SourceFiles files;
  files.add("/src/a.cpp", text);
  Report report;
  report.root = "/src";
  for (unsigned offset : offsets)
    report.findings.push_back(finding("async-x", offset));
  merge(report, files);
  std::vector<std::string> result;
  for (const Finding &each : report.findings)
    result.push_back(each.fingerprint);
  return result;
}

TEST(Merge, sortsByPlaceThenCheck) {
  SourceFiles files;
  files.add("/src/a.cpp", sampleText);
  Report report;
  report.findings = {finding("async-b", 20), finding("async-a", 20), finding("async-z", 1)};
  merge(report, files);
  ASSERT_EQ(report.findings.size(), 3u);
  EXPECT_EQ(report.findings[0].check, "async-z");
  EXPECT_EQ(report.findings[1].check, "async-a");
  EXPECT_EQ(report.findings[2].check, "async-b");
}

TEST(Merge, saysOnceWhatTwoUnitsSay) {
  SourceFiles files;
  Report report;
  report.findings = {finding("async-a", 1), finding("async-a", 1), finding("async-a", 1, "other")};
  merge(report, files);
  EXPECT_EQ(report.findings.size(), 2u);
}

TEST(Fingerprint, ignoresLineNumbersAndWhiteSpace) {
  auto before = fingerprints("int a;\n  f();\n", {9});
  auto after = fingerprints("int a;\nint b;\n\n\tf();  \n", {16});
  ASSERT_EQ(before.size(), 1u);
  EXPECT_EQ(before, after);
  EXPECT_EQ(before[0].size(), 32u);
}

TEST(Fingerprint, tellsEqualLinesApartByTheirCount) {
  auto both = fingerprints("f();\nf();\n", {0, 5});
  ASSERT_EQ(both.size(), 2u);
  EXPECT_NE(both[0], both[1]);
  EXPECT_EQ(both[0], fingerprints("f();\n", {0})[0]);
}

TEST(Fingerprint, dependsOnTheText) {
  EXPECT_NE(fingerprints("f();\n", {0}), fingerprints("g();\n", {0}));
}

TEST(Paths, relativeOnlyBelowTheRoot) {
  EXPECT_EQ(relativeTo("/src", "/src/a/b.cpp"), "a/b.cpp");
  EXPECT_EQ(relativeTo("/src/", "/src/a.cpp"), "a.cpp");
  EXPECT_EQ(relativeTo("/", "/a.cpp"), "a.cpp");
  EXPECT_EQ(relativeTo("/src", "/srcs/a.cpp"), "/srcs/a.cpp");
  EXPECT_EQ(relativeTo("/src", "/other/a.cpp"), "/other/a.cpp");
}

TEST(Paths, uriEscapes) {
  EXPECT_EQ(uriOf("/a b/ü#?%.cpp"), "file:///a%20b/%C3%BC%23%3F%25.cpp");
  EXPECT_EQ(uriOf("a/b.cpp"), "a/b.cpp");
}

class WriteAtomically : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("report", directory_));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(directory_); }

  std::string path(llvm::StringRef name) const { return (directory_ + "/" + name).str(); }
  std::string content(llvm::StringRef name) const {
    auto buffer = llvm::MemoryBuffer::getFile(path(name));
    return buffer ? (*buffer)->getBuffer().str() : "missing";
  }
  unsigned entries() const {
    std::error_code error;
    unsigned count = 0;
    for (llvm::sys::fs::directory_iterator each(directory_, error), end; each != end;
         each.increment(error))
      ++count;
    return count;
  }

  llvm::SmallString<128> directory_;
};

TEST_F(WriteAtomically, createsAndReplaces) {
  EXPECT_EQ(writeAtomically(path("a"), "one"), "");
  EXPECT_EQ(writeAtomically(path("a"), "two"), "");
  EXPECT_EQ(content("a"), "two");
  EXPECT_EQ(entries(), 1u) << "no temporary file is left";
}

TEST_F(WriteAtomically, keepsPermissionsAndLinks) {
  ASSERT_EQ(writeAtomically(path("a"), "one"), "");
  auto mode = llvm::sys::fs::perms(0640);
  ASSERT_FALSE(llvm::sys::fs::setPermissions(path("a"), mode));
  ASSERT_FALSE(llvm::sys::fs::create_link("a", path("link")));
  EXPECT_EQ(writeAtomically(path("link"), "two"), "");
  EXPECT_EQ(content("a"), "two");
  EXPECT_TRUE(llvm::sys::fs::is_symlink_file(path("link")));
  EXPECT_EQ(llvm::sys::fs::getPermissions(path("a")).get(), mode);
}

TEST_F(WriteAtomically, failureLeavesNothing) {
  EXPECT_NE(writeAtomically(path("missing/a"), "one"), "");
  EXPECT_NE(writeAtomically(directory_, "one"), "");
  EXPECT_EQ(entries(), 0u);
}

} // namespace
} // namespace asynctidy::report
