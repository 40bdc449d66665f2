// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/NonBlocking.h"

#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

using Profile = llvm::FoldingSetNodeID;

/// What \p call works on: the object of a method, the first argument of a function.
std::optional<Profile> objectOf(const Call &call, const ASTContext &context) {
  const Expr *object = objectOfCall(*call.expr);
  if (!object)
    object = call.argument(0);
  if (!object)
    return std::nullopt;
  Profile profile;
  stripped(object)->Profile(profile, context, true);
  return profile;
}

bool isOn(const Expr &option, const ASTContext &context) {
  bool value = true;
  return option.isValueDependent() || !option.EvaluateAsBooleanCondition(value, context) || value;
}

/// Follows what becomes of the option on the ways to one call.
class OptionMachine : public Machine {
public:
  OptionMachine(const Call &call, const Profile &object, const ASTContext &context)
      : call_(call), object_(object), context_(context) {}

  Next on(unsigned state, const Event &event) override {
    if (event.kind == Event::Mentioned && isPart(*event.mention->variable) &&
        (event.mention->how == How::Assigned || event.mention->how == How::Increased ||
         event.mention->how == How::Moved))
      return Next::go(Blocking);
    if (event.kind != Event::Called)
      return Next::go(state);
    if (event.call->expr == call_.expr)
      return state == Blocking ? Next::report() : Next::go(state);
    // socket = other();
    if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(event.call->expr);
        operation && operation->getOperator() == OO_Equal &&
        objectOf(*event.call, context_) == object_)
      return Next::go(Blocking);
    const Expr *option = event.call->argument(0);
    if (event.call->facts->does == model::Does::Unblocks && option &&
        objectOf(*event.call, context_) == object_)
      return Next::go(isOn(*option, context_) ? NonBlocking : Blocking);
    return Next::go(state);
  }
  Next thrown(unsigned state, Edge::Kind, const Expr *) override { return Next::go(state); }

private:
  /// Whether the object is named by way of \p variable.
  bool isPart(const ValueDecl &variable) const {
    const Expr *object = objectOfCall(*call_.expr);
    return namings(object ? object : call_.argument(0), variable) > 0;
  }

  enum State : unsigned { Blocking, NonBlocking };
  const Call &call_;
  const Profile &object_;
  const ASTContext &context_;
};

} // namespace

bool isUnblocked(const Call &call, const Function &function, Unit &unit) {
  auto unblocks = [](const Call &each) { return each.facts->does == model::Does::Unblocks; };
  if (call.facts->blocks != model::Blocking::Socket || llvm::none_of(function.calls, unblocks))
    return false;
  const std::optional<Profile> object = objectOf(call, unit.context());
  Ways *ways = object ? unit.waysThrough(function) : nullptr;
  if (!ways)
    return false;
  OptionMachine machine(call, *object, unit.context());
  bool mayBlock = false;
  return ways->run(machine, [&](const Report &) { mayBlock = true; }) && !mayBlock;
}

} // namespace asynctidy::flow
