// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Shapes.h"

#include "model/Enumerators.h"

#include <clang/AST/DeclCXX.h>

using namespace clang;

namespace asynctidy::model {
namespace {

/// Where templates or deduction decide nothing can be said.
std::string resultOf(QualType type) {
  type = type.getNonReferenceType().getUnqualifiedType();
  if (type->isDependentType() || type->getContainedAutoType())
    return "";
  if (type->isVoidType())
    return "void";
  if (type->isArithmeticType() || type->isEnumeralType())
    return "number";
  if (type->isAnyPointerType() || type->isNullPtrType())
    return "pointer";
  const CXXRecordDecl *record = recordOf(type);
  return record ? qualifiedName(*record) : "";
}

} // namespace

Shape shapeOf(const FunctionDecl &function) {
  Shape shape;
  shape.least = function.getMinRequiredArguments();
  shape.most = function.getNumParams();
  if (function.isVariadic() || llvm::any_of(function.parameters(), [](const ParmVarDecl *each) {
        return each->isParameterPack();
      }))
    shape.most = ~0u;
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function)) {
    shape.method = true;
    shape.isStatic = method->isStatic();
  }
  shape.result = resultOf(function.getReturnType());
  return shape;
}

bool Shape::fits(const Shape &other) const {
  return least <= other.most && other.least <= most && method == other.method &&
         isStatic == other.isStatic &&
         (result.empty() || other.result.empty() || result == other.result);
}

std::string Shape::text() const {
  std::string text = std::string(isStatic ? "static method" : method ? "method" : "function");
  text += " of " + std::to_string(least) + " to " + (most == ~0u ? "any" : std::to_string(most));
  return text + " arguments that yields " + (result.empty() ? "something" : result);
}

std::string describe(const Meaning &meaning) {
  std::string text = "role " + spelling(meaning.role).str() + ", start " +
                     spelling(meaning.start).str() + ", dropped " + spelling(meaning.drop).str() +
                     ", errors " + spelling(meaning.errors).str();
  for (auto [holds, word] :
       {std::pair(meaning.awaitable, ", awaitable"), std::pair(meaning.singleUse, ", single-use"),
        std::pair(meaning.generator, ", generator"), std::pair(meaning.droppable, ", droppable")})
    if (holds)
      text += word;
  return text;
}

} // namespace asynctidy::model
