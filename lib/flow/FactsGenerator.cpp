// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/FactsGenerator.h"

#include "coro/Suspension.h"
#include "flow/CallFacts.h"
#include "flow/Callables.h"
#include "flow/ValueFacts.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

const Use used{};

class Generator {
public:
  Generator(Function &function, model::Knowledge &knowledge, Targets &targets)
      : function_(function), calls_(function, knowledge, targets), values_(function, knowledge) {}

  void statement(const Stmt *node);
  void finish(bool complete);

private:
  void children(const Stmt *node);
  void body(const Stmt *node, Position position = Position::Statement);
  void declaration(const Decl *node);
  void variable(const VarDecl *node);
  void lambda(const LambdaExpr *node);

  Use onPurpose() const;
  void expression(const Expr *node, Use use);
  bool transparent(const Expr *node, Use use);
  bool discarding(const Expr *node, Use use);
  void statementExpression(const StmtExpr *node, Use use);
  void await(const Expr *node, Use use);
  void call(const CallExpr *node, Use use);
  void construct(const CXXConstructExpr *node, Use use);

  CallPlace placeOf(Use use) const;

  Function &function_;
  CallFacts calls_;
  ValueFacts values_;
  /// An if constexpr that dropped a branch of this instantiation: uses may be in there.
  bool droppedBranch_ = false;
  bool inHandler_ = false;
  bool inTry_ = false;
};

bool isStdIgnore(const Expr *node) {
  const auto *reference = dyn_cast<DeclRefExpr>(node->IgnoreParenImpCasts());
  return reference && reference->getDecl()->isInStdNamespace() &&
         reference->getDecl()->getIdentifier() && reference->getDecl()->getName() == "ignore";
}

void Generator::children(const Stmt *node) {
  for (const Stmt *child : node->children())
    statement(child);
}

/// A statement whose value, if it is an expression, nobody takes.
void Generator::body(const Stmt *node, Position position) {
  if (const auto *expr = dyn_cast_or_null<Expr>(node))
    expression(expr, {Fate::Discarded, position});
  else
    statement(node);
}

void Generator::statement(const Stmt *node) {
  if (!node)
    return;
  if (const auto *expr = dyn_cast<Expr>(node))
    return expression(expr, used);

  if (const auto *block = dyn_cast<CompoundStmt>(node)) {
    for (const Stmt *child : block->body())
      body(child);
  } else if (const auto *branch = dyn_cast<IfStmt>(node)) {
    if (branch->isConstexpr() && (!branch->getThen() || isa<NullStmt>(branch->getThen()) ||
                                  !branch->getElse() || isa<NullStmt>(branch->getElse())))
      droppedBranch_ = true;
    body(branch->getInit());
    statement(branch->getConditionVariableDeclStmt());
    if (!branch->getConditionVariable())
      statement(branch->getCond());
    body(branch->getThen());
    body(branch->getElse());
  } else if (const auto *choice = dyn_cast<SwitchStmt>(node)) {
    body(choice->getInit());
    statement(choice->getConditionVariableDeclStmt());
    if (!choice->getConditionVariable())
      statement(choice->getCond());
    body(choice->getBody());
  } else if (const auto *label = dyn_cast<SwitchCase>(node)) {
    body(label->getSubStmt());
  } else if (const auto *label = dyn_cast<LabelStmt>(node)) {
    body(label->getSubStmt());
  } else if (const auto *attributed = dyn_cast<AttributedStmt>(node)) {
    body(attributed->getSubStmt());
  } else if (const auto *loop = dyn_cast<WhileStmt>(node)) {
    statement(loop->getConditionVariableDeclStmt());
    if (!loop->getConditionVariable())
      statement(loop->getCond());
    body(loop->getBody());
  } else if (const auto *loop = dyn_cast<DoStmt>(node)) {
    body(loop->getBody());
    statement(loop->getCond());
  } else if (const auto *loop = dyn_cast<ForStmt>(node)) {
    body(loop->getInit(), Position::Loop);
    statement(loop->getConditionVariableDeclStmt());
    if (!loop->getConditionVariable())
      statement(loop->getCond());
    body(loop->getBody());
    body(loop->getInc(), Position::Loop);
  } else if (const auto *loop = dyn_cast<CXXForRangeStmt>(node)) {
    body(loop->getInit(), Position::Loop);
    expression(loop->getRangeInit(), used);
    body(loop->getBody());
  } else if (const auto *attempt = dyn_cast<CXXTryStmt>(node)) {
    bool outer = std::exchange(inTry_, true);
    statement(attempt->getTryBlock());
    inTry_ = outer;
    for (unsigned i = 0; i < attempt->getNumHandlers(); ++i)
      statement(attempt->getHandler(i));
  } else if (const auto *handler = dyn_cast<CXXCatchStmt>(node)) {
    bool outer = std::exchange(inHandler_, true);
    body(handler->getHandlerBlock());
    inHandler_ = outer;
  } else if (const auto *declarations = dyn_cast<DeclStmt>(node)) {
    for (const Decl *one : declarations->decls())
      declaration(one);
  } else if (const auto *ret = dyn_cast<CoreturnStmt>(node)) {
    statement(ret->getOperand());
  } else {
    children(node);
  }
}

