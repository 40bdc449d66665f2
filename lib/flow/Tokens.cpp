// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Tokens.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

using Variables = llvm::SmallPtrSet<const ValueDecl *, 4>;

/// Whether an expression names one of some variables, captures of lambdas included.
class Naming : public RecursiveASTVisitor<Naming> {
public:
  explicit Naming(const Variables &variables) : variables_(variables) {}

  bool in(const Stmt *statement) {
    found_ = false;
    TraverseStmt(const_cast<Stmt *>(statement));
    return found_;
  }
  bool VisitDeclRefExpr(DeclRefExpr *reference) {
    found_ |= variables_.contains(reference->getDecl());
    return !found_;
  }

private:
  const Variables &variables_;
  bool found_ = false;
};

/// The variables whose members or methods are given one of some variables:
/// options.token = token; request.cancelWith(token);
class Receiving : public RecursiveASTVisitor<Receiving> {
public:
  explicit Receiving(const Variables &given) : given_(given) {}

  Variables found;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *call) {
    for (const Expr *argument : call->arguments())
      look(argument, call->getImplicitObjectArgument());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *call) {
    if (call->isAssignmentOp())
      look(call->getArg(1), call->getArg(0));
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *operation) {
    if (operation->isAssignmentOp())
      look(operation->getRHS(), operation->getLHS());
    return true;
  }

private:
  void look(const Expr *value, const Expr *object) {
    if (!Naming(given_).in(value))
      return;
    while (const auto *member = dyn_cast<MemberExpr>(object->IgnoreParenImpCasts()))
      object = member->getBase();
    if (const auto *reference = dyn_cast<DeclRefExpr>(object->IgnoreParenImpCasts()))
      found.insert(reference->getDecl());
  }

  const Variables &given_;
};

/// Whether anything is called, construction apart.
class Calling : public RecursiveASTVisitor<Calling> {
public:
  bool in(const Expr *expr) {
    TraverseStmt(const_cast<Expr *>(expr));
    return found_;
  }
  bool VisitCallExpr(CallExpr *) {
    found_ = true;
    return false;
  }

private:
  bool found_ = false;
};

bool isA(QualType type, const CXXRecordDecl &token) {
  const CXXRecordDecl *record = model::recordOf(type);
  return record && record->getCanonicalDecl() == token.getCanonicalDecl();
}

/// The parameter of \p callee that \p call leaves to its default.
const ParmVarDecl *defaultedTaker(const Call &call, const CXXRecordDecl &token) {
  const ParmVarDecl *taker = nullptr;
  for (unsigned i = 0; i < call.callee->getNumParams(); ++i) {
    const ParmVarDecl *parameter = call.callee->getParamDecl(i);
    if (!isA(parameter->getType(), token))
      continue;
    if (call.argument(i) || !parameter->hasDefaultArg())
      return nullptr;
    taker = parameter;
  }
  if (!taker)
    return nullptr;
  if (taker->hasUninstantiatedDefaultArg() || taker->hasUnparsedDefaultArg())
    return taker;
  return Calling().in(taker->getDefaultArg()) ? nullptr : taker;
}

/// Whether \p longer has the parameters of \p function and the one at \p extra.
bool extends(const FunctionDecl &longer, const FunctionDecl &function, unsigned extra,
             const ASTContext &context) {
  for (unsigned i = 0; i < function.getNumParams(); ++i) {
    QualType mine = function.getParamDecl(i)->getType();
    QualType other = longer.getParamDecl(i < extra ? i : i + 1)->getType();
    if (!mine->isDependentType() && !other->isDependentType() && !context.hasSameType(mine, other))
      return false;
  }
  return true;
}

const FunctionDecl &asWritten(const FunctionDecl &function) {
  const FunctionTemplateDecl *primary = function.getPrimaryTemplate();
  return primary ? *primary->getTemplatedDecl() : function;
}

/// The parameter of the overload of the callee that takes the token in addition.
const ParmVarDecl *overloadedTaker(const Call &call, const CXXRecordDecl &token,
                                   const Function &function, const ASTContext &context) {
  if (isa<CXXConstructorDecl, CXXConversionDecl>(call.callee) ||
      call.callee->isOverloadedOperator() || !call.callee->getIdentifier())
    return nullptr;
  const FunctionDecl &callee = asWritten(*call.callee);
  for (const NamedDecl *found :
       callee.getDeclContext()->getRedeclContext()->lookup(callee.getDeclName())) {
    const auto *other = dyn_cast_or_null<FunctionDecl>(found->getAsFunction());
    if (!other || other->isDeleted() || other->getNumParams() != callee.getNumParams() + 1 ||
        other->isTemplated() != callee.isTemplated())
      continue;
    // What is given the token may be there to call the rest.
    if (other->getCanonicalDecl() == asWritten(*function.decl).getCanonicalDecl() ||
        (other->getAccess() != AS_public && other->getAccess() != AS_none &&
         other->getAccess() != callee.getAccess()))
      continue;
    for (unsigned i = 0; i < other->getNumParams(); ++i)
      if (isA(other->getParamDecl(i)->getType(), token) && extends(*other, callee, i, context))
        return other->getParamDecl(i);
  }
  return nullptr;
}

bool isCallable(const Expr *expr) {
  return expr && (callableTarget(expr) || !wrapperResult(expr->getType()).isNull());
}

