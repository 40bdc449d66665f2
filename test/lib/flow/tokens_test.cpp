// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Tokens.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The callees in `f(Token token, bool a)` with this body that could be given the token, with
/// "+" for those of which an overload could.
std::vector<std::string> unforwarded(const std::string &body) {
  Analysed code(R"(
struct [[clang::annotate("asynctidy::cancellation_token")]] Token {
  bool wanted() const;
  template <class F> void onStop(F) {}
};
template <class F> struct Callback { Callback(Token, F) {} ~Callback() {} };
template <class F> Callback(Token, F) -> Callback<F>;
struct Options { int times = 0; Token token; };
Token current();
int load(int, Token token = {});
int find(int);
int find(Token, int);
int parse(const char *);
int parse(int, Token);
int ambient(Token token = current());
int read(Options, Token token = {});
int other(int);
void f(Token token, bool a) {)" +
                body + "\n}\n");
  std::vector<std::string> result;
  for (const flow::Unforwarded &each : flow::unforwardedTokens(code.function("f"), code.unit()))
    result.push_back(each.call->callee->getNameAsString() + (each.overload ? "+" : ""));
  return result;
}

TEST(Tokens, AreTakenByDefaultsAndOverloads) {
  EXPECT_THAT(unforwarded("load(1); find(2); other(3);"), ElementsAre("load", "find+"));
  EXPECT_THAT(unforwarded("load(1, token); find(token, 2); load(1, {});"), IsEmpty());
  EXPECT_THAT(unforwarded("parse(\"1\"); ambient();"), IsEmpty());
}

TEST(Tokens, MayGoAnotherWay) {
  EXPECT_THAT(unforwarded("read(Options{1, token}); read({});"), ElementsAre("read"));
  EXPECT_THAT(unforwarded("Options o{1, token}; read(o);"), IsEmpty());
  EXPECT_THAT(unforwarded("Options o; o.token = token; read(o);"), IsEmpty());
  EXPECT_THAT(unforwarded("auto mine = token; load(1, mine); load(2);"), ElementsAre("load"));
}

TEST(Tokens, AreNotMissedWhileACallbackIsAlive) {
  EXPECT_THAT(unforwarded("Callback callback(token, [] {}); load(1);"), IsEmpty());
  EXPECT_THAT(unforwarded("{ Callback callback(token, [] {}); load(1); } find(1);"),
              ElementsAre("find+"));
  EXPECT_THAT(unforwarded("token.onStop([] {}); load(1);"), IsEmpty());
}

TEST(Tokens, AreNotWantedForCleaningUp) {
  EXPECT_THAT(unforwarded("if (token.wanted()) load(1); else find(2);"), ElementsAre("find+"));
  EXPECT_THAT(unforwarded("while (a && !token.wanted()) other(1); load(1);"), IsEmpty());
  EXPECT_THAT(unforwarded("try { other(1); } catch (...) { load(1); }"), IsEmpty());
  EXPECT_THAT(unforwarded("load(1, static_cast<Token &&>(token)); load(2);"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