void Generator::declaration(const Decl *node) {
  if (const auto *one = dyn_cast<VarDecl>(node))
    variable(one);
}

void Generator::variable(const VarDecl *node) {
  if (node->hasLocalStorage() && node->getType()->isRecordType())
    function_.variables.push_back(node);
  bool local = node->hasLocalStorage() && !isa<DecompositionDecl>(node);
  const Expr *init = node->getInit();
  if (!init)
    return;
  expression(init, {Fate::Used, Position::Initializer, local ? node : nullptr});
}

/// The body is a function of its own; what the captures copy or refer to is used here.
void Generator::lambda(const LambdaExpr *node) {
  for (const Expr *capture : node->capture_inits())
    statement(capture);
}

/// (void)callback(); in a template speaks for whatever type there is: it says nothing of this one.
Use Generator::onPurpose() const {
  bool isInstance = function_.decl->getTemplateInstantiationPattern() != nullptr;
  return isInstance ? used : Use{Fate::VoidCast};
}

/// Nodes that hand the value of their operand on; true when \p node was one.
bool Generator::transparent(const Expr *node, Use use) {
  if (const auto *full = dyn_cast<FullExpr>(node))
    return expression(full->getSubExpr(), use), true;
  if (const auto *paren = dyn_cast<ParenExpr>(node))
    return expression(paren->getSubExpr(), use), true;
  if (const auto *bind = dyn_cast<CXXBindTemporaryExpr>(node))
    return expression(bind->getSubExpr(), use), true;
  if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(node))
    return expression(temporary->getSubExpr(), use), true;
  if (const auto *subst = dyn_cast<SubstNonTypeTemplateParmExpr>(node))
    return expression(subst->getReplacement(), use), true;
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(node)) {
    bool keeps = cast->getCastKind() == CK_ToVoid || cast->getCastKind() == CK_NoOp ||
                 cast->getCastKind() == CK_ConstructorConversion ||
                 cast->getCastKind() == CK_UserDefinedConversion;
    bool converts = cast->getCastKind() == CK_UserDefinedConversion ||
                    cast->getCastKind() == CK_ConstructorConversion;
    return expression(cast->getSubExpr(), keeps && !converts ? use : used), true;
  }
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(node)) {
    if (cast->getCastKind() == CK_ToVoid && use.fate == Fate::Discarded)
      use = onPurpose();
    else if (cast->getCastKind() != CK_ToVoid && cast->getCastKind() != CK_ConstructorConversion)
      use = used;
    return expression(cast->getSubExpr(), use), true;
  }
  return false;
}

/// Operators that drop one operand or choose between two; true when \p node was one.
bool Generator::discarding(const Expr *node, Use use) {
  if (const auto *comma = dyn_cast<BinaryOperator>(node); comma && comma->getOpcode() == BO_Comma) {
    expression(comma->getLHS(), {Fate::Discarded, Position::Comma});
    expression(comma->getRHS(), use);
    return true;
  }
  if (const auto *choice = dyn_cast<ConditionalOperator>(node)) {
    statement(choice->getCond());
    if (use.fate == Fate::Discarded || use.holder)
      use.position = Position::ConditionalArm;
    use.condition = choice->getCond();
    for (bool holds : {true, false}) {
      use.conditionHolds = holds;
      expression(holds ? choice->getTrueExpr() : choice->getFalseExpr(), use);
    }
    return true;
  }
  return false;
}

