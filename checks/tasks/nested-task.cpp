// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a coroutine comes out as the result of other work and nobody awaits it: a coroutine
// function run by std::async or a pool, or co_await of a task whose result is a coroutine. Misses
// on purpose: inner coroutines that are stored or passed on.
#include "flow/Callables.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class NestedTask : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      for (const flow::HandOver &handOver : function.handOvers)
        if (handOver.returned == model::Returned::Wrapped && !isAwaited(handOver.call, function))
          wrapped(handOver.call, handOver.callable, handOver.receiver, handOver.returns, unit);
      for (const flow::Value &value : function.values)
        lookAt(value, function, unit);
    }
  }

  void lookAt(const flow::Value &value, const flow::Function &function, flow::Unit &unit) {
    if (!value.callee)
      return innerDropped(value, function, unit.context());
    // submit(coroutineFunction) -> future<task<T>>, in a library that nobody described.
    clang::QualType inner = unit.knowledge().awaitedTask(value.expr->getType());
    const auto *call = llvm::dyn_cast<clang::CallExpr>(value.expr);
    if (inner.isNull() || !call || value.fate == flow::Fate::Awaited)
      return;
    for (const clang::Expr *argument : call->arguments()) {
      clang::QualType returns = flow::callableResult(argument);
      if (isPassedThrough(argument, value, function, unit.context()))
        continue;
      if (!returns.isNull() && unit.context().hasSameUnqualifiedType(returns, inner))
        return wrapped(call, flow::stripped(argument), value.callee, inner, unit);
    }
  }

  /// return submit(function); where the function is a parameter: whoever gave it gets the same
  /// nested type, and is told.
  static bool isPassedThrough(const clang::Expr *argument, const flow::Value &value,
                              const flow::Function &function, const clang::ASTContext &context) {
    // A wrapper that holds it, like std::packaged_task, runs whatever it was made with.
    const auto *member = llvm::dyn_cast<clang::MemberExpr>(flow::stripped(argument));
    if (const auto *field =
            member ? llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl()) : nullptr;
        field && llvm::isa<clang::ClassTemplateSpecializationDecl>(field->getParent()))
      return true;
    const auto *reference = llvm::dyn_cast<clang::DeclRefExpr>(flow::stripped(argument));
    return reference && llvm::isa<clang::ParmVarDecl>(reference->getDecl()) &&
           context.hasSameUnqualifiedType(function.decl->getReturnType(), value.expr->getType());
  }

  /// co_await outer(); where outer's result is a coroutine of its own.
  void innerDropped(const flow::Value &value, const flow::Function &function,
                    const clang::ASTContext &context) {
    bool dropped = value.fate == flow::Fate::Discarded || value.fate == flow::Fate::VoidCast ||
                   value.fate == flow::Fate::NeverNamed;
    if (!dropped || !value.meaning->neverRunsWhenDropped())
      return;
    std::vector<clang::FixItHint> fix;
    if (function.promise && !value.inHandler && value.expr->getBeginLoc().isFileID() &&
        coro::accepts(*function.promise, value.expr->getType(), context))
      fix.push_back(clang::FixItHint::CreateInsertion(value.expr->getBeginLoc(), "co_await "));
    report(value.expr->getBeginLoc(),
           "the result of this co_await is another coroutine, which is never awaited; it never "
           "runs",
           llvm::ArrayRef(fix));
  }

  static bool isAwaited(const clang::Expr *call, const flow::Function &function) {
    return llvm::any_of(function.values, [&](const flow::Value &value) {
      return value.expr == call && value.fate == flow::Fate::Awaited;
    });
  }

  void wrapped(const clang::Expr *call, const clang::Expr *callable,
               const clang::FunctionDecl *receiver, clang::QualType returns, flow::Unit &unit) {
    if (returns.isNull() || !unit.knowledge().type(returns).neverRunsWhenDropped())
      return;
    if (report(call->getBeginLoc(),
               "the result of %0 is a coroutine of its own, a value of type %1 that never runs",
               tidy::spelled(*receiver), returns))
      note(callable->getBeginLoc(),
           "this callable returns a coroutine; pass one that runs it to its end");
  }
};

const tidy::Register<NestedTask> registration{{
    .name = "nested-task",
    .summary = "A task whose result is a coroutine runs only the outer one",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "",
    .kin = "clippy async_yields_async, AsyncFixer04",
}};

} // namespace
} // namespace asynctidy
