// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Mentions.h"

#include "coro/Suspension.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Walks what is evaluated, with the way from the root to where it is.
class Walk {
public:
  explicit Walk(std::vector<Mention> &mentions) : mentions_(mentions) {}

  void run(const Stmt *node) {
    if (!node || isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(node))
      return;
    if (const auto *reference = dyn_cast<DeclRefExpr>(node))
      return add(*reference);
    way_.push_back(node);
    if (const auto *body = dyn_cast<CoroutineBodyStmt>(node)) {
      run(body->getBody());
    } else if (const Expr *operand = coro::writtenOperand(*node)) {
      run(operand);
    } else if (const auto *exit = dyn_cast<CoreturnStmt>(node)) {
      run(exit->getOperand());
    } else if (const auto *lambda = dyn_cast<LambdaExpr>(node)) {
      captures(*lambda);
    } else if (const auto *loop = dyn_cast<CXXForRangeStmt>(node)) {
      run(loop->getInit());
      run(loop->getRangeInit());
      run(loop->getLoopVarStmt());
      run(loop->getBody());
    } else if (const auto *declaration = dyn_cast<DeclStmt>(node)) {
      for (const Decl *each : declaration->decls())
        if (const auto *variable = dyn_cast<VarDecl>(each))
          initialiser(*variable);
    } else {
      for (const Stmt *child : node->children())
        run(child);
    }
    way_.pop_back();
  }

private:
  void initialiser(const VarDecl &variable) {
    const VarDecl *outer = std::exchange(initialised_, &variable);
    run(variable.getInit());
    initialised_ = outer;
  }

  void captures(const LambdaExpr &lambda) {
    auto init = lambda.capture_init_begin();
    for (const LambdaCapture &capture : lambda.captures()) {
      const Expr *value = *init++;
      if (!capture.capturesVariable())
        continue;
      capture_ = &capture;
      run(value);
      capture_ = nullptr;
    }
  }

  void add(const DeclRefExpr &reference) {
    const ValueDecl *variable = reference.getDecl();
    const auto *binding = dyn_cast<BindingDecl>(variable);
    const auto *storage =
        dyn_cast_or_null<VarDecl>(binding ? binding->getDecomposedDecl() : variable);
    if (!storage || !storage->hasLocalStorage())
      return;
    Mention mention;
    mention.expr = &reference;
    mention.variable = variable;
    classify(mention);
    mentions_.push_back(mention);
  }

  void classify(Mention &mention) const;
  bool step(Mention &mention, const Expr *child, const Stmt *parent) const;
  bool call(Mention &mention, const Expr *child, const CallExpr &call) const;
  bool construct(Mention &mention, const Expr *child, const CXXConstructExpr &node) const;
  void initialised(Mention &mention) const;

  std::vector<Mention> &mentions_;
  std::vector<const Stmt *> way_;
  const VarDecl *initialised_ = nullptr;
  const LambdaCapture *capture_ = nullptr;
};

bool isNamed(const FunctionDecl *function, llvm::ArrayRef<llvm::StringRef> names) {
  return function && function->isInStdNamespace() && function->getIdentifier() &&
         llvm::is_contained(names, function->getName());
}

/// Sets how and says true when the question is settled; false to look one level further out.
bool settle(Mention &mention, How how) {
  mention.how = how;
  return true;
}