void Generator::expression(const Expr *node, Use use) {
  if (!node || transparent(node, use) || discarding(node, use))
    return;
  if (coro::writtenOperand(*node))
    return await(node, use);
  if (const auto *closure = dyn_cast<LambdaExpr>(node))
    return lambda(closure);
  if (const auto *block = dyn_cast<StmtExpr>(node))
    return statementExpression(block, use);
  if (const auto *reference = dyn_cast<DeclRefExpr>(node)) {
    // "(void)task;" names the variable, yet does nothing with it.
    bool ignored = use.fate == Fate::Discarded || use.fate == Fate::VoidCast;
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl()); variable && !ignored)
      values_.named(*variable);
    return;
  }
  if (const auto *direct = dyn_cast<CallExpr>(node))
    return call(direct, use);
  if (const auto *created = dyn_cast<CXXConstructExpr>(node)) {
    // auto t = f(); an elided copy keeps the value.
    if (created->getNumArgs() == 1 && created->getConstructor()->isCopyOrMoveConstructor() &&
        (created->isElidable() || isa<MaterializeTemporaryExpr>(created->getArg(0))))
      return expression(created->getArg(0), use);
    return construct(created, use);
  }
  if (const auto *standard = dyn_cast<CXXDefaultArgExpr>(node); standard)
    return; // belongs to the callee's declaration
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr, RequiresExpr>(node))
    return; // unevaluated
  children(node);
}

/// ({ first(); last(); }), as in many macros: the last expression is the value.
void Generator::statementExpression(const StmtExpr *node, Use use) {
  for (const Stmt *each : node->getSubStmt()->body())
    if (const auto *value = dyn_cast<Expr>(each); value && each == node->getSubStmt()->body_back())
      expression(value, use);
    else
      body(each);
}

void Generator::await(const Expr *node, Use use) {
  const Expr *operand = coro::writtenOperand(*node);
  bool isAwait = coro::isWrittenAwait(*node);
  expression(operand, isAwait ? Use{Fate::Awaited} : used);
  if (isAwait)
    calls_.addMove(*node, placeOf(used));
  function_.suspensions.push_back(operand);
  if (isAwait)
    values_.add(*node, nullptr, use, inHandler_);
}

void Generator::call(const CallExpr *node, Use use) {
  const FunctionDecl *callee = node->getDirectCallee();
  if (const auto *assign = dyn_cast<CXXOperatorCallExpr>(node);
      assign && assign->getOperator() == OO_Equal && assign->getNumArgs() == 2 &&
      isStdIgnore(assign->getArg(0)))
    return expression(assign->getArg(1), onPurpose());

  if (const auto *assign = dyn_cast<CXXOperatorCallExpr>(node);
      assign && assign->getOperator() == OO_Equal && assign->getNumArgs() == 2)
    calls_.wrapped(*assign->getArg(1), assign->getArg(0)->getType());

  expression(node->getCallee(), used);
  for (const Expr *argument : node->arguments())
    expression(argument, used);
  if (callee)
    calls_.add(*node, *callee, placeOf(use));
  const FunctionDecl *held = calls_.addIndirect(*node, placeOf(use));
  values_.add(*node, callee ? callee : held, use, inHandler_);
}

void Generator::construct(const CXXConstructExpr *node, Use use) {
  for (const Expr *argument : node->arguments())
    expression(argument, used);
  calls_.add(*node, *node->getConstructor(), placeOf(used));
  values_.addMade(*node, use, inHandler_);

  if (node->getNumArgs() > 0 && !node->getConstructor()->isCopyOrMoveConstructor())
    calls_.wrapped(*node->getArg(0), node->getType());
}

CallPlace Generator::placeOf(Use use) const {
  return {inHandler_, inTry_, use.fate == Fate::Discarded && use.position == Position::Statement,
          use.fate == Fate::Awaited};
}

void Generator::finish(bool complete) {
  function_.mayLackUses = !complete || droppedBranch_;
  values_.finish();
}

} // namespace

Function generateFacts(const FunctionDecl &declaration, model::Knowledge &knowledge,
                       Targets &targets, bool complete) {
  Function function;
  function.decl = &declaration;
  function.body = coro::writtenBody(declaration);
  if (const CoroutineBodyStmt *body = coro::coroutineBody(declaration)) {
    function.isCoroutine = true;
    function.promise = coro::promiseOf(*body);
  }
  Generator generator(function, knowledge, targets);
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&declaration))
    for (const CXXCtorInitializer *init : constructor->inits())
      if (init->isWritten())
        generator.statement(init->getInit());
  generator.statement(function.body);
  generator.finish(complete);
  return function;
}

} // namespace asynctidy::flow
