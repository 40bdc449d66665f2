// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Posting.h"

#include "flow/Callables.h"
#include "flow/Completion.h"
#include "flow/Objects.h"
#include "flow/Unit.h"

#include <clang/Lex/Lexer.h>
#include <llvm/ADT/SetVector.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

QualType pointee(QualType type) {
  type = type.getNonReferenceType();
  return type->isPointerType() ? type->getPointeeType() : type;
}

class Poster {
public:
  Poster(const CrossThreadTouch &touch, Unit &unit)
      : callable_(*touch.callable), creator_(*touch.creator), handOver_(*touch.handOver),
        call_(dyn_cast<CXXMemberCallExpr>(touch.chain.front().call)), unit_(unit) {}

  std::vector<FixItHint> fix() {
    if (!call_ || touchesMacro())
      return {};
    if (std::vector<FixItHint> renamed = rename(); !renamed.empty())
      return renamed;
    return wrap();
  }

private:
  bool touchesMacro() const {
    return call_->getBeginLoc().isMacroID() || call_->getEndLoc().isMacroID();
  }

  /// The loop's method that calls a callable on its thread and may be called on any other.
  const CXXMethodDecl *postOf(QualType loop) const {
    const CXXRecordDecl *record = model::recordOf(pointee(loop));
    const CXXRecordDecl *definition = record ? model::definitionOf(*record) : nullptr;
    if (!definition)
      return nullptr;
    for (const CXXMethodDecl *method : definition->methods()) {
      const model::FunctionFacts &facts = unit_.knowledge().function(*method);
      if (facts.threadSafe && !facts.callables.empty() && method->getIdentifier() &&
          facts.callables.front().argument == 0 &&
          facts.callables.front().runs == model::Runs::OnLoop)
        return method;
    }
    return nullptr;
  }

  /// loop.call_soon(f) and loop.call_soon_threadsafe(f) take the same.
  std::vector<FixItHint> rename() const {
    const CXXMethodDecl *bound = call_->getMethodDecl();
    const CXXMethodDecl *post =
        bound ? postOf(unit_.context().getRecordType(bound->getParent())) : nullptr;
    const auto *member = dyn_cast<MemberExpr>(call_->getCallee()->IgnoreParenImpCasts());
    if (!post || !member || !member->getMemberLoc().isValid() ||
        !unit_.context().hasSameType(bound->getReturnType(), post->getReturnType()) ||
        bound->getNumParams() != post->getNumParams())
      return {};
    for (unsigned i = 0; i < bound->getNumParams(); ++i)
      if (!unit_.context().hasSameType(bound->getParamDecl(i)->getType(),
                                       post->getParamDecl(i)->getType()))
        return {};
    return {FixItHint::CreateReplacement(member->getMemberLoc(), post->getName())};
  }

