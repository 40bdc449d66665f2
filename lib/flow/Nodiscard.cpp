// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Nodiscard.h"

#include "flow/Unit.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/MapVector.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isNodiscard(const Decl &declaration) { return declaration.hasAttr<WarnUnusedResultAttr>(); }

/// The class as it is written: the template of a specialisation.
const CXXRecordDecl *writtenClass(const CXXRecordDecl &record) {
  const CXXRecordDecl *pattern = record.getTemplateInstantiationPattern();
  const CXXRecordDecl *definition = pattern ? pattern : &record;
  return definition->getDefinition() ? definition->getDefinition() : definition;
}

const FunctionDecl *writtenFunction(const FunctionDecl &function) {
  const FunctionDecl *pattern = function.getTemplateInstantiationPattern();
  return (pattern ? pattern : &function)->getCanonicalDecl();
}

class Search {
public:
  explicit Search(Unit &unit) : unit_(unit), sources_(unit.context().getSourceManager()) {}

  std::vector<Discardable> run() {
    for (const Function &function : unit_.functions()) {
      consider(*function.decl);
      for (const Value &value : function.values)
        if (value.callee)
          consider(*value.callee);
    }
    std::vector<Discardable> result;
    for (const auto &[declaration, meaning] : found_)
      result.push_back({declaration, meaning});
    return result;
  }

private:
  bool isUsers(const Decl &declaration) const {
    return declaration.getLocation().isValid() &&
           !sources_.isInSystemHeader(declaration.getLocation());
  }

  void consider(const FunctionDecl &function) {
    const CXXRecordDecl *record = function.getReturnType()->getAsCXXRecordDecl();
    if (!record || isNodiscard(*record) || isNodiscard(*writtenClass(*record)))
      return;
    const model::Meaning &meaning = unit_.knowledge().type(function.getReturnType());
    if (!meaning.neverRunsWhenDropped() && !meaning.losesOutcomeWhenDropped())
      return;
    const CXXRecordDecl *written = writtenClass(*record);
    if (isUsers(*written))
      found_.insert({written, &meaning});
    else
      considerFactory(*writtenFunction(function), meaning);
  }

  void considerFactory(const FunctionDecl &function, const model::Meaning &meaning) {
    const model::FunctionFacts &facts = unit_.knowledge().function(function);
    const auto *method = dyn_cast<CXXMethodDecl>(&function);
    bool isNamed = function.getIdentifier() && !(method && method->getParent()->isLambda());
    bool isFirst = !function.getFriendObjectKind() && !function.isMain();
    if (isUsers(function) && isNamed && isFirst && !isNodiscard(function) && !facts.needsNobody() &&
        !facts.detaches)
      found_.insert({&function, &meaning});
  }

  Unit &unit_;
  const SourceManager &sources_;
  llvm::MapVector<const NamedDecl *, const model::Meaning *> found_;
};

} // namespace

std::vector<Discardable> discardables(Unit &unit) { return Search(unit).run(); }

} // namespace asynctidy::flow