bool Walk::call(Mention &mention, const Expr *child, const CallExpr &node) const {
  const FunctionDecl *callee = node.getDirectCallee();
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(&node)) {
    OverloadedOperatorKind kind = operation->getOperator();
    bool isObject = operation->getNumArgs() > 0 && operation->getArg(0) == child;
    if (isObject && (kind == OO_Star || kind == OO_Arrow)) {
      mention.dereferenced = true;
      return false;
    }
    if (isObject && kind == OO_Equal) {
      mention.call = &node;
      return settle(mention, How::Assigned);
    }
    if (operation->isComparisonOp() || kind == OO_Exclaim)
      return settle(mention, How::Tested);
    if (isObject && isa_and_nonnull<CXXMethodDecl>(callee)) {
      mention.call = &node;
      return settle(mention, How::Method);
    }
  }
  if (isNamed(callee, {"move", "forward"}) && node.getNumArgs() == 1) {
    mention.moved |= callee->getName() == "move" || node.isXValue();
    mention.forwarded |= callee->getName() == "forward";
    return false;
  }
  if (isNamed(callee, {"as_const"}))
    return false;
  if (isNamed(callee, {"ref", "cref", "addressof"}))
    return settle(mention, How::Aliased);
  mention.call = &node;
  for (unsigned i = 0; i < node.getNumArgs(); ++i)
    if (node.getArg(i) == child)
      mention.argument =
          isa<CXXOperatorCallExpr>(node) && isa_and_nonnull<CXXMethodDecl>(callee) ? i - 1 : i;
  return settle(mention, How::Passed);
}

bool Walk::construct(Mention &mention, const Expr *child, const CXXConstructExpr &node) const {
  if (node.getNumArgs() >= 1 && node.getConstructor()->isCopyOrMoveConstructor()) {
    if (node.isElidable() && !mention.moved)
      return false;
    if (node.getConstructor()->isCopyConstructor())
      mention.how = How::Copied;
    else
      mention.moved = true;
    return false;
  }
  mention.call = &node;
  for (unsigned i = 0; i < node.getNumArgs(); ++i)
    if (node.getArg(i) == child)
      mention.argument = i;
  return settle(mention, How::Passed);
}

/// The mention is (a copy, a reference of) what a variable is initialised with.
void Walk::initialised(Mention &mention) const {
  if (!initialised_ || initialised_->getType()->isReferenceType())
    mention.how = How::Aliased;
  else if (mention.moved)
    mention.how = How::Moved;
  else if (mention.expr->getType()->isRecordType() && !mention.member)
    mention.how = How::Copied;
  else
    mention.how = How::Read;
}

