// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Spending.h"

#include "flow/Rounds.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What a variable, or what it holds (*optional), is followed for.
struct Object {
  const ValueDecl *variable = nullptr;
  bool dereferenced = false;
  const model::Meaning *meaning = nullptr;
  bool operator<(const Object &other) const {
    return std::tie(variable, dereferenced) < std::tie(other.variable, other.dereferenced);
  }
};

/// What a mention does to an object.
struct Act {
  enum Kind {
    None,
    Spends,  ///< uses it up; wrong when it is already
    Needs,   ///< wrong when it is used up, and leaves it as it is
    Renews,  ///< puts another object into its place
    Unknown, ///< anything may happen to it, now or later
  };
  Kind kind = None;
  Spent how = Spent::Awaited;
};

bool isCopyable(const CXXRecordDecl &record) {
  const CXXRecordDecl *definition = model::definitionOf(record);
  if (!definition || definition->isDependentType())
    return true;
  if (definition->needsImplicitCopyConstructor())
    return !definition->defaultedCopyConstructorIsDeleted();
  return llvm::any_of(definition->ctors(), [](const CXXConstructorDecl *constructor) {
    return constructor->isCopyConstructor() && !constructor->isDeleted();
  });
}

bool isTracked(QualType type, const model::Meaning &meaning) {
  const CXXRecordDecl *record = model::recordOf(type);
  bool isWork = meaning.asynchronous() || (meaning.singleUse && meaning.role != model::Role::Value);
  return record && isWork && !isCopyable(*record);
}

/// The T of std::optional<T>, std::unique_ptr<T>; null for anything else.
QualType heldType(QualType type) {
  const auto *specialization =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(model::recordOf(type));
  if (!specialization || !specialization->isInStdNamespace() ||
      specialization->getTemplateArgs().size() == 0)
    return {};
  const TemplateArgument &first = specialization->getTemplateArgs()[0];
  return first.getKind() == TemplateArgument::Type ? first.getAsType() : QualType();
}

std::optional<Object> objectOf(const Mention &mention, model::Knowledge &knowledge) {
  QualType type = mention.variable->getType();
  // Whoever gave a reference may put something else there while this function is suspended.
  if (type->isLValueReferenceType() || mention.member)
    return std::nullopt;
  QualType held = mention.dereferenced ? heldType(type) : type;
  if (held.isNull())
    return std::nullopt;
  const model::Meaning &meaning = knowledge.type(held);
  if (!isTracked(held, meaning))
    return std::nullopt;
  return Object{mention.variable, mention.dereferenced, &meaning};
}

const ParmVarDecl *parameterOf(const Mention &mention) {
  const FunctionDecl *callee = nullptr;
  if (const auto *call = dyn_cast_or_null<CallExpr>(mention.call))
    callee = call->getDirectCallee();
  else if (const auto *construct = dyn_cast_or_null<CXXConstructExpr>(mention.call))
    callee = construct->getConstructor();
  return callee && mention.argument < callee->getNumParams()
             ? callee->getParamDecl(mention.argument)
             : nullptr;
}

/// push(std::move(t)) that takes a T && and may say no: only a body that moves it on takes it.
bool mayRefuse(const Mention &mention) {
  const ParmVarDecl *parameter = parameterOf(mention);
  if (!parameter || !parameter->getType()->isRValueReferenceType())
    return false;
  const auto *callee = cast<FunctionDecl>(parameter->getDeclContext());
  return !isa<CXXConstructorDecl>(callee) && !callee->getReturnType()->isVoidType() &&
         !model::recordOf(callee->getReturnType());
}

Act actOfMethod(const Mention &mention, model::Knowledge &knowledge) {
  const CXXMethodDecl *method = nullptr;
  if (const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call))
    method = call->getMethodDecl();
  if (!method)
    return {Act::Unknown};
  const model::FunctionFacts &facts = knowledge.function(*method);
  if (facts.does == model::Does::Consumes || method->getRefQualifier() == RQ_RValue)
    return {Act::Spends, Spent::Taken};
  if (facts.queries || method->isConst())
    return facts.waits && !facts.queries ? Act{Act::Needs, Spent::Taken} : Act{Act::None};
  return {facts.waits ? Act::Needs : Act::Unknown, Spent::Taken};
}

