// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/HolderScan.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The holder that \p expr names, by its first declaration; null for any other expression.
const ValueDecl *holderNamed(const Expr *expr) {
  const ValueDecl *found = nullptr;
  if (const auto *reference = dyn_cast<DeclRefExpr>(expr))
    found = reference->getDecl();
  else if (const auto *member = dyn_cast<MemberExpr>(expr))
    found = member->getMemberDecl();
  if (const auto *binding = dyn_cast_or_null<BindingDecl>(found))
    return binding->getBinding() ? holderNamed(binding->getBinding()->IgnoreParenImpCasts())
                                 : nullptr;
  bool isVariable = isa_and_nonnull<VarDecl, FieldDecl>(found);
  return isVariable && isHolder(found->getType()) ? cast<ValueDecl>(found->getCanonicalDecl())
                                                  : nullptr;
}

/// `T &&value` of a function template, or one of `T &&...values`: it takes anything, to pass it on.
bool isForwarding(const FunctionDecl &callee, unsigned index) {
  // using Base::Base;
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&callee))
    if (const CXXConstructorDecl *inherited =
            constructor->getInheritedConstructor().getConstructor())
      return isForwarding(*inherited, index);
  const FunctionTemplateDecl *pattern = callee.getPrimaryTemplate();
  const FunctionDecl *written = pattern ? pattern->getTemplatedDecl() : nullptr;
  if (!written || written->getNumParams() == 0)
    return false;
  QualType type = written->getParamDecl(std::min(index, written->getNumParams() - 1))->getType();
  if (const auto *pack = type->getAs<PackExpansionType>())
    type = pack->getPattern();
  return type->isRValueReferenceType();
}

/// Whether the parameter at \p index leaves the variable that is passed to it as it is.
bool isHarmless(const FunctionDecl *callee, unsigned index) {
  if (!callee || index >= callee->getNumParams())
    return false;
  QualType type = callee->getParamDecl(index)->getType();
  if (!type->isReferenceType() || isForwarding(*callee, index))
    return true;
  return type->isLValueReferenceType() && type->getPointeeType().isConstQualified();
}

class Scan {
public:
  Scan(HolderScan &found, llvm::function_ref<bool(const ValueDecl &)> isWanted, bool intoLambdas)
      : found_(found), isWanted_(isWanted), intoLambdas_(intoLambdas) {}

  void run(const FunctionDecl &function) {
    if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&function))
      for (const CXXCtorInitializer *init : constructor->inits()) {
        visit(init->getInit());
        if (init->isMemberInitializer())
          give(init->getMember(), init->getInit());
      }
    visit(coro::writtenBody(function));
  }

  void visit(const Stmt *node);

private:
  void children(const Stmt *node) {
    for (const Stmt *child : node->children())
      visit(child);
  }
  void block(const CompoundStmt *node);
  void loop(const Stmt *node);
  void lambda(const LambdaExpr *node);
  void variable(const VarDecl *node);
  void call(const CallExpr *node);
  bool operation(const CXXOperatorCallExpr *node);
  void assign(const Expr *node, const Expr *target, const Expr *value);
  template <class Arguments> void pass(const Arguments &arguments, const FunctionDecl *callee);
  void members(const Expr *node, llvm::ArrayRef<Expr *> values);
  void mention(const Expr *node);

  void give(const ValueDecl *holder, const Expr *value, bool always = true) {
    if (holder && isHolder(holder->getType()) && isWanted_(*holder))
      found_.holders[cast<ValueDecl>(holder->getCanonicalDecl())].given.push_back(
          {value, ++place_, always ? block_ : std::optional<std::size_t>()});
  }

  /// If \p expr names a holder: it is only read, copied or moved from.
  void read(const Expr *expr) {
    expr = expr->IgnoreParenImpCasts();
    if (holderNamed(expr))
      read_.insert(expr);
  }

  HolderScan &found_;
  llvm::function_ref<bool(const ValueDecl &)> isWanted_;
  bool intoLambdas_;
  unsigned place_ = 0;
  /// The innermost block, and the statement of it that is being looked at.
  std::optional<std::size_t> block_;
  const Stmt *statement_ = nullptr;
  llvm::SmallPtrSet<const Expr *, 16> read_;
};

void Scan::visit(const Stmt *node) {
  if (!node || isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr, RequiresExpr>(node))
    return;
  if (const auto *body = dyn_cast<CoroutineBodyStmt>(node))
    return visit(body->getBody());
  if (const Expr *operand = coro::writtenOperand(*node))
    return visit(operand);
  if (const auto *exit = dyn_cast<CoreturnStmt>(node))
    return visit(exit->getOperand());
  if (const auto *compound = dyn_cast<CompoundStmt>(node))
    return block(compound);
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(node))
    return loop(node);
  if (const auto *closure = dyn_cast<LambdaExpr>(node))
    return lambda(closure);
  if (const auto *declarations = dyn_cast<DeclStmt>(node)) {
    for (const Decl *each : declarations->decls())
      if (const auto *one = dyn_cast<VarDecl>(each))
        variable(one);
    return;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(node)) {
    if (binary->getOpcode() == BO_Assign)
      return assign(binary, binary->getLHS(), binary->getRHS());
    if (binary->isComparisonOp()) {
      read(binary->getLHS());
      read(binary->getRHS());
    }
  } else if (const auto *conversion = dyn_cast<CastExpr>(node)) {
    if (conversion->getCastKind() == CK_LValueToRValue)
      read(conversion->getSubExpr());
  } else if (const auto *direct = dyn_cast<CallExpr>(node)) {
    return call(direct);
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(node)) {
    pass(construct->arguments(), construct->getConstructor());
  } else if (const auto *list = dyn_cast<InitListExpr>(node)) {
    members(list, list->inits());
  } else if (const auto *list = dyn_cast<CXXParenListInitExpr>(node)) {
    members(list, const_cast<CXXParenListInitExpr *>(list)->getInitExprs());
  } else if (isa<DeclRefExpr, MemberExpr>(node)) {
    mention(cast<Expr>(node));
  }
  children(node);
}

