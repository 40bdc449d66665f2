// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Holders.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Which of the values that a variable is given it can still have at a place. By the blocks and
/// loops of the text alone: no goto.
class Reach {
public:
  Reach(const HolderScan &scan, const HolderScan::Holder &holder, const VarDecl &variable)
      : scan_(scan), holder_(holder), variable_(variable) {}

  bool reaches(const HolderScan::Given &given, unsigned use) const {
    // Inner lambdas run later, whenever that is, unless they hold a copy.
    for (const HolderScan::Lambda *lambda = innermost(use);
         lambda && !lambda->span.contains(given.place); lambda = innermost(use)) {
      if (!copies(*lambda))
        return true;
      use = lambda->span.begin - 1; // the last place before it, which may be where it is given
    }
    if (innermost(use) != innermost(given.place))
      return true;
    if (given.place <= use)
      return !isReplaced(given.place, use);
    return llvm::any_of(scan_.loops, [&](const Span &loop) {
      return loop.contains(given.place) && loop.contains(use) && !isReplaced(loop.begin, use);
    });
  }

private:
  const HolderScan::Lambda *innermost(unsigned place) const {
    const HolderScan::Lambda *found = nullptr;
    for (const HolderScan::Lambda &lambda : scan_.lambdas)
      if (lambda.span.contains(place))
        found = &lambda;
    return found;
  }

  bool copies(const HolderScan::Lambda &lambda) const {
    return llvm::any_of(lambda.expr->captures(), [this](const LambdaCapture &capture) {
      return capture.capturesVariable() && capture.getCapturedVar() == &variable_ &&
             capture.getCaptureKind() == LCK_ByCopy;
    });
  }

  /// Whether every way from \p begin on to \p use gives the variable another value.
  bool isReplaced(unsigned begin, unsigned use) const {
    return llvm::any_of(holder_.given, [&](const HolderScan::Given &other) {
      return begin < other.place && other.place <= use && other.block &&
             scan_.blocks[*other.block].contains(use) && innermost(other.place) == innermost(use);
    });
  }

  const HolderScan &scan_;
  const HolderScan::Holder &holder_;
  const VarDecl &variable_;
};

/// The class around a member, or around the class that it is in.
const CXXRecordDecl *outermostClass(const ValueDecl &member) {
  const CXXRecordDecl *found = nullptr;
  for (const DeclContext *context = member.getDeclContext(); context;
       context = context->getParent())
    if (const auto *record = dyn_cast<CXXRecordDecl>(context))
      found = record;
  return found;
}

} // namespace

const HolderScan &Holders::inFunction(const FunctionDecl &function) {
  std::unique_ptr<HolderScan> &place = functions_[&function];
  if (!place)
    place = std::make_unique<HolderScan>(scanLocals(function));
  return *place;
}

const HolderScan &Holders::inProgram() {
  if (!whole_)
    whole_ = std::make_unique<HolderScan>(scanGlobals(program_));
  return *whole_;
}

std::optional<Holders::Values> Holders::at(const DeclRefExpr &use, const VarDecl &variable) {
  const auto *function = dyn_cast<FunctionDecl>(variable.getDeclContext());
  if (!function || isa<ParmVarDecl>(variable) || !variable.getDeclContext())
    return std::nullopt;
  const HolderScan &scan = inFunction(*function);
  const HolderScan::Holder holder = scan.holders.lookup(&variable);
  if (holder.open)
    return std::nullopt;
  Reach reach(scan, holder, variable);
  auto place = scan.places.find(&use);
  Values result;
  // What a capture is made of stands outside the lambda, and nothing replaces it there.
  if (variable.isInitCapture())
    result.push_back(variable.getInit());
  for (const HolderScan::Given &given : holder.given)
    if (variable.isStaticLocal() || place == scan.places.end() ||
        reach.reaches(given, place->second))
      result.push_back(given.value);
  return result;
}

/// No code but this translation unit's can name it.
bool Holders::isSeenWhole(const ValueDecl &holder) const {
  const SourceManager &sources = context_.getSourceManager();
  auto isHere = [&](const Decl &decl) {
    return sources.isInMainFile(sources.getExpansionLoc(decl.getLocation())) &&
           !context_.getLangOpts().IsHeaderFile;
  };
  if (const CXXRecordDecl *record = outermostClass(holder))
    return isHere(*record);
  return isHere(holder) && !holder.isExternallyVisible();
}

std::optional<Holders::Values> Holders::everywhere(const ValueDecl &holder) {
  const auto *variable = dyn_cast<VarDecl>(&holder);
  Values result;
  if (variable && holder.getType().isConstQualified()) {
    const Expr *init = variable->getAnyInitializer();
    if (!init)
      return std::nullopt;
    result.push_back(init);
    return result;
  }
  if (!isSeenWhole(holder))
    return std::nullopt;
  HolderScan::Holder found = inProgram().holders.lookup(cast<ValueDecl>(holder.getCanonicalDecl()));
  if (found.open)
    return std::nullopt;
  for (const HolderScan::Given &given : found.given)
    result.push_back(given.value);
  const auto *field = dyn_cast<FieldDecl>(&holder);
  const Expr *init =
      variable ? variable->getAnyInitializer() : (field ? field->getInClassInitializer() : nullptr);
  if (init)
    result.push_back(init);
  return result;
}

} // namespace asynctidy::flow
