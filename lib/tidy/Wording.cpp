// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/Wording.h"

#include "coro/Awaitable.h"
#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Completion.h"
#include "flow/Targets.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/Lex/Lexer.h>

using namespace clang;

namespace asynctidy::tidy {
namespace {

/// Whether awaiting a \p type is known to yield something that a variable can hold.
bool yieldsValue(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record)
    return false;
  for (const NamedDecl *member :
       record->lookup(&record->getASTContext().Idents.get("await_resume")))
    if (const auto *resume = dyn_cast<CXXMethodDecl>(member))
      return !resume->getReturnType()->isVoidType() && !resume->getReturnType()->isUndeducedType();
  // task<T>
  const auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (!specialization || specialization->getTemplateArgs().size() == 0)
    return false;
  const TemplateArgument &first = specialization->getTemplateArgs()[0];
  return first.getKind() == TemplateArgument::Type && !first.getAsType()->isVoidType();
}

/// The name of the global object that \p call calls as if it were a function: "std::ranges::sort",
/// stdexec's sync_wait; empty for every other call.
std::string functionObject(const Expr &call) {
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(&call);
  if (!operation || operation->getOperator() != OO_Call)
    return "";
  const auto *reference = dyn_cast<DeclRefExpr>(flow::stripped(operation->getArg(0)));
  const auto *object = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return object && object->isFileVarDecl() ? "'" + model::qualifiedName(*object) + "'" : "";
}

/// Whether \p variable can hold what awaiting its initialiser yields.
bool canHoldResult(const VarDecl &variable, QualType awaited) {
  return variable.getTypeSourceInfo() &&
         isa<AutoType>(variable.getTypeSourceInfo()->getType().getNonReferenceType()) &&
         yieldsValue(awaited);
}

} // namespace

std::string spelled(const FunctionDecl &function) {
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function)) {
    if (method->getParent()->isLambda())
      return "this lambda";
    if (isa<CXXConstructorDecl>(method))
      return "'" + model::qualifiedName(*method->getParent()) + "'";
  }
  return "'" + model::qualifiedName(function) + "'";
}

std::string spelled(const flow::Step &step) {
  const auto *call = dyn_cast<CallExpr>(step.call);
  const Expr *holder = call ? flow::calledThrough(*call) : nullptr;
  holder = holder ? flow::stripped(holder) : nullptr;
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(holder))
    return "'" + reference->getDecl()->getNameAsString() + "'";
  if (const auto *member = dyn_cast_or_null<MemberExpr>(holder))
    return "'" + member->getMemberDecl()->getNameAsString() + "'";
  return spelled(*step.callee);
}

std::string spelled(const flow::Call &call) {
  if (call.indirect)
    return spelled(flow::Step{0, call.expr, call.callee, call.facts, {}});
  auto written = [](QualType type, const CXXRecordDecl &record) {
    // std::move() makes its result a remove_reference<...>::type.
    const auto *alias = type->getAs<TypedefType>();
    return alias && alias->getDecl()->getDeclContext()->isFileContext()
               ? model::qualifiedName(*alias->getDecl())
               : model::qualifiedName(record);
  };
  if (std::string object = functionObject(*call.expr); !object.empty())
    return object;
  if (const auto *construct = dyn_cast<CXXConstructExpr>(call.expr))
    return "'" + written(construct->getType(), *construct->getConstructor()->getParent()) + "'";
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr)) {
    QualType type = member->getImplicitObjectArgument()->IgnoreParenImpCasts()->getType();
    if (type->isPointerType())
      type = type->getPointeeType();
    if (const CXXRecordDecl *object = type->getAsCXXRecordDecl();
        object && !object->isLambda() && call.callee->getIdentifier())
      return "'" + written(type, *object) + "::" + call.callee->getName().str() + "'";
  }
  return spelled(*call.callee);
}

std::string described(const flow::Value &value) {
  if (!value.callee)
    return "the coroutine that this co_await yields";
  std::string name = functionObject(*value.expr);
  if (name.empty())
    name = spelled(*value.callee);
  switch (value.meaning->role) {
  case model::Role::Coroutine:
    return (name.front() == '\'' ? "coroutine " : "the coroutine from ") + name;
  case model::Role::Task:
    return "the task from " + name;
  case model::Role::Future:
    return "the future from " + name;
  default:
    return "the awaitable from " + name;
  }
}

std::vector<FixItHint> awaitFix(const flow::Value &value, const flow::Function &function,
                                const ASTContext &context) {
  if (!function.promise || value.inHandler || value.expr->getBeginLoc().isMacroID() ||
      value.expr->getEndLoc().isMacroID() || value.position == flow::Position::ConditionalArm)
    return {};
  // co_await binds tighter than every operator that can be overloaded to return a coroutine.
  const auto *call = dyn_cast<CallExpr>(value.expr);
  if (const auto *operation = dyn_cast_or_null<CXXOperatorCallExpr>(call);
      !call || (operation && operation->getOperator() != OO_Call))
    return {};
  if (!coro::accepts(*function.promise, value.expr->getType(), context) ||
      (value.holder && !canHoldResult(*value.holder, value.expr->getType())))
    return {};
  return {FixItHint::CreateInsertion(value.expr->getBeginLoc(), "co_await ")};
}

std::vector<FixItHint> checkFirstFix(const flow::Call &call, model::Knowledge &knowledge) {
  const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr);
  // What its arguments wait for would come between the check and the call.
  if (!member || !call.isStatement || coro::suspends(*call.expr) ||
      call.expr->getBeginLoc().isMacroID() || call.expr->getEndLoc().isMacroID())
    return {};
  const Expr *object = member->getImplicitObjectArgument()->IgnoreImplicit();
  const auto *callee = cast<MemberExpr>(member->getCallee()->IgnoreParenImpCasts());
  QualType type = callee->isArrow() ? object->getType()->getPointeeType() : object->getType();
  // Evaluated twice with the fix: only names and members of them.
  const Expr *base = object;
  while (const auto *field = dyn_cast<MemberExpr>(base))
    base = field->getBase()->IgnoreParenImpCasts();
  if (type.isNull() || !isa<DeclRefExpr, CXXThisExpr>(base))
    return {};
  const CXXMethodDecl *query = flow::queryOf(type, knowledge);
  if (!query)
    return {};
  const ASTContext &context = knowledge.context();
  StringRef text = Lexer::getSourceText(CharSourceRange::getTokenRange(object->getSourceRange()),
                                        context.getSourceManager(), context.getLangOpts());
  if (text.empty())
    return {};
  return {FixItHint::CreateInsertion(
      call.expr->getBeginLoc(),
      ("if (!" + text + (callee->isArrow() ? "->" : ".") + query->getName() + "()) ").str())};
}

bool listed(const std::vector<std::string> &names, const NamedDecl *declaration) {
  if (!declaration || names.empty())
    return false;
  std::string full = model::qualifiedName(*declaration);
  StringRef last = full;
  last = last.substr(last.rfind(':') + 1);
  return llvm::any_of(names, [&](const std::string &name) { return name == full || name == last; });
}

bool listed(const std::vector<std::string> &names, QualType type) {
  return listed(names, type.getNonReferenceType()->getAsCXXRecordDecl());
}

} // namespace asynctidy::tidy
