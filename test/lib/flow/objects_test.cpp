// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Objects.h"

namespace asynctidy::test {
namespace {

using flow::Origin;

class Objects : public testing::Test {
protected:
  /// The origin of the object on which `touch()` is called in the body of a method `f`: a kind, and
  /// the variable's name.
  static std::string origin(const std::string &body) {
    Analysed code(R"(
struct Part { void touch(); Part *next(); };
struct Thing { void touch(); Part part; Part &get(); Part *operator->(); Thing(); Thing(Part &); };
Thing global;
thread_local Thing local_to_thread;
Thing make();
struct Owner { Thing member; void f(Thing &parameter, bool a); };
void Owner::f(Thing &parameter, bool a) {)" +
                  body + "\n}\n");
    const flow::Function &function = code.function("f");
    for (const flow::Call &call : function.calls)
      if (call.callee->getIdentifier() && call.callee->getName() == "touch") {
        Origin found = flow::originOf(flow::objectOfCall(*call.expr), function);
        switch (found.kind) {
        case Origin::Unknown:
          return "unknown";
        case Origin::Own:
          return "own";
        case Origin::This:
          return "this";
        case Origin::None:
          return "none";
        case Origin::Variable:
          return found.variable->getNameAsString();
        }
      }
    return "no call";
  }
};

TEST_F(Objects, ComeFromOutside) {
  EXPECT_EQ(origin("parameter.touch();"), "parameter");
  EXPECT_EQ(origin("member.touch();"), "this");
  EXPECT_EQ(origin("global.touch();"), "global");
  EXPECT_EQ(origin("static Thing kept; kept.touch();"), "kept");
}

TEST_F(Objects, OrAreMadeHere) {
  EXPECT_EQ(origin("Thing t; t.touch();"), "own");
  EXPECT_EQ(origin("Thing *t = new Thing; t->touch();"), "own");
  EXPECT_EQ(origin("local_to_thread.touch();"), "own");
  EXPECT_EQ(origin("Thing t(parameter.part); t.touch();"), "unknown");
  EXPECT_EQ(origin("make().touch();"), "unknown");
}

TEST_F(Objects, AreFollowedThroughPartsAndNames) {
  EXPECT_EQ(origin("parameter.part.touch();"), "parameter");
  EXPECT_EQ(origin("parameter.get().next()->touch();"), "parameter");
  EXPECT_EQ(origin("parameter->touch();"), "parameter");
  EXPECT_EQ(origin("auto &t = parameter; auto *u = &t; u->touch();"), "parameter");
  EXPECT_EQ(origin("auto copy = parameter; copy.touch();"), "parameter");
  EXPECT_EQ(origin("(a ? parameter : parameter).touch();"), "parameter");
  EXPECT_EQ(origin("(a ? parameter : member).touch();"), "unknown");
  EXPECT_EQ(origin("Thing t; t.get().touch();"), "own");
}

} // namespace
} // namespace asynctidy::test
