// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <aio/bytes.h>

#include <sstream>
#include <string_view>

namespace {

using aio::Bytes;
using aio::BytesView;

TEST(BytesTest, AreMadeFromWhatHasCharacters) {
  EXPECT_EQ(BytesView("abc").size(), 3u);
  EXPECT_EQ(BytesView("abc\0d", 5).size(), 5u);
  EXPECT_EQ(BytesView(std::string("abc\0d", 5)).size(), 5u);
  EXPECT_EQ(BytesView(std::vector<char>{'a', 'b'}), "ab");
  EXPECT_TRUE(BytesView().empty());
  EXPECT_TRUE(Bytes("").empty());
  EXPECT_EQ(Bytes("abc")[1], 'b');
}

TEST(BytesTest, OwnWhatTheyShow) {
  Bytes copy;
  {
    std::string source = "first";
    const Bytes bytes = source;
    source = "other";
    copy = bytes;
    EXPECT_EQ(copy.data(), bytes.data()) << "copies share";
  }
  EXPECT_EQ(copy, "first");
}

TEST(BytesTest, BecomeStrings) {
  const Bytes bytes = "abc";
  const std::string string = bytes;
  const std::string_view view = bytes;
  EXPECT_EQ(string, "abc");
  EXPECT_EQ(view, "abc");
  EXPECT_EQ(std::string(bytes), "abc");
  EXPECT_EQ(std::vector<char>(bytes.begin(), bytes.end()).size(), 3u);
}

TEST(BytesTest, CompareWithAllOfThem) {
  const Bytes bytes = "abc";
  EXPECT_TRUE(bytes == Bytes(std::string("abc")));
  EXPECT_TRUE(bytes == BytesView("abc"));
  EXPECT_TRUE(bytes == "abc");
  EXPECT_TRUE("abc" == bytes);
  EXPECT_TRUE(bytes == std::string("abc"));
  EXPECT_TRUE(std::string("abc") == bytes);
  EXPECT_TRUE(bytes == std::string_view("abc"));
  EXPECT_TRUE(std::string_view("abc") == bytes);
  EXPECT_TRUE(bytes != "abd");
  EXPECT_TRUE(bytes != "ab");
  EXPECT_TRUE(bytes != Bytes());
  EXPECT_TRUE(Bytes() == "");
}

TEST(BytesTest, ArePrintedAsTheyAre) {
  std::ostringstream stream;
  stream << Bytes("abc") << BytesView("d");
  EXPECT_EQ(stream.str(), "abcd");
}

TEST(BytesTest, AreJoined) {
  aio::detail::BytesJoiner joiner;
  EXPECT_TRUE(joiner.view().empty());
  joiner.add("ab");
  joiner.add(std::string("c"));
  EXPECT_EQ(joiner.view(), "abc");
}

} // namespace
