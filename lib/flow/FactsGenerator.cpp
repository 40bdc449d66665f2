// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/FactsGenerator.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Context.h"

#include <clang/AST/DeclTemplate.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What the surroundings do with the value of an expression.
struct Use {
  Fate fate = Fate::Used;
  Position position = Position::Statement;
  const VarDecl *holder = nullptr;
  /// The innermost ?: around it.
  const Expr *condition = nullptr;
  bool conditionHolds = false;
};

const Use used{};

class Generator {
public:
  Generator(Function &function, model::Knowledge &knowledge)
      : function_(function), knowledge_(knowledge) {}

  void statement(const Stmt *node);
  /// Decides which holders nothing refers to.
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
  void wrap(const Expr *value, QualType wrapper);

  void addCall(const Expr *node, const FunctionDecl *callee, const ValueDecl *object, Use use);
  void addValue(const Expr *node, const FunctionDecl *callee, Use use);
  void addMove(const CallExpr *node);
  void addHandOvers(const Call &call);

  Function &function_;
  model::Knowledge &knowledge_;
  llvm::SmallPtrSet<const VarDecl *, 16> named_;
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

const ValueDecl *objectOf(const Expr *implicitObject) {
  const Expr *inner = stripped(implicitObject);
  // Smart pointers and optionals stand for what they hold: task->done() asks about task.
  if (const auto *arrow = dyn_cast_or_null<CXXOperatorCallExpr>(inner);
      arrow && (arrow->getOperator() == OO_Arrow || arrow->getOperator() == OO_Star))
    inner = stripped(arrow->getArg(0));
  if (const auto *unary = dyn_cast_or_null<UnaryOperator>(inner);
      unary && unary->getOpcode() == UO_Deref)
    inner = stripped(unary->getSubExpr());
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(inner))
    return reference->getDecl();
  if (const auto *member = dyn_cast_or_null<MemberExpr>(inner))
    return member->getMemberDecl();
  return nullptr;
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
      named_.insert(variable);
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
  if (const CallExpr *moving = isAwait ? movingAwait(*node, knowledge_) : nullptr)
    addMove(moving);
  function_.suspensions.push_back(operand);
  if (isAwait)
    addValue(node, nullptr, use);
}

void Generator::call(const CallExpr *node, Use use) {
  const FunctionDecl *callee = node->getDirectCallee();
  if (const auto *assign = dyn_cast<CXXOperatorCallExpr>(node);
      assign && assign->getOperator() == OO_Equal && assign->getNumArgs() == 2 &&
      isStdIgnore(assign->getArg(0)))
    return expression(assign->getArg(1), onPurpose());

  if (const auto *assign = dyn_cast<CXXOperatorCallExpr>(node);
      assign && assign->getOperator() == OO_Equal && assign->getNumArgs() == 2)
    wrap(assign->getArg(1), assign->getArg(0)->getType());

  const ValueDecl *object = nullptr;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(node))
    object = objectOf(member->getImplicitObjectArgument());
  expression(node->getCallee(), used);
  for (const Expr *argument : node->arguments())
    expression(argument, used);
  if (callee)
    addCall(node, callee, object, use);
  addValue(node, callee, use);
}

void Generator::construct(const CXXConstructExpr *node, Use use) {
  for (const Expr *argument : node->arguments())
    expression(argument, used);
  addCall(node, node->getConstructor(), nullptr, used);
  // maybe_yield(); a variable of such a type may be a handle that is still empty.
  if ((use.fate == Fate::Discarded || use.fate == Fate::VoidCast) &&
      knowledge_.type(node->getType()).role == model::Role::Awaitable)
    addValue(node, node->getConstructor(), use);

  if (node->getNumArgs() > 0 && !node->getConstructor()->isCopyOrMoveConstructor())
    wrap(node->getArg(0), node->getType());
}

/// std::function<void()> f = callable; or f = callable;
void Generator::wrap(const Expr *value, QualType wrapper) {
  QualType result = wrapperResult(wrapper);
  if (result.isNull())
    return;
  HandOver handOver;
  handOver.callable = stripped(value);
  handOver.target = callableTarget(value);
  handOver.returns = callableResult(value);
  handOver.returned = result->isVoidType() ? model::Returned::Dropped : model::Returned::Unknown;
  handOver.wrapper = wrapper;
  if (!handOver.returns.isNull() &&
      !knowledge_.context().hasSameUnqualifiedType(handOver.callable->getType(), wrapper))
    function_.handOvers.push_back(handOver);
}

void Generator::addCall(const Expr *node, const FunctionDecl *callee, const ValueDecl *object,
                        Use use) {
  Call call;
  call.expr = node;
  call.callee = callee;
  call.facts = &knowledge_.call(*node);
  call.object = object;
  call.inHandler = inHandler_;
  call.inTry = inTry_;
  call.isStatement = use.fate == Fate::Discarded && use.position == Position::Statement;
  call.hops = use.fate == Fate::Awaited && movesElsewhere(call, knowledge_);
  addHandOvers(call);
  function_.calls.push_back(call);
}

