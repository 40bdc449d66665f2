// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Generators.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Conditions.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool advances(const CXXMethodDecl &method, model::Knowledge &knowledge) {
  return knowledge.function(method).does == model::Does::Advances;
}

const ValueDecl *named(const Expr *expr) {
  const auto *reference = dyn_cast_or_null<DeclRefExpr>(stripped(expr));
  return reference ? reference->getDecl() : nullptr;
}

/// *answer, answer->..., answer.value(): there is an item, and nothing is said of the end.
bool takesItem(const Stmt &node) {
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(&node))
    return operation->getNumArgs() == 1 &&
           (operation->getOperator() == OO_Star || operation->getOperator() == OO_Arrow);
  if (const auto *unary = dyn_cast<UnaryOperator>(&node))
    return unary->getOpcode() == UO_Deref;
  const auto *call = dyn_cast<CXXMemberCallExpr>(&node);
  return call && call->getMethodDecl() && model::lastComponent(*call->getMethodDecl()) == "value";
}

/// Whether the answer to \p question, yes, says that there is an item.
bool asksForAny(const Question &question) {
  return !question.method || isa<CXXConversionDecl>(question.method) ||
         model::lastComponent(*question.method) == "has_value";
}

} // namespace

bool beginsWithFirstItem(QualType type, model::Knowledge &knowledge) {
  const CXXRecordDecl *record = model::recordOf(type);
  const CXXRecordDecl *definition = record ? model::definitionOf(*record) : nullptr;
  return definition && llvm::any_of(definition->methods(), [&](const CXXMethodDecl *method) {
           return advances(*method, knowledge);
         });
}

bool asksForItem(const Mention &mention, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  return mention.how == How::Method && call && call->getMethodDecl() &&
         advances(*call->getMethodDecl(), knowledge);
}

Answers::Answers(const ValueDecl &generator, const Stmt &body, model::Knowledge &knowledge)
    : generator_(generator), knowledge_(knowledge) {
  collect(&body);
}

bool Answers::asks(const Stmt &expr) const {
  if (isa<LambdaExpr>(expr))
    return false;
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(&expr);
      call && call->getMethodDecl() && advances(*call->getMethodDecl(), knowledge_) &&
      named(call->getImplicitObjectArgument()) == &generator_)
    return true;
  return llvm::any_of(expr.children(), [this](const Stmt *child) { return child && asks(*child); });
}

/// co_await items.next(), also under a timeout.
bool Answers::isAnswer(const Expr &expr) const {
  const Expr *inner = expr.IgnoreUnlessSpelledInSource();
  return coro::isWrittenAwait(*inner) && asks(*inner);
}

bool Answers::isAbout(const Stmt *node) const {
  if (!node || isa<LambdaExpr>(node) || takesItem(*node))
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(node))
    return answers_.contains(reference->getDecl()) || derived_.contains(reference->getDecl());
  if (coro::isWrittenAwait(*node) && asks(*node))
    return true;
  return llvm::any_of(node->children(), [this](const Stmt *child) { return isAbout(child); });
}

void Answers::collect(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *declaration = dyn_cast<DeclStmt>(node)) {
    for (const Decl *each : declaration->decls())
      if (const auto *variable = dyn_cast<VarDecl>(each); variable && variable->getInit()) {
        const Expr &init = *variable->getInit();
        if (isAnswer(init))
          answers_.insert(variable);
        else if (isAbout(&init))
          derived_.insert(variable);
      }
  }
  for (const Stmt *child : node->children())
    collect(child);
  const Expr *target = nullptr;
  const Expr *value = nullptr;
  if (const auto *assign = dyn_cast<BinaryOperator>(node); assign && assign->isAssignmentOp()) {
    target = assign->getLHS();
    value = assign->getRHS();
  } else if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(node);
             operation && operation->getOperator() == OO_Equal && operation->getNumArgs() == 2) {
    target = operation->getArg(0);
    value = operation->getArg(1);
  }
  const ValueDecl *variable = named(target);
  if (!variable)
    return;
  if (isAnswer(*value))
    answers_.insert(variable);
  else if (answers_.contains(variable) || isAbout(value))
    derived_.insert(variable);
}

bool Answers::mayHaveMore(const Expr &condition, bool holds) const {
  std::optional<Question> question = questionOf(condition);
  bool isPlain = question && answers_.contains(question->variable) &&
                 !derived_.contains(question->variable) && asksForAny(*question);
  if (isPlain)
    return holds != question->negated;
  return !isAbout(&condition);
}

} // namespace asynctidy::flow