/// What holds the token for others.
class Holders {
public:
  Holders(const ParmVarDecl &token, const Function &function, const Mentions &mentions) {
    all_.insert(&token);
    Receiving receiving(all_);
    receiving.TraverseStmt(const_cast<Stmt *>(function.body));
    all_.insert(receiving.found.begin(), receiving.found.end());
    // Those made from the token, then those made from these.
    for (std::size_t before = 0; before != all_.size();) {
      before = all_.size();
      for (const Mention &mention : mentions.all())
        if (const auto *variable = dyn_cast<VarDecl>(mention.variable);
            variable && variable->isLocalVarDecl() && variable->getInit() &&
            Naming(all_).in(variable->getInit()))
          all_.insert(variable);
      for (const VarDecl *variable : function.variables)
        if (variable->getInit() && Naming(all_).in(variable->getInit()))
          all_.insert(variable);
    }
  }

  bool areIn(const Call &call) const { return Naming(all_).in(call.expr); }

  /// Whether \p variable is made from the token and something to call: it stops the rest by itself.
  bool isCallback(const ValueDecl &variable) const {
    const auto *local = dyn_cast<VarDecl>(&variable);
    const Expr *made = local && all_.contains(local) ? local->getInit() : nullptr;
    const auto *construct = made ? dyn_cast<CXXConstructExpr>(made->IgnoreImplicit()) : nullptr;
    if (const auto *call = made ? dyn_cast<CallExpr>(made->IgnoreImplicit()) : nullptr)
      return llvm::any_of(call->arguments(), isCallable);
    return construct && construct->getNumArgs() > 1 &&
           llvm::any_of(construct->arguments(), isCallable);
  }

private:
  Variables all_;
};

class TokenMachine : public Machine {
public:
  /// Covered: a callback on the token is alive. Over: it asks to stop, or has been given away.
  enum State : unsigned { Running, Covered, Over };

  TokenMachine(const ParmVarDecl &token, const Holders &holders,
               const llvm::DenseMap<const Call *, Unforwarded> &candidates)
      : token_(token), holders_(holders), candidates_(candidates) {}

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Declared:
      return Next::go(state == Running && holders_.isCallback(*event.variable)
                          ? static_cast<unsigned>(Covered)
                          : state);
    case Event::Destroyed:
      return Next::go(state == Covered && holders_.isCallback(*event.variable)
                          ? static_cast<unsigned>(Running)
                          : state);
    case Event::Mentioned:
      return event.variable == &token_ ? mentioned(state, *event.mention) : Next::go(state);
    case Event::Called:
      if (!candidates_.contains(event.call))
        return Next::go(state);
      if (state == Running)
        return Next::reportAndGo(state);
      excused_.insert(event.call);
      return Next::go(state);
    default:
      return Next::go(state);
    }
  }

  Next branch(unsigned state, const Expr &condition, bool holds) override {
    std::optional<Question> question = questionOf(condition);
    if (question && question->variable == &token_ && question->method && holds != question->negated)
      return Next::go(Over);
    return Next::go(state);
  }

  bool isExcused(const Call &call) const { return excused_.contains(&call); }

private:
  static Next mentioned(unsigned state, const Mention &mention) {
    if (mention.moved || mention.how == How::Assigned)
      return Next::go(Over);
    // token.onStop([&] { ... })
    const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
    if (mention.how == How::Method && call && llvm::any_of(call->arguments(), isCallable))
      return Next::go(state == Running ? static_cast<unsigned>(Over) : state);
    return Next::go(state);
  }

  const ParmVarDecl &token_;
  const Holders &holders_;
  const llvm::DenseMap<const Call *, Unforwarded> &candidates_;
  llvm::SmallPtrSet<const Call *, 4> excused_;
};

void follow(const ParmVarDecl &token, const CXXRecordDecl &type, const Function &function,
            Unit &unit, std::vector<Unforwarded> &result) {
  llvm::DenseMap<const Call *, Unforwarded> candidates;
  for (const Call &call : function.calls) {
    if (call.inHandler)
      continue;
    if (const ParmVarDecl *taker = defaultedTaker(call, type))
      candidates[&call] = {&call, &token, taker, false};
    else if (llvm::none_of(call.callee->parameters(), [&](const ParmVarDecl *parameter) {
               return isA(parameter->getType(), type);
             }))
      if (const ParmVarDecl *other = overloadedTaker(call, type, function, unit.context()))
        candidates[&call] = {&call, &token, other, true};
  }
  Ways *ways = candidates.empty() ? nullptr : unit.waysThrough(function);
  if (!ways)
    return;
  Holders holders(token, function, ways->graph().mentions());
  for (const Call &call : function.calls)
    if (candidates.contains(&call) && holders.areIn(call))
      candidates.erase(&call);
  TokenMachine machine(token, holders, candidates);
  std::vector<const Call *> found;
  if (!ways->run(machine, [&](const Report &report) {
        if (report.event)
          found.push_back(report.event->call);
      }))
    return;
  for (const Call *call : found)
    if (!machine.isExcused(*call))
      result.push_back(candidates.lookup(call));
}

} // namespace

std::vector<Unforwarded> unforwardedTokens(const Function &function, Unit &unit) {
  std::vector<Unforwarded> result;
  if (!function.body || isa<CXXDestructorDecl>(function.decl))
    return result;
  for (const ParmVarDecl *parameter : function.decl->parameters()) {
    // Who gives it no name has said that he does not want it.
    if (!parameter->getIdentifier() ||
        unit.knowledge().type(parameter->getType()).role != model::Role::CancellationToken)
      continue;
    if (const CXXRecordDecl *type = model::recordOf(parameter->getType()))
      follow(*parameter, *type, function, unit, result);
  }
  return result;
}

} // namespace asynctidy::flow