Act actOf(const Mention &mention, const Object &object, model::Knowledge &knowledge) {
  if (mention.member)
    return {mention.moved || mention.how == How::Aliased ? Act::Unknown : Act::None};
  switch (mention.how) {
  case How::Awaited:
    if (object.meaning->singleUse)
      return {Act::Spends, Spent::Awaited};
    return {mention.moved ? Act::Unknown : Act::Needs, Spent::Awaited};
  case How::Method:
    return actOfMethod(mention, knowledge);
  case How::Passed: {
    if (mention.moved)
      return {mention.forwarded || mayRefuse(mention) ? Act::Unknown : Act::Spends, Spent::Moved};
    const ParmVarDecl *parameter = parameterOf(mention);
    bool looks = parameter && parameter->getType()->isReferenceType() &&
                 parameter->getType()->getPointeeType().isConstQualified();
    return {looks ? Act::None : Act::Unknown};
  }
  case How::Moved:
    return {Act::Spends, Spent::Moved};
  case How::Captured:
    if (mention.byReference)
      return {Act::Unknown};
    return {mention.moved ? Act::Spends : Act::None, Spent::Moved};
  case How::Assigned:
  case How::Increased:
    return {Act::Renews};
  case How::Aliased:
  case How::Returned:
    return {Act::Unknown};
  case How::Copied:
  case How::Tested:
  case How::Ignored:
  case How::Read:
    return {Act::None};
  }
  return {Act::Unknown};
}

/// A mention of the optional or smart pointer itself, whose content is followed.
Act actOnHolder(const Mention &mention) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  bool asks = mention.how == How::Tested || mention.how == How::Ignored ||
              (mention.how == How::Method && call && call->getMethodDecl() &&
               call->getMethodDecl()->isConst());
  return {asks ? Act::None : Act::Renews};
}

/// State 0: not used up. Else 1 + 2 * (number of the mention that used it up) + whether the way
/// since then depends on a condition that another one may exclude.
class SpendingMachine : public Machine {
public:
  SpendingMachine(const Object &object, Unit &unit, const Rounds &rounds)
      : object_(object), unit_(unit), rounds_(rounds), conditions_(unit.context()) {}

  Next on(unsigned state, const Event &event) override {
    if (event.variable != object_.variable)
      return Next::go(state);
    if (event.kind == Event::Destroyed)
      return Next::stop(); // where a loop declares it anew, a run like this one begins
    if (event.kind != Event::Mentioned)
      return Next::go(0);
    const Mention &mention = *event.mention;
    bool onHolder = object_.dereferenced && !mention.dereferenced;
    Act act = onHolder ? actOnHolder(mention) : actOf(mention, object_, unit_.knowledge());
    switch (act.kind) {
    case Act::None:
      return Next::go(state);
    case Act::Renews:
      return Next::go(0);
    case Act::Unknown:
      return Next::stop();
    case Act::Spends:
    case Act::Needs:
      return used(state, mention, act);
    }
    return Next::stop();
  }

  Next branch(unsigned state, const Expr &condition, bool holds) override {
    if (state == 0)
      return Next::go(state);
    std::optional<Question> question = questionOf(condition);
    // What was asked of the object itself may tell that there is no second time.
    if (question && question->variable == object_.variable)
      return Next::stop();
    if (rounds_.isLoopCondition(condition))
      return Next::go(state);
    std::optional<Condition> known = conditions_.of(condition);
    // Which case of a switch was taken no condition remembers.
    bool loose = !known || conditions_.isShared(known->id) ||
                 rounds_.isInSwitch(*spent_[(state - 1) / 2].first->expr);
    return Next::go(loose ? (state - 1 | 1) + 1 : state);
  }

  Next thrown(unsigned state, Edge::Kind kind, const Expr *expr) override {
    bool follow = kind == Edge::AwaitThrows || taking_.contains(expr);
    return follow ? Next::go(state) : Next::stop();
  }

  /// After the first run, which only looks where the object is unused.
  void startReporting() { reporting_ = true; }
  bool spends() const { return !spent_.empty(); }
  /// What the last report is about.
  const Reuse &reuse() const { return reuse_; }

private:
  Next used(unsigned state, const Mention &mention, const Act &act) {
    if (state == 0) {
      unused_.insert(&mention);
      return act.kind == Act::Spends ? Next::go(stateAfter(mention, act)) : Next::go(0);
    }
    unsigned number = (state - 1) / 2;
    bool loose = (state - 1) % 2;
    const auto &[before, first] = spent_[number];
    if (!reporting_ || !isDefinite(*before, mention, loose))
      return Next::stop();
    reuse_ = {object_.variable, object_.meaning, &mention, act.how, before, first, {}};
    return Next::report();
  }