bool Walk::step(Mention &mention, const Expr *child, const Stmt *parent) const {
  if (isa<ParenExpr, MaterializeTemporaryExpr, ExprWithCleanups, CXXBindTemporaryExpr, ConstantExpr,
          SubstNonTypeTemplateParmExpr>(parent))
    return false;
  if (const auto *cast = dyn_cast<CastExpr>(parent)) {
    switch (cast->getCastKind()) {
    case CK_ToVoid:
      return settle(mention, How::Ignored);
    case CK_IntegralToBoolean:
    case CK_PointerToBoolean:
    case CK_MemberPointerToBoolean:
      return settle(mention, How::Tested);
    case CK_UserDefinedConversion:
    case CK_ConstructorConversion:
      return false;
    default:
      mention.moved |= isa<ExplicitCastExpr>(cast) && cast->isXValue();
      return false;
    }
  }
  if (coro::writtenOperand(*parent))
    return settle(mention, coro::isWrittenAwait(*parent) ? How::Awaited : How::Passed);
  if (const auto *member = dyn_cast<MemberExpr>(parent)) {
    mention.member |= isa<FieldDecl>(member->getMemberDecl());
    mention.dereferenced |=
        member->isArrow() && member->getBase() == child && child->getType()->isPointerType();
    return false;
  }
  if (const auto *method = dyn_cast<CXXMemberCallExpr>(parent);
      method && method->getCallee() == child) {
    mention.call = method;
    if (const auto *conversion = dyn_cast_or_null<CXXConversionDecl>(method->getMethodDecl());
        conversion && conversion->getConversionType()->isBooleanType())
      return settle(mention, How::Tested);
    return settle(mention, How::Method);
  }
  if (const auto *node = dyn_cast<CallExpr>(parent))
    return call(mention, child, *node);
  if (const auto *node = dyn_cast<CXXConstructExpr>(parent))
    return construct(mention, child, *node);
  if (const auto *unary = dyn_cast<UnaryOperator>(parent)) {
    if (unary->getOpcode() == UO_AddrOf)
      return settle(mention, How::Aliased);
    if (unary->getOpcode() == UO_LNot)
      return settle(mention, How::Tested);
    if (unary->isIncrementDecrementOp())
      return settle(mention, How::Increased);
    mention.dereferenced |= unary->getOpcode() == UO_Deref;
    return false;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(parent)) {
    if (binary->isAssignmentOp() && binary->getLHS() == child) {
      mention.call = binary;
      mention.value = binary->isCompoundAssignmentOp() ? nullptr : binary->getRHS();
      return settle(mention, binary->isCompoundAssignmentOp() ? How::Increased : How::Assigned);
    }
    if (binary->isComparisonOp() || binary->isLogicalOp())
      return settle(mention, How::Tested);
    if (binary->isAssignmentOp())
      return settle(mention, mention.moved ? How::Moved : How::Copied);
    if (binary->isCommaOp() && binary->getRHS() == child)
      return false;
    return settle(mention, binary->isCommaOp() ? How::Ignored : How::Read);
  }
  if (isa<ConditionalOperator>(parent)) {
    const auto *choice = cast<ConditionalOperator>(parent);
    return choice->getCond() == child && settle(mention, How::Tested);
  }
  if (isa<ReturnStmt, CoreturnStmt>(parent)) {
    // return t.size; hands out a number, not t.
    bool copiesScalar =
        mention.member && child->isPRValue() && child->getType()->isArithmeticType();
    return settle(mention, copiesScalar ? How::Read : How::Returned);
  }
  if (isa<LambdaExpr>(parent)) {
    mention.byReference = capture_ && capture_->getCaptureKind() == LCK_ByRef;
    return settle(mention, How::Captured);
  }
  if (isa<DeclStmt>(parent)) {
    initialised(mention);
    return true;
  }
  if (isa<CXXThrowExpr, InitListExpr, CXXNewExpr, CXXDeleteExpr, CXXStdInitializerListExpr,
          CXXParenListInitExpr, DesignatedInitExpr>(parent))
    return settle(mention, How::Passed);
  if (isa<IfStmt, WhileStmt, DoStmt, ForStmt, SwitchStmt>(parent)) {
    if (const auto *loop = dyn_cast<ForStmt>(parent);
        loop && (loop->getInc() == child || loop->getInit() == child || loop->getBody() == child))
      return settle(mention, How::Ignored);
    return settle(mention, child->isPRValue() ? How::Tested : How::Ignored);
  }
  if (isa<CXXForRangeStmt>(parent))
    return settle(mention, How::Aliased);
  if (isa<Expr>(parent))
    return settle(mention, How::Read);
  return settle(mention, mention.moved ? How::Moved : How::Ignored);
}

void Walk::classify(Mention &mention) const {
  const Expr *child = mention.expr;
  for (const Stmt *parent : llvm::reverse(way_)) {
    if (step(mention, child, parent))
      return;
    child = dyn_cast<Expr>(parent);
    if (!child)
      return;
  }
}

} // namespace

const CXXMethodDecl *methodOf(const Mention &mention) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  return mention.how == How::Method && call ? call->getMethodDecl() : nullptr;
}

Mentions::Mentions(const Stmt &body) {
  Walk(mentions_).run(&body);
  for (unsigned i = 0; i < mentions_.size(); ++i)
    index_.try_emplace({mentions_[i].expr->getLocation(), mentions_[i].variable}, i);
}

const Mention *Mentions::find(const DeclRefExpr &expr) const {
  auto found = index_.find({expr.getLocation(), expr.getDecl()});
  return found == index_.end() ? nullptr : &mentions_[found->second];
}

} // namespace asynctidy::flow
