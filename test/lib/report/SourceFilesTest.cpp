// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Sample.h"

namespace asynctidy::report {
namespace {

TEST(SourceFiles, countsFromOneInBytes) {
  SourceFiles files;
  files.add("a", "ab\ncd\n");
  Position position = files.position("a", 4);
  EXPECT_EQ(position.line, 2u);
  EXPECT_EQ(position.column, 2u);
  EXPECT_EQ(files.position("a", 6).line, 3u) << "the end of the text is a position";
  EXPECT_EQ(files.position("a", 7).line, 0u) << "what is beyond is none";
  EXPECT_EQ(files.position("/no/such/file", 0).line, 0u);
}

TEST(SourceFiles, linesHaveNoEnd) {
  SourceFiles files;
  files.add("a", "ab\r\ncd");
  EXPECT_EQ(files.line("a", 1), "ab");
  EXPECT_EQ(files.line("a", 2), "cd");
  EXPECT_EQ(files.line("a", 3), "");
  EXPECT_EQ(files.line("a", 0), "");
}

TEST(SourceFiles, countsCodePoints) {
  SourceFiles files;
  files.add("a", sampleText);
  EXPECT_EQ(files.position("a", sampleCall).column, 12u);
  EXPECT_EQ(files.codePointColumn("a", files.position("a", sampleCall)), 11u);
}

TEST(SourceFiles, placeCoversItsTokenOrTheHighlightThere) {
  SourceFiles files;
  files.add("/src/a.cpp", sampleText);
  Message plain = message("", 0);
  files.locate(plain);
  EXPECT_EQ(plain.place.length, 4u) << "'task'";
  Message highlighted = message("", 0);
  highlighted.highlights = {{"/src/a.cpp", 0, 6, {}, {}}};
  files.locate(highlighted);
  EXPECT_EQ(highlighted.place.length, 6u);
  EXPECT_EQ(highlighted.place.end.column, 7u);
}

TEST(SourceFiles, messageWithoutFileStaysWithout) {
  SourceFiles files;
  Message nowhere;
  files.locate(nowhere);
  EXPECT_EQ(nowhere.place.begin.line, 0u);
}

} // namespace
} // namespace asynctidy::report