/// co_await pool; where it is not a call that moves, but awaiting itself.
void Generator::addMove(const CallExpr *node) {
  Call call;
  call.expr = node;
  call.callee = node->getDirectCallee();
  call.facts = &knowledge_.call(*node);
  call.inHandler = inHandler_;
  call.inTry = inTry_;
  call.hops = true;
  function_.calls.push_back(call);
}

void Generator::addHandOvers(const Call &call) {
  for (const model::Callable &role : call.facts->callables)
    for (unsigned i = 0; i < call.arguments(); ++i) {
      if (role.argument >= 0 && static_cast<unsigned>(role.argument) != i)
        continue;
      const Expr *argument = call.argument(i);
      if (!argument)
        continue;
      HandOver handOver;
      handOver.call = call.expr;
      handOver.callable = stripped(argument);
      handOver.target = callableTarget(argument);
      handOver.returns = callableResult(argument);
      handOver.runs = role.runs;
      handOver.returned = role.returned;
      handOver.gives = role.gives;
      handOver.skipped = role.skipped;
      handOver.receiver = call.callee;
      handOver.why = call.facts->why;
      if (role.executor != -1) {
        const Expr *executor = nullptr;
        if (role.executor >= 0)
          executor = call.argument(role.executor);
        else if (const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr))
          executor = member->getImplicitObjectArgument();
        model::Role runner = executor ? runnerOf(*executor, knowledge_) : model::Role::None;
        if (runner == model::Role::EventLoop) {
          handOver.runs = model::Runs::OnLoop;
        } else if (runner != model::Role::None) {
          handOver.runs = model::Runs::OffLoop;
          handOver.byExecutor = true;
        }
      }
      // co_spawn(pool, session(), token): the coroutine that is called runs on that executor.
      if (!handOver.target)
        if (const auto *made = dyn_cast<CallExpr>(handOver.callable))
          handOver.target = made->getDirectCallee();
      if (handOver.target || !handOver.returns.isNull())
        function_.handOvers.push_back(handOver);
    }
}

void Generator::addValue(const Expr *node, const FunctionDecl *callee, Use use) {
  if (!node->isPRValue() || !node->getType()->isRecordType())
    return;
  const model::Meaning &meaning = knowledge_.type(node->getType());
  if (!meaning.asynchronous() && meaning.role != model::Role::Awaitable)
    return;
  Value value;
  value.expr = node;
  value.meaning = &meaning;
  value.fate = use.fate;
  value.position = use.position;
  value.callee = callee;
  value.calleeFacts = callee ? &knowledge_.function(*callee) : nullptr;
  value.inHandler = inHandler_;
  // std::any a = f(); the variable is no handle on the work any more.
  if (use.holder && knowledge_.context().hasSameUnqualifiedType(
                        use.holder->getType().getNonReferenceType(), node->getType()))
    value.holder = use.holder;
  value.condition = use.condition;
  value.conditionHolds = use.conditionHolds;
  function_.values.push_back(value);
}

void Generator::finish(bool complete) {
  function_.mayLackUses = !complete || droppedBranch_;
  for (Value &value : function_.values)
    if (value.holder && value.fate == Fate::Used && !function_.mayLackUses &&
        !named_.contains(value.holder))
      value.fate = Fate::NeverNamed;
}

} // namespace

const Expr *Call::argument(unsigned index) const {
  const Expr *found = nullptr;
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(expr)) {
    // The object of a member operator is its first argument.
    unsigned shift = isa<CXXMethodDecl>(callee) ? 1 : 0;
    found = index + shift < operation->getNumArgs() ? operation->getArg(index + shift) : nullptr;
  } else if (const auto *call = dyn_cast<CallExpr>(expr)) {
    found = index < call->getNumArgs() ? call->getArg(index) : nullptr;
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(expr)) {
    found = index < construct->getNumArgs() ? construct->getArg(index) : nullptr;
  }
  return found && !isa<CXXDefaultArgExpr>(found) ? found : nullptr;
}

unsigned Call::arguments() const {
  if (const auto *call = dyn_cast<CallExpr>(expr))
    return call->getNumArgs();
  return cast<CXXConstructExpr>(expr)->getNumArgs();
}

Function generateFacts(const FunctionDecl &declaration, model::Knowledge &knowledge,
                       bool complete) {
  Function function;
  function.decl = &declaration;
  function.body = coro::writtenBody(declaration);
  if (const CoroutineBodyStmt *body = coro::coroutineBody(declaration)) {
    function.isCoroutine = true;
    function.promise = coro::promiseOf(*body);
  }
  Generator generator(function, knowledge);
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&declaration))
    for (const CXXCtorInitializer *init : constructor->inits())
      if (init->isWritten())
        generator.statement(init->getInit());
  generator.statement(function.body);
  generator.finish(complete);
  return function;
}

} // namespace asynctidy::flow
