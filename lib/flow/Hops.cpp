// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Hops.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Executors.h"
#include "flow/Objects.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Handles on schedulers on pools: a pointer in a class in a class. No more is looked through.
constexpr unsigned maxDepth = 4;

model::Role roleOf(const CXXRecordDecl &record, Unit &unit) {
  return unit.knowledge().type(unit.context().getRecordType(&record)).role;
}

/// std::vector<std::thread>, std::array<std::jthread, 4>, std::unique_ptr<std::thread[]>.
bool isSeveralThreads(QualType type, Unit &unit) {
  if (const ArrayType *array = unit.context().getAsArrayType(type)) {
    const CXXRecordDecl *element = array->getElementType()->getAsCXXRecordDecl();
    return element && roleOf(*element, unit) == model::Role::Thread;
  }
  const auto *holder =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!holder || holder->getTemplateArgs().size() == 0 ||
      holder->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return false;
  QualType element = holder->getTemplateArgs()[0].getAsType();
  if (isSeveralThreads(element, unit))
    return true;
  llvm::StringRef name = holder->getName();
  if (name == "unique_ptr" || name == "shared_ptr" || name == "optional")
    return false; // one
  const CXXRecordDecl *record = classMeant(element);
  return record && roleOf(*record, unit) == model::Role::Thread;
}

bool hasSeveralThreads(const CXXRecordDecl *record, Unit &unit, unsigned depth = 0) {
  if (!record || depth > maxDepth)
    return false;
  switch (roleOf(*record, unit)) {
  case model::Role::ThreadPool:
    return true;
  case model::Role::EventLoop:
  case model::Role::Thread:
    return false;
  default:
    break;
  }
  if (saysThatItIsAThreadPool(*record))
    return true;
  record = record->getDefinition();
  if (!record || record->isInStdNamespace())
    return false;
  unsigned fields = 0;
  const FieldDecl *only = nullptr;
  for (const FieldDecl *field : record->fields()) {
    if (isSeveralThreads(field->getType(), unit))
      return true;
    ++fields;
    only = field;
  }
  // A scheduler or executor that is a handle on its pool, or a pool behind a pointer.
  if (fields == 1 && hasSeveralThreads(classMeant(only->getType()), unit, depth + 1))
    return true;
  return llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &base) {
    return hasSeveralThreads(base.getType()->getAsCXXRecordDecl(), unit, depth + 1);
  });
}

/// Also of what is obtained from a pool: pool.get_scheduler().
bool isExecutorWithThreads(const Expr &executor, Unit &unit) {
  if (isElsewhere(runnerOf(executor, unit.knowledge())))
    return true;
  const Expr *inner = stripped(&executor);
  const CXXRecordDecl *record = classMeant(inner->getType());
  if (record && roleOf(*record, unit) == model::Role::EventLoop)
    return false;
  if (hasSeveralThreads(record, unit))
    return true;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(inner))
    return isExecutorWithThreads(*member->getImplicitObjectArgument(), unit);
  const auto *reference = dyn_cast<DeclRefExpr>(inner);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->getInit() && !isa<ParmVarDecl>(variable) &&
         variable->getDeclContext()->isFunctionOrMethod() &&
         isExecutorWithThreads(*variable->getInit(), unit);
}

/// Whether the promise awaits what is written, not something that may come back afterwards.
bool isAwaitedAsItIs(const Expr &await, ASTContext &context) {
  const auto *suspension = dyn_cast<CoroutineSuspendExpr>(&await);
  if (!suspension)
    return false;
  const Expr *awaiter = suspension->getCommonExpr()->IgnoreImplicit();
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(awaiter);
      operation && operation->getOperator() == OO_Coawait)
    awaiter = operation->getArg(0);
  return context.hasSameUnqualifiedType(awaiter->getType(), suspension->getOperand()->getType());
}

bool movesByItsShape(const Call &call, Unit &unit) {
  if (!call.hops)
    return false;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr))
    return isExecutorWithThreads(*member->getImplicitObjectArgument(), unit);
  return call.arguments() == 1 && call.argument(0) && saysThatItMoves(*call.callee) &&
         isExecutorWithThreads(*call.argument(0), unit);
}

bool isHandle(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->isInStdNamespace() && record->getIdentifier() &&
         record->getName() == "coroutine_handle";
}

/// Whether \p callable is a coroutine handle or resumes one itself.
bool resumes(const Expr &callable, Unit &unit) {
  if (isHandle(stripped(&callable)->getType()))
    return true;
  auto isResumption = [](const Call &call) {
    const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
    if (!method || !isHandle(method->getThisType()->getPointeeType()))
      return false;
    return method->getOverloadedOperator() == OO_Call ||
           (method->getIdentifier() && method->getName() == "resume");
  };
  return llvm::any_of(unit.targets().of(callable), [&](const FunctionDecl *target) {
    const Function *function = unit.find(target);
    return function && llvm::any_of(function->calls, isResumption);
  });
}

/// Whether the awaiter hands the coroutine to a thread: std::thread([h] { h.resume(); }) or
/// pool.post(h).
bool awaiterMoves(const Expr &await, Unit &unit) {
  const CXXMemberCallExpr *suspending = coro::suspendCall(await);
  const Function *function = suspending ? unit.find(suspending->getMethodDecl()) : nullptr;
  if (!function)
    return false;
  for (const HandOver &handOver : function->handOvers)
    if (handOver.runs == model::Runs::OffLoop && handOver.call && resumes(*handOver.callable, unit))
      return true;
  for (const Call &call : function->calls) {
    const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr);
    if (member && isExecutorWithThreads(*member->getImplicitObjectArgument(), unit) &&
        llvm::any_of(member->arguments(),
                     [&](const Expr *argument) { return resumes(*argument, unit); }))
      return true;
  }
  return false;
}

const Expr *awaited(const Expr &await) {
  const Expr *operand = coro::writtenOperand(await);
  return operand && coro::isWrittenAwait(await) ? stripped(operand) : nullptr;
}

} // namespace

bool leavesThread(const Expr &await, const Function &function, Unit &unit) {
  const Expr *operand = awaited(await);
  if (!operand)
    return false;
  auto call = llvm::find_if(function.calls, [&](const Call &c) { return c.expr == operand; });
  if (call != function.calls.end()) {
    if (call->facts->hops)
      return true;
    if (isAwaitedAsItIs(await, unit.context()) && movesByItsShape(*call, unit))
      return true;
  }
  return movingAwait(await, unit.knowledge()) || awaiterMoves(await, unit);
}

bool staysOnThread(const Expr &await, Unit &unit) {
  const Expr *operand = awaited(await);
  if (!operand)
    return false;
  if (!unit.knowledge().type(operand->getType()).asynchronous())
    return false;
  const auto *call = dyn_cast<CallExpr>(operand);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  const Function *function = callee ? unit.find(callee) : nullptr;
  return !function || llvm::none_of(function->calls, [](const Call &c) { return c.hops; });
}

} // namespace asynctidy::flow
