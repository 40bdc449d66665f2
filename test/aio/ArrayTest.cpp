// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <list>
#include <memory>
#include <set>

namespace {

using aio::Array;

Array<std::string> letters(char last) {
  Array<std::string> result;
  for (char c = 'a'; c <= last; ++c)
    result.push_back(std::string(20, c));
  return result;
}

TEST(ArrayTest, KeepsWhatIsPushed) {
  Array<std::string> array = letters('j');
  ASSERT_EQ(array.size(), 10U);
  EXPECT_EQ(array[0], std::string(20, 'a'));
  EXPECT_EQ(array[9], std::string(20, 'j'));
  array[0] = "x";
  EXPECT_EQ(*array.begin(), "x");
  EXPECT_TRUE(Array<int>().empty());
  EXPECT_FALSE(array.empty());
}

TEST(ArrayTest, CopiesAndMoves) {
  Array<std::string> array = letters('c');
  Array<std::string> copy = array;
  copy[0] = "changed";
  EXPECT_EQ(array[0], std::string(20, 'a'));
  const Array<std::string> moved = std::move(copy);
  EXPECT_EQ(moved[0], "changed");
  EXPECT_EQ(moved.size(), 3U);
  array = moved;
  EXPECT_EQ(array[0], "changed");
}

TEST(ArrayTest, HoldsWhatOnlyMoves) {
  Array<std::unique_ptr<int>> array;
  for (int i = 0; i < 9; ++i)
    array.push_back(std::make_unique<int>(i));
  int sum = 0;
  for (const std::unique_ptr<int> &number : array)
    sum += *number;
  EXPECT_EQ(sum, 36);
}

TEST(ArrayTest, BecomesAnyContainer) {
  const std::vector<std::string> vector = letters('c');
  EXPECT_EQ(vector.size(), 3U);
  const std::list<std::string> list(letters('d'));
  EXPECT_EQ(list.size(), 4U);
  const auto set = static_cast<std::set<std::string>>(letters('e'));
  EXPECT_EQ(set.size(), 5U);
  EXPECT_EQ((Array<std::string>(vector.begin(), vector.end()).size()), 3U);
}

} // namespace
