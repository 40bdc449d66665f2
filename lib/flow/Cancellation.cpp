// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Cancellation.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Macros.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The try blocks of a function, lambdas in it apart.
class TryBlocks : public RecursiveASTVisitor<TryBlocks> {
public:
  std::vector<const CXXTryStmt *> found;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCXXTryStmt(CXXTryStmt *attempt) {
    found.push_back(attempt);
    return true;
  }
};

/// What a handler does, lambdas in it included, as they may run there.
class HandlerBody : public RecursiveASTVisitor<HandlerBody> {
public:
  explicit HandlerBody(Unit &unit) : unit_(unit) {}

  bool looksAtException = false;
  bool assigns = false;

  bool VisitCXXThrowExpr(CXXThrowExpr *node) {
    return inHelper_ && node->getSubExpr() ? true : found();
  }
  bool VisitCoreturnStmt(CoreturnStmt *node) {
    const Expr *value = node->getOperand();
    return !inHelper_ && value && !value->getType()->isVoidType() ? found() : true;
  }
  bool VisitBinaryOperator(BinaryOperator *node) {
    assigns |= node->isAssignmentOp();
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *node) {
    assigns |= node->isIncrementDecrementOp();
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *node) {
    assigns |= node->isAssignmentOp();
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee)
      return inHelper_ ? true : found();
    // Some libraries have their own std::current_exception().
    if (callee->getIdentifier() &&
        (callee->getName() == "current_exception" || callee->getName() == "rethrow_exception"))
      return found();
    if (mayLook(*call, *callee) || (callee->isNoReturn() && !inHelper_))
      return found();
    return true;
  }

private:
  bool found() {
    looksAtException = true;
    return false;
  }

  /// A function without arguments may be there to look at the exception (throw; inside), unless
  /// its body is known and does not.
  bool mayLook(const CallExpr &call, const FunctionDecl &callee) {
    if (const Function *known = unit_.find(&callee); known && known->body) {
      if (!seen_.insert(known).second)
        return false;
      HandlerBody inner(unit_);
      inner.seen_ = seen_;
      inner.inHelper_ = true;
      inner.TraverseStmt(const_cast<Stmt *>(known->body));
      return inner.looksAtException;
    }
    if (inHelper_ || callee.isInStdNamespace())
      return false;
    const auto *member = dyn_cast<CXXMemberCallExpr>(&call);
    bool onItself =
        member && isa<CXXThisExpr>(member->getImplicitObjectArgument()->IgnoreParenImpCasts());
    const auto *type = callee.getType()->getAs<FunctionProtoType>();
    return call.getNumArgs() == 0 && (!member || onItself) && !(type && type->isNothrow());
  }

  Unit &unit_;
  llvm::SmallPtrSet<const Function *, 4> seen_;
  /// In a function that the handler calls.
  bool inHelper_ = false;
};

/// What comes out of a coroutine behind some place, lambdas apart.
class Telling : public RecursiveASTVisitor<Telling> {
public:
  Telling(const SourceManager &sources, SourceLocation behind)
      : sources_(sources), behind_(behind) {}

  bool found = false;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCoreturnStmt(CoreturnStmt *node) {
    const Expr *value = node->getOperand();
    return !value || value->getType()->isVoidType() || look(*node);
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *node) { return look(*node); }

private:
  bool look(const Stmt &node) {
    found |= sources_.isBeforeInTranslationUnit(behind_, node.getBeginLoc());
    return !found;
  }

  const SourceManager &sources_;
  SourceLocation behind_;
};

/// Whether \p handler catches a \p thrown without naming it.
enum class Catches { No, ByName, Broadly };

Catches catches(const CXXCatchStmt &handler, const CXXRecordDecl &thrown) {
  QualType type = handler.getCaughtType();
  if (type.isNull())
    return Catches::Broadly;
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record)
    return Catches::No;
  if (record->getCanonicalDecl() == thrown.getCanonicalDecl())
    return Catches::ByName;
  const CXXRecordDecl *definition = thrown.getDefinition();
  return definition && definition->isDerivedFrom(record) ? Catches::Broadly : Catches::No;
}

/// Follows a coroutine from one handler on.
class HandlerMachine : public Machine {
public:
  enum State : unsigned { Before, Inside, Beyond };

  HandlerMachine(const CXXTryStmt &attempt, const CXXCatchStmt &handler, ASTContext &context)
      : attempt_(attempt), handler_(handler), sources_(context.getSourceManager()) {}

  Next on(unsigned state, const Event &event) override {
    if (event.kind == Event::Caught)
      return event.at == &handler_ ? Next::go(Inside) : Next::go(state);
    if (state == Before || !event.at)
      return Next::go(state);
    if (event.kind == Event::Suspended && within(*event.at, *attempt_.getTryBlock())) {
      again_ = true;
      return Next::report();
    }
    return Next::go(within(*event.at, handler_) ? state : static_cast<unsigned>(Beyond));
  }

  Next thrown(unsigned state, Edge::Kind, const Expr *) override {
    // What is thrown after the handler is somebody else's; before, it may lead into it.
    return state == Before ? Next::go(state) : Next::stop();
  }

