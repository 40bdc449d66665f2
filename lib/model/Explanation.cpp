// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Explanation.h"

#include "model/Attributes.h"

namespace asynctidy::model {
namespace {

/// Fills in who says a property that is stated.
class Sources {
public:
  Sources(const clang::CXXRecordDecl *stated, const Ledger &ledger) {
    if (!stated)
      return;
    attributes_ = attributesOf(*stated);
    for (const Statement *statement : ledger.about(qualifiedName(*stated)))
      if (statement->kind == Kind::Type && !statement->overriddenBy)
        statements_.push_back(statement);
  }

  /// \p says: whether the facts of one attribute state the property.
  void find(Property &property, llvm::function_ref<bool(const TypeFacts &)> says) const {
    for (const auto &[word, facts] : attributes_)
      if (says(facts))
        property.attribute = word;
    if (!property.attribute.empty())
      return;
    for (const Statement *statement : statements_)
      if (statement->property == property.name)
        property.statement = statement;
  }

private:
  std::vector<std::pair<llvm::StringRef, TypeFacts>> attributes_;
  std::vector<const Statement *> statements_;
};

template <class E> llvm::json::Value valueOf(E value) {
  llvm::StringRef name = spelling(value);
  return name.empty() ? llvm::json::Value(nullptr) : llvm::json::Value(name);
}

} // namespace

Explanation explain(const Knowledge &knowledge, const Ledger &ledger, clang::QualType type) {
  Explanation result;
  Bases bases;
  result.meaning = knowledge.explain(type, bases);
  const Meaning &meaning = result.meaning;
  const clang::CXXRecordDecl *record = recordOf(type);
  const clang::CXXRecordDecl *stated = record ? knowledge.statedOf(*record) : nullptr;
  if (stated && stated != record)
    result.base = stated;
  const Sources sources(stated, ledger);

  auto add = [&](llvm::StringRef name, llvm::json::Value value, const Basis &basis,
                 llvm::function_ref<bool(const TypeFacts &)> says) {
    Property &property = result.properties.emplace_back();
    property.name = name;
    property.value = std::move(value);
    property.because = basis.because;
    if (basis.stated)
      sources.find(property, says);
  };
  using F = TypeFacts;
  add("role", valueOf(meaning.role), bases.role, [](const F &f) { return f.role != Role::None; });
  add("start", valueOf(meaning.start), bases.start,
      [](const F &f) { return f.start != coro::Start::Unknown; });
  add("dropped", valueOf(meaning.drop), bases.drop,
      [](const F &f) { return f.drop != coro::Drop::Unknown; });
  add("errors", valueOf(meaning.errors), bases.errors,
      [](const F &f) { return f.errors != coro::Errors::Unknown; });
  add("awaitable", meaning.awaitable, bases.awaitable, [](const F &) { return false; });
  add("single-use", meaning.singleUse, bases.singleUse,
      [](const F &f) { return f.singleUse.has_value(); });
  add("droppable", meaning.droppable, bases.droppable, [](const F &f) { return f.droppable; });
  add("must-close", meaning.mustClose, {meaning.mustClose}, [](const F &f) { return f.mustClose; });
  add("by-token", meaning.byToken, {meaning.byToken}, [](const F &f) { return f.byToken; });
  add("on-loop", meaning.onLoop, {meaning.onLoop}, [](const F &f) { return f.onLoop; });
  return result;
}

} // namespace asynctidy::model