void Scan::block(const CompoundStmt *node) {
  std::optional<std::size_t> outer = block_;
  block_ = found_.blocks.size();
  found_.blocks.push_back({++place_});
  for (const Stmt *each : node->body()) {
    const auto *expr = dyn_cast<Expr>(each);
    statement_ = expr ? expr->IgnoreImplicit() : each;
    visit(each);
  }
  found_.blocks[*block_].end = ++place_;
  block_ = outer;
}

void Scan::loop(const Stmt *node) {
  std::size_t index = found_.loops.size();
  found_.loops.push_back({++place_});
  if (const auto *range = dyn_cast<CXXForRangeStmt>(node)) {
    visit(range->getInit());
    visit(range->getRangeInit());
    visit(range->getLoopVarStmt());
    visit(range->getBody());
  } else {
    children(node);
  }
  found_.loops[index].end = ++place_;
}

/// What a capture holds, other than a reference to its variable, is a variable of the lambda.
void Scan::lambda(const LambdaExpr *node) {
  std::size_t index = found_.lambdas.size();
  found_.lambdas.push_back({node, {++place_}});
  for (const Expr *init : node->capture_inits())
    if (init) {
      read(init);
      visit(init);
    }
  if (intoLambdas_)
    visit(node->getBody());
  found_.lambdas[index].span.end = ++place_;
}

void Scan::variable(const VarDecl *node) {
  const Expr *init = node->getInit();
  if (!init)
    return;
  QualType type = node->getType();
  if (type->isReferenceType() && type->getPointeeType().isConstQualified())
    read(init);
  visit(init);
  give(node, init);
}

void Scan::assign(const Expr *node, const Expr *target, const Expr *value) {
  bool always = node == statement_;
  read(target);
  visit(target);
  visit(value);
  give(holderNamed(target->IgnoreParenImpCasts()), value, always);
}

/// True when that is all there is to \p node.
bool Scan::operation(const CXXOperatorCallExpr *node) {
  if (node->getNumArgs() == 2 && node->getOperator() == OO_Equal) {
    assign(node, node->getArg(0), node->getArg(1));
    return true;
  }
  bool isCall = node->getOperator() == OO_Call && node->getNumArgs() > 0;
  if (isCall || node->isComparisonOp())
    read(node->getArg(0));
  return false;
}

void Scan::call(const CallExpr *node) {
  const FunctionDecl *callee = node->getDirectCallee();
  read(node->getCallee());
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(node)) {
    if (this->operation(operation))
      return;
    // The object of a member operator is its first argument.
    if (isa_and_nonnull<CXXMethodDecl>(callee))
      pass(llvm::drop_begin(node->arguments()), callee);
    else
      pass(node->arguments(), callee);
  } else {
    const auto *method = dyn_cast<CXXMemberCallExpr>(node);
    if (method && method->getMethodDecl() && method->getMethodDecl()->isConst())
      read(method->getImplicitObjectArgument());
    if (passesThrough(*node))
      read(node->getArg(0));
    else
      pass(node->arguments(), callee);
  }
  children(node);
}

template <class Arguments> void Scan::pass(const Arguments &arguments, const FunctionDecl *callee) {
  unsigned index = 0;
  for (const Expr *argument : arguments)
    if (isHarmless(callee, index++))
      read(argument);
}

/// The members that an initialiser list gives values to.
void Scan::members(const Expr *node, llvm::ArrayRef<Expr *> values) {
  const CXXRecordDecl *record = node->getType()->getAsCXXRecordDecl();
  if (!record || record->isUnion() || !record->hasDefinition())
    return;
  std::size_t index = record->getNumBases();
  for (const FieldDecl *field : record->fields()) {
    if (field->isUnnamedBitField())
      continue;
    if (index < values.size())
      give(field, values[index]);
    ++index;
  }
}

void Scan::mention(const Expr *node) {
  const ValueDecl *holder = holderNamed(node);
  if (!holder || !isWanted_(*holder))
    return;
  found_.places[node] = ++place_;
  if (!read_.contains(node))
    found_.holders[holder].open = true;
}

} // namespace

bool isHolder(QualType type) {
  type = type.getNonReferenceType();
  return type->isFunctionPointerType() || type->isFunctionType() ||
         type->isMemberFunctionPointerType() || !wrapperResult(type).isNull();
}

HolderScan scanLocals(const FunctionDecl &function) {
  HolderScan found;
  auto isWanted = [&](const ValueDecl &holder) {
    const auto *variable = dyn_cast<VarDecl>(&holder);
    return variable && variable->isLocalVarDecl() && variable->getDeclContext() == &function;
  };
  Scan(found, isWanted, /*intoLambdas=*/true).run(function);
  return found;
}

HolderScan scanGlobals(const Program &program) {
  HolderScan found;
  auto isWanted = [](const ValueDecl &holder) {
    const auto *variable = dyn_cast<VarDecl>(&holder);
    return !variable || (variable->hasGlobalStorage() && !variable->isLocalVarDecl());
  };
  // Lambdas are functions of the program themselves.
  Scan scan(found, isWanted, /*intoLambdas=*/false);
  for (const FunctionDecl *function : program.functions)
    scan.run(*function);
  for (const Expr *initialiser : program.initialisers)
    scan.visit(initialiser);
  return found;
}

} // namespace asynctidy::flow
