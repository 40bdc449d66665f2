// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ForeignChanges.h"

#include "flow/Callables.h"
#include "flow/Mentions.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether giving back the memory of a \p type matters: it owns some.
bool ownsMemory(QualType type) {
  const auto *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() && !record->hasTrivialDestructor();
}

bool changes(const Mention &mention) {
  if (mention.member || mention.dereferenced)
    return false;
  if (mention.how == How::Assigned)
    return true;
  const CXXMethodDecl *method = methodOf(mention);
  // What returns something may only look: vector[i], find().
  return method && !method->isConst() && method->getReturnType()->isVoidType();
}

} // namespace

std::vector<ForeignChange> foreignChanges(Unit &unit) {
  std::vector<ForeignChange> result;
  for (const Function &function : unit.functions())
    for (const HandOver &handOver : function.handOvers) {
      const Function *callable = unit.find(handOver.target());
      if (handOver.runs != model::Runs::OtherLoop || !callable || !callable->body)
        continue;
      Mentions mentions(*callable->body);
      for (const LambdaCapture &capture : capturesOf(*callable->decl)) {
        if (!capture.capturesVariable() || capture.getCaptureKind() != LCK_ByRef)
          continue;
        const auto *object = dyn_cast<VarDecl>(capture.getCapturedVar());
        if (!object || !ownsMemory(object->getType().getNonReferenceType()))
          continue;
        for (const Mention &mention : mentions.all())
          if (mention.variable == object && changes(mention)) {
            result.push_back({&handOver, object, mention.expr});
            break;
          }
      }
    }
  return result;
}

} // namespace asynctidy::flow
