// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Suspension.h"
#include "support/Snippet.h"

#include <gtest/gtest.h>

namespace asynctidy::coro {
namespace {

using test::Snippet;

/// The written suspensions of `f`, as source text.
std::vector<std::string> suspensions(const char *code, const char *function = "f") {
  Snippet snippet(code);
  std::vector<std::string> texts;
  forEachSuspension(*writtenBody(snippet.function(function)), [&](const clang::Expr &suspension) {
    texts.push_back(snippet.text(suspension));
    return true;
  });
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Suspension, ImplicitOnesDoNotCount) {
  EXPECT_EQ(suspensions("test::Task<> f() { co_return; }"), Texts());
}

} // namespace
} // namespace asynctidy::coro