  Next atExit(unsigned state, bool byException) override {
    if (state == Before || byException)
      return Next::stop();
    goesOn_ |= state == Beyond;
    return Next::report();
  }

  bool again() const { return again_; }
  bool goesOn() const { return goesOn_; }

private:
  bool within(const Stmt &inner, const Stmt &outer) const {
    return sources_.isPointWithin(sources_.getExpansionLoc(inner.getBeginLoc()),
                                  sources_.getExpansionLoc(outer.getBeginLoc()),
                                  sources_.getExpansionLoc(outer.getEndLoc()));
  }

  const CXXTryStmt &attempt_;
  const CXXCatchStmt &handler_;
  const SourceManager &sources_;
  bool again_ = false;
  bool goesOn_ = false;
};

class Search {
public:
  Search(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  std::vector<Swallowed> run() {
    TryBlocks blocks;
    blocks.TraverseStmt(const_cast<Stmt *>(function_.body));
    for (const CXXTryStmt *attempt : blocks.found)
      consider(*attempt);
    return std::move(result_);
  }

private:
  void consider(const CXXTryStmt &attempt) {
    Swallowed swallowed;
    coro::forEachSuspension(*attempt.getTryBlock(), [&](const Expr &suspension) {
      const Expr *operand = coro::writtenOperand(suspension);
      if (!operand || !coro::isWrittenAwait(suspension) || isShielded(*operand))
        return true;
      swallowed.suspension = &suspension;
      swallowed.cancellation = cancellationAt(*operand);
      return swallowed.cancellation == nullptr;
    });
    if (!swallowed.cancellation || cancelsBefore(attempt))
      return;
    for (unsigned i = 0; i < attempt.getNumHandlers(); ++i) {
      const CXXCatchStmt &handler = *attempt.getHandler(i);
      switch (catches(handler, *swallowed.cancellation)) {
      case Catches::No:
        continue;
      case Catches::ByName:
        return;
      case Catches::Broadly:
        // EXPECT_ANY_THROW(co_await work) lets a test see it.
        if (isInMacro(handler.getBeginLoc(), unit_.context(), saysThatItExpectsAThrow))
          return;
        swallowed.handler = &handler;
        return follow(attempt, swallowed);
      }
    }
  }

  /// The exception by which cancellation may arrive where \p operand is awaited; null for none.
  const CXXRecordDecl *cancellationAt(const Expr &operand) {
    const CXXRecordDecl *found = unit_.knowledge().cancellationOf(stripped(&operand)->getType());
    bool byToken = found && unit_.knowledge().type(unit_.context().getRecordType(found)).byToken;
    return byToken && !isGivenToken(&operand) ? nullptr : found;
  }

  bool isGivenToken(const Stmt *node) {
    if (!node || isa<CXXDefaultArgExpr>(node))
      return false;
    const auto *expr = dyn_cast<Expr>(node);
    return (expr &&
            unit_.knowledge().type(expr->getType()).role == model::Role::CancellationToken) ||
           llvm::any_of(node->children(),
                        [this](const Stmt *child) { return isGivenToken(child); });
  }

  bool isShielded(const Expr &operand) {
    const auto *call = dyn_cast<CallExpr>(stripped(&operand));
    return call && unit_.knowledge().call(*call).shields;
  }

  /// task.cancel(); try { co_await task; } catch (...) {}: what comes back is its own doing.
  bool cancelsBefore(const CXXTryStmt &attempt) {
    const SourceManager &sources = unit_.context().getSourceManager();
    return llvm::any_of(function_.calls, [&](const Call &call) {
      return call.facts->does == model::Does::Cancels &&
             sources.isBeforeInTranslationUnit(call.expr->getBeginLoc(),
                                               attempt.getHandler(0)->getBeginLoc());
    });
  }

  void follow(const CXXTryStmt &attempt, Swallowed &swallowed) {
    HandlerBody body(unit_);
    body.TraverseStmt(swallowed.handler->getHandlerBlock());
    if (body.looksAtException)
      return;
    Ways *ways = unit_.waysThrough(function_);
    if (!ways)
      return;
    HandlerMachine machine(attempt, *swallowed.handler, unit_.context());
    bool ends = false;
    bool finished = ways->run(machine, [&](const Report &) { ends = true; });
    if (!finished || !ends)
      return;
    // What it keeps of the failure may be what the coroutine returns or throws in the end.
    if (!machine.again() && body.assigns && tellsAfter(attempt))
      return;
    swallowed.goesOn = machine.again() || machine.goesOn();
    result_.push_back(swallowed);
  }

  /// Whether the coroutine returns a value or throws anywhere behind \p attempt.
  bool tellsAfter(const CXXTryStmt &attempt) const {
    Telling telling(unit_.context().getSourceManager(), attempt.getEndLoc());
    telling.TraverseStmt(const_cast<Stmt *>(function_.body));
    return telling.found;
  }

  const Function &function_;
  Unit &unit_;
  std::vector<Swallowed> result_;
};

} // namespace

std::vector<Swallowed> swallowedCancellations(const Function &function, Unit &unit) {
  // Only who has a suspension can be cancelled there, and only he pays.
  if (!function.isCoroutine || !function.body || function.suspensions.empty())
    return {};
  return Search(function, unit).run();
}

} // namespace asynctidy::flow