  bool isDefinite(const Mention &before, const Mention &again, bool loose) const {
    if (&before == &again)
      return rounds_.isInEveryRound(*again.expr);
    if (isWrittenOnce(before, again))
      return false;
    // Another switch may exclude the first; what comes after the first does not.
    loose |= rounds_.isInSwitch(*again.expr);
    return !loose || !unused_.contains(&again);
  }

  /// EXPECT_EQ(1, future.get()) evaluates its argument a second time only to say that it failed.
  bool isWrittenOnce(const Mention &before, const Mention &again) const {
    const SourceManager &sources = unit_.context().getSourceManager();
    return sources.getSpellingLoc(before.expr->getLocation()) ==
           sources.getSpellingLoc(again.expr->getLocation());
  }

  unsigned stateAfter(const Mention &mention, const Act &act) {
    if (mention.how == How::Method)
      taking_.insert(mention.call);
    unsigned number = 0;
    while (number < spent_.size() && spent_[number].first != &mention)
      ++number;
    if (number == spent_.size())
      spent_.emplace_back(&mention, act.how);
    return 1 + 2 * number;
  }

  const Object &object_;
  Unit &unit_;
  const Rounds &rounds_;
  Conditions conditions_;
  std::vector<std::pair<const Mention *, Spent>> spent_;
  /// Calls that take the result and may throw it.
  llvm::SmallPtrSet<const Expr *, 4> taking_;
  /// Where it is used while there is something in it.
  llvm::SmallPtrSet<const Mention *, 8> unused_;
  bool reporting_ = false;
  Reuse reuse_;
};

/// Whether following the ways of \p function can be worth the time.
bool mayHaveObjects(const Function &function, model::Knowledge &knowledge) {
  auto isCandidate = [&](QualType type) {
    QualType held = heldType(type);
    return isTracked(type, knowledge.type(type)) ||
           (!held.isNull() && isTracked(held, knowledge.type(held)));
  };
  if (llvm::any_of(function.variables, [&](const VarDecl *variable) {
        return isa<DecompositionDecl>(variable) || isCandidate(variable->getType());
      }))
    return true;
  if (llvm::any_of(function.decl->parameters(),
                   [&](const ParmVarDecl *parameter) { return isCandidate(parameter->getType()); }))
    return true;
  const auto *method = dyn_cast<CXXMethodDecl>(function.decl);
  return method && method->getParent()->isLambda() &&
         llvm::any_of(method->getParent()->captures(), [&](const LambdaCapture &capture) {
           return capture.capturesVariable() && isCandidate(capture.getCapturedVar()->getType());
         });
}

} // namespace

std::vector<Reuse> reuses(const Function &function, Unit &unit) {
  std::vector<Reuse> result;
  if (!mayHaveObjects(function, unit.knowledge()))
    return result;
  Ways *ways = unit.waysThrough(function);
  if (!ways)
    return result;
  std::map<Object, unsigned> objects;
  for (const Mention &mention : ways->graph().mentions().all())
    if (std::optional<Object> object = objectOf(mention, unit.knowledge()))
      ++objects[*object];
  if (objects.empty())
    return result;
  Rounds rounds(*function.body);
  for (const auto &[object, count] : objects) {
    SpendingMachine machine(object, unit, rounds);
    if (!ways->runFrom(
            *object.variable, machine, [](const Report &) {}, Until::LastMention) ||
        !machine.spends())
      continue;
    machine.startReporting();
    std::size_t before = result.size();
    auto keep = [&](const Report &report) {
      result.push_back(machine.reuse());
      result.back().path = report.path;
    };
    bool finished = ways->runFrom(*object.variable, machine, keep, Until::LastMention);
    if (!finished)
      result.resize(before);
  }
  return result;
}

bool isOfReused(const Value &value, const Function &function, Unit &unit) {
  if (!isa<CXXMemberCallExpr>(value.expr))
    return false;
  const auto made =
      llvm::find_if(function.calls, [&](const Call &call) { return call.expr == value.expr; });
  const bool isUsedBefore = made != function.calls.end() && made->object &&
                            std::any_of(function.calls.begin(), made, [&](const Call &call) {
                              return call.object == made->object;
                            });
  return isUsedBefore && llvm::any_of(reuses(function, unit), [&](const Reuse &reuse) {
           return reuse.again->call == value.expr;
         });
}

} // namespace asynctidy::flow
