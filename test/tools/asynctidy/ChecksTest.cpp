// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Checks.h"

#include <gtest/gtest.h>

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral never = ",-clang-analyzer-*,-clang-diagnostic-*";

TEST(Checks, everythingUnlessSomethingOfOursIsChosen) {
  for (llvm::StringRef list : {"", "-*", "-*,bugprone-*", "clang-analyzer-*,-llvm-*"})
    EXPECT_EQ(selectOurs(list), ("-*,async-*" + never).str()) << list.str();
}

TEST(Checks, switchedOffByName) {
  EXPECT_EQ(selectOurs("-*,bugprone-*,-async-blocking-call"),
            ("-*,async-*,-async-blocking-call" + never).str());
}

TEST(Checks, orderAndExactNamesAreKept) {
  // An exact name switches a check of a higher tier on.
  EXPECT_EQ(selectOurs("-*,async-*,\n bugprone-x , -async-blocking-*,async-blocking-call"),
            ("-*,-*,async-*,-async-blocking-*,async-blocking-call" + never).str());
}

TEST(Checks, nothingIsKeptNothing) {
  EXPECT_EQ(selectOurs("-async-*"), ("-*,async-*,-async-*" + never).str());
}

} // namespace
} // namespace asynctidy::driver
