// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

/// Whether f(), which passes its variable `t` on in `body`, is left with all there is to do: no
/// callee does more than read it.
bool onlyLooks(const std::string &functions, const std::string &body) {
  Analysed code("struct Box { int n; void close(); bool open() const; };\n" + functions +
                "\nvoid f(Box t) {" + body + "}\n");
  const flow::Function &function = code.function("f");
  flow::Mentions mentions(*function.body);
  auto harmless = [](const flow::Mention &use) {
    return use.how == flow::How::Read || use.how == flow::How::Ignored;
  };
  return llvm::all_of(mentions.all(), [&](const flow::Mention &mention) {
    return code.unit().parameters().onlyLooks(mention, harmless);
  });
}

TEST(Parameters, ABodyThatOnlyReadsLeavesItAlone) {
  EXPECT_TRUE(onlyLooks("int look(const Box &b) { return b.n; }", "look(t);"));
  EXPECT_TRUE(onlyLooks("void ignore(Box &) {}", "ignore(t);"));
  EXPECT_FALSE(onlyLooks("void close(Box &b) { b.close(); }", "close(t);"));
}

TEST(Parameters, AnUnknownBodyMayDoAnything) {
  EXPECT_FALSE(onlyLooks("void close(Box &b);", "close(t);"));
}

TEST(Parameters, AnOverrideMayComeInstead) {
  std::string classes = "struct Base { virtual void look(Box &) {} } base;";
  EXPECT_FALSE(onlyLooks(classes, "base.look(t);"));
  EXPECT_TRUE(onlyLooks("struct Only { void look(Box &) {} } only;", "only.look(t);"));
}

TEST(Parameters, CallsAreFollowed) {
  std::string chain = "void last(Box &b) { (void)b.n; } void first(Box &b) { last(b); }";
  EXPECT_TRUE(onlyLooks(chain, "first(t);"));
  std::string closing = "void last(Box &b) { b.close(); } void first(Box &b) { last(b); }";
  EXPECT_FALSE(onlyLooks(closing, "first(t);"));
}

TEST(Parameters, RecursionEnds) {
  EXPECT_TRUE(onlyLooks("void again(Box &b) { int n = b.n; if (n) again(b); }", "again(t);"));
  std::string both = "void pong(Box &b); void ping(Box &b) { pong(b); } "
                     "void pong(Box &b) { int n = b.n; if (n) ping(b); }";
  EXPECT_TRUE(onlyLooks(both, "ping(t);"));
}

TEST(Parameters, WhatIsMovedInBelongsToTheCallee) {
  EXPECT_FALSE(onlyLooks("namespace std { template <class T> T &&move(T &t) { return (T &&)t; } } "
                         "void take(Box) {}",
                         "take(std::move(t));"));
}

} // namespace
} // namespace asynctidy::test