  /// A variable that the callable captures or is given, or may capture by its [&].
  const VarDecl *loopInReach() const {
    auto isLoop = [&](const VarDecl *variable) {
      return variable &&
             unit_.knowledge().type(pointee(variable->getType())).role == model::Role::EventLoop &&
             postOf(variable->getType());
    };
    for (const ParmVarDecl *parameter : callable_.decl->parameters())
      if (isLoop(parameter))
        return parameter;
    const auto *lambda = dyn_cast<LambdaExpr>(handOver_.callable);
    if (!lambda ||
        lambda->getCallOperator()->getCanonicalDecl() != callable_.decl->getCanonicalDecl())
      return nullptr;
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable())
        if (const auto *variable = dyn_cast<VarDecl>(capture.getCapturedVar()); isLoop(variable))
          return variable;
    if (lambda->getCaptureDefault() != LCD_ByRef)
      return nullptr;
    for (const ParmVarDecl *parameter : creator_.decl->parameters())
      if (isLoop(parameter))
        return parameter;
    const SourceManager &sources = unit_.context().getSourceManager();
    for (const VarDecl *variable : outerVariables())
      if (isLoop(variable) &&
          sources.isBeforeInTranslationUnit(variable->getLocation(), lambda->getBeginLoc()))
        return variable;
    return nullptr;
  }

  /// The variables in the outermost block of the function that hands the callable over.
  std::vector<const VarDecl *> outerVariables() const {
    std::vector<const VarDecl *> result;
    if (const auto *block = dyn_cast_or_null<CompoundStmt>(creator_.body))
      for (const Stmt *statement : block->body())
        if (const auto *declaration = dyn_cast<DeclStmt>(statement))
          for (const Decl *each : declaration->decls())
            if (const auto *variable = dyn_cast<VarDecl>(each))
              result.push_back(variable);
    return result;
  }

  /// The variables that \p node names; false when it needs what cannot be captured by copy.
  bool collect(const Stmt *node, llvm::SmallSetVector<const VarDecl *, 4> &variables) const {
    if (isa<CXXThisExpr, LambdaExpr>(node))
      return false;
    if (const auto *reference = dyn_cast<DeclRefExpr>(node))
      if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
          variable && variable->hasLocalStorage()) {
        if (!mayCopy(variable->getType()))
          return false;
        variables.insert(variable);
      }
    return llvm::all_of(node->children(), [&](const Stmt *child) {
      return !child || isa<CXXDefaultArgExpr>(child) || collect(child, variables);
    });
  }

  static bool isCopyable(const CXXRecordDecl &record) {
    if (record.needsImplicitCopyConstructor())
      return !record.defaultedCopyConstructorIsDeleted();
    return llvm::any_of(record.ctors(), [](const CXXConstructorDecl *each) {
      return each->isCopyConstructor() && !each->isDeleted();
    });
  }

  /// Numbers, and handles: a copy means the same thing, and lives as long as it is needed.
  bool mayCopy(QualType type) const {
    type = type.getNonReferenceType();
    if (type->isArithmeticType() || type->isEnumeralType())
      return true;
    model::Role role = unit_.knowledge().type(type).role;
    bool isHandle =
        role == model::Role::Future || role == model::Role::Task || role == model::Role::Resource;
    const auto *record = type->getAsCXXRecordDecl();
    return isHandle && record && record->hasDefinition() && isCopyable(*record->getDefinition());
  }

  bool isStatement() const {
    return llvm::any_of(callable_.calls,
                        [&](const Call &each) { return each.expr == call_ && each.isStatement; });
  }

  std::vector<FixItHint> wrap() const {
    const CXXMethodDecl *method = call_->getMethodDecl();
    llvm::SmallSetVector<const VarDecl *, 4> variables;
    const VarDecl *loop = isStatement() ? loopInReach() : nullptr;
    if (!loop || !method || !method->isConst() || !collect(call_, variables) ||
        variables.contains(loop))
      return {};
    std::string captures;
    for (const VarDecl *variable : variables)
      captures += (captures.empty() ? "" : ", ") + variable->getName().str();
    const SourceManager &sources = unit_.context().getSourceManager();
    SourceLocation end =
        Lexer::getLocForEndOfToken(call_->getEndLoc(), 0, sources, unit_.context().getLangOpts());
    std::string before = (loop->getName() + (loop->getType()->isPointerType() ? "->" : ".") +
                          postOf(loop->getType())->getName() + "([" + captures + "] { " + check())
                             .str();
    return {FixItHint::CreateInsertion(call_->getBeginLoc(), before),
            FixItHint::CreateInsertion(end, "; })")};
  }

  /// By the time that the callable runs somebody may have cancelled what it completes.
  std::string check() const {
    const auto *object =
        dyn_cast<DeclRefExpr>(call_->getImplicitObjectArgument()->IgnoreParenImpCasts());
    const CXXMethodDecl *method = call_->getMethodDecl();
    if (!object || unit_.knowledge().function(*method).does != model::Does::Completes)
      return "";
    const CXXMethodDecl *query = queryOf(object->getType(), unit_.knowledge());
    return query ? ("if (!" + object->getDecl()->getName() + "." + query->getName() + "()) ").str()
                 : "";
  }

  const Function &callable_;
  const Function &creator_;
  const HandOver &handOver_;
  const CXXMemberCallExpr *call_;
  Unit &unit_;
};

} // namespace

std::vector<FixItHint> postInstead(const CrossThreadTouch &touch, Unit &unit) {
  return Poster(touch, unit).fix();
}

} // namespace asynctidy::flow
