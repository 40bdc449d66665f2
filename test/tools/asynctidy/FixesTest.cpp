// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Fixes.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>

#include <gtest/gtest.h>

namespace asynctidy::driver {
namespace {

report::Finding finding(std::vector<report::Replacement> fix) {
  report::Finding result;
  result.message.place.file = "/a.cpp";
  result.message.fix = std::move(fix);
  return result;
}

report::Replacement replace(unsigned offset, unsigned length, std::string text) {
  return {{"/a.cpp", offset, length, {}, {}}, std::move(text)};
}

class Fixes : public testing::Test {
protected:
  std::string plan(llvm::StringRef text) {
    report::SourceFiles files;
    files.add("/a.cpp", text);
    for (report::Finding &each : findings_)
      files.locate(each.message);
    auto style = [](llvm::StringRef) -> llvm::Expected<std::string> { return "none"; };
    auto planned = planFixes(findings_, files, style);
    return planned ? (*planned)["/a.cpp"] : llvm::toString(planned.takeError());
  }

  std::vector<bool> fixed() const {
    std::vector<bool> result;
    for (const report::Finding &each : findings_)
      result.push_back(each.fixed);
    return result;
  }

  std::vector<report::Finding> findings_;
};

TEST_F(Fixes, allOfOneOrNoneOfIt) {
  findings_ = {finding({replace(0, 1, "x")}), finding({replace(0, 2, "y"), replace(4, 1, "z")})};
  EXPECT_EQ(plan("a; b;"), "x; b;");
  EXPECT_EQ(fixed(), (std::vector<bool>{true, false}));
}

TEST_F(Fixes, theSameChangeServesTwo) {
  findings_ = {finding({replace(0, 0, "x ")}), finding({replace(0, 0, "x ")})};
  EXPECT_EQ(plan("a;"), "x a;");
  EXPECT_EQ(fixed(), (std::vector<bool>{true, true}));
}

TEST_F(Fixes, notWhereTheCompilerHasErrors) {
  findings_ = {finding({replace(0, 0, "x ")})};
  findings_[0].inBrokenUnit = true;
  plan("a;");
  EXPECT_EQ(fixed(), std::vector<bool>{false});
}

TEST_F(Fixes, notBeyondTheEnd) {
  findings_ = {finding({replace(9, 0, "x ")})};
  plan("a;");
  EXPECT_EQ(fixed(), std::vector<bool>{false});
}

TEST(WriteFixes, allFilesOrNone) {
  llvm::SmallString<128> directory;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("fixes", directory));
  std::string file = (directory + "/a.cpp").str();
  std::error_code error;
  llvm::raw_fd_ostream(file, error) << "old";
  llvm::Error failed = writeFixes({{file, "new"}, {(directory + "/missing.cpp").str(), "new"}});
  EXPECT_NE(llvm::toString(std::move(failed)).find("no file was changed"), std::string::npos);
  EXPECT_EQ((*llvm::MemoryBuffer::getFile(file))->getBuffer(), "old");
  EXPECT_FALSE(bool(writeFixes({{file, "new"}})));
  EXPECT_EQ((*llvm::MemoryBuffer::getFile(file))->getBuffer(), "new");
  llvm::sys::fs::remove_directories(directory);
}

} // namespace
} // namespace asynctidy::driver
