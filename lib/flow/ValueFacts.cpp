// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ValueFacts.h"

#include <clang/AST/RecursiveASTVisitor.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Looks for a variable in decltype, sizeof, requires and their kin.
class UnevaluatedNaming : public RecursiveASTVisitor<UnevaluatedNaming> {
public:
  explicit UnevaluatedNaming(const VarDecl &variable) : variable_(variable) {}

  bool VisitDeclRefExpr(DeclRefExpr *name) {
    found |= name->getDecl() == &variable_ && name->isNonOdrUse() == NOUR_Unevaluated;
    return !found;
  }
  bool found = false;

private:
  const VarDecl &variable_;
};

/// static_assert(std::is_same_v<decltype(work), ...>): \p variable, which is named nowhere else,
/// but for a (void)work; is there for its type.
bool isThereForItsType(const VarDecl &variable, const Function &function) {
  if (!variable.isReferenced() || !function.body)
    return false;
  UnevaluatedNaming naming(variable);
  naming.TraverseStmt(const_cast<Stmt *>(function.body));
  return naming.found;
}

} // namespace

void ValueFacts::add(const Expr &node, const FunctionDecl *callee, const Use &use, bool inHandler) {
  if (!node.isPRValue() || !node.getType()->isRecordType())
    return;
  const model::Meaning &meaning = knowledge_.type(node.getType());
  if (!meaning.asynchronous() && meaning.role != model::Role::Awaitable)
    return;
  Value value;
  value.expr = &node;
  value.meaning = &meaning;
  value.fate = use.fate;
  value.position = use.position;
  value.callee = callee;
  value.calleeFacts = callee ? &knowledge_.function(*callee) : nullptr;
  value.inHandler = inHandler;
  // std::any a = f(); the variable is no handle on the work any more.
  if (use.holder && knowledge_.context().hasSameUnqualifiedType(
                        use.holder->getType().getNonReferenceType(), node.getType()))
    value.holder = use.holder;
  value.condition = use.condition;
  value.conditionHolds = use.conditionHolds;
  function_.values.push_back(value);
}

void ValueFacts::addMade(const CXXConstructExpr &node, const Use &use, bool inHandler) {
  if ((use.fate == Fate::Discarded || use.fate == Fate::VoidCast) &&
      knowledge_.type(node.getType()).role == model::Role::Awaitable)
    add(node, node.getConstructor(), use, inHandler);
}

void ValueFacts::finish() {
  for (Value &value : function_.values) {
    if (!value.holder || value.fate != Fate::Used || function_.mayLackUses ||
        named_.contains(value.holder))
      continue;
    if (isThereForItsType(*value.holder, function_))
      value.holder = nullptr;
    else
      value.fate = Fate::NeverNamed;
  }
}

} // namespace asynctidy::flow
