// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ValueFacts.h"

using namespace clang;

namespace asynctidy::flow {

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
    // static_assert(std::is_same_v<decltype(work), ...>): it is there for its type.
    if (value.holder->isReferenced() && !value.holder->isUsed(false))
      value.holder = nullptr;
    else
      value.fate = Fate::NeverNamed;
  }
}

} // namespace asynctidy::flow
