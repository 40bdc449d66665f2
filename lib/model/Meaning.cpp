// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Attributes.h"
#include "model/Knowledge.h"
#include "model/Structure.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::model {
namespace {

const Meaning noMeaning;

/// Whether handing over a \p role to co_await is what the model means by it.
bool meansAwaitable(Role role) { return role == Role::Coroutine || role == Role::Awaitable; }

/// What \p facts say on top of what \p structure says: structure fills in what they leave open.
Meaning combined(const TypeFacts &facts, Meaning structure, Bases &bases) {
  constexpr Basis stated{true};
  Meaning meaning = std::move(structure);
  if (facts.role != Role::None) {
    meaning.role = facts.role;
    meaning.droppable = facts.droppable;
    bases.role = stated;
    bases.droppable = {false, {"the role says so"}};
    if (meansAwaitable(facts.role) && !meaning.awaitable) {
      meaning.awaitable = true;
      bases.awaitable = {false, {"the role says so"}};
    }
  }
  if (facts.droppable) {
    meaning.droppable = true;
    bases.droppable = stated;
  }
  if (facts.start != coro::Start::Unknown) {
    meaning.start = facts.start;
    bases.start = stated;
  } else if (facts.role == Role::Coroutine && meaning.start == coro::Start::Unknown) {
    meaning.start = coro::Start::Lazy;
    bases.start = {false, {"the role says so"}};
  }
  if (facts.drop != coro::Drop::Unknown) {
    meaning.drop = facts.drop;
    bases.drop = stated;
  }
  if (facts.errors != coro::Errors::Unknown) {
    meaning.errors = facts.errors;
    bases.errors = stated;
  }
  meaning.mustClose = facts.mustClose;
  meaning.onLoop = facts.onLoop;
  meaning.byToken = facts.byToken;
  if (facts.singleUse) {
    meaning.singleUse = *facts.singleUse;
    bases.singleUse = stated;
  }
  meaning.why = facts.why;
  return meaning;
}

/// The type without references and cv, as the meanings are kept by.
QualType key(QualType type) {
  return type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

QualType firstTypeArgument(QualType type) {
  const auto *specialisation =
      type.getNonReferenceType().getCanonicalType()->getAs<TemplateSpecializationType>();
  llvm::ArrayRef<TemplateArgument> arguments;
  if (specialisation)
    arguments = specialisation->template_arguments();
  else if (const auto *record =
               dyn_cast_if_present<ClassTemplateSpecializationDecl>(recordOf(type)))
    arguments = record->getTemplateArgs().asArray();
  if (arguments.empty() || arguments.front().getKind() != TemplateArgument::Type)
    return {};
  return arguments.front().getAsType();
}

} // namespace

bool Meaning::neverRunsWhenDropped() const {
  return meansAwaitable(role) && start != coro::Start::Eager && !droppable;
}

bool Meaning::losesOutcomeWhenDropped() const {
  return (role == Role::Task || role == Role::Future) && !droppable;
}

bool Meaning::asynchronous() const {
  return role == Role::Coroutine || role == Role::Task || role == Role::Future;
}

std::optional<TypeFacts> Knowledge::facts(const CXXRecordDecl &record) const {
  TypeFacts facts;
  const TypeFacts *model = nullptr;
  if (record.getIdentifier() && store_->mayKnow(record.getName()))
    model = store_->type(qualifiedName(record));
  if (model)
    facts = *model;
  bool annotated = applyAttributes(record, facts);
  return model || annotated ? std::optional(std::move(facts)) : std::nullopt;
}

const CXXRecordDecl *Knowledge::statedOf(const CXXRecordDecl &record) const {
  return statedOf(record, 0);
}

const CXXRecordDecl *Knowledge::statedOf(const CXXRecordDecl &record, unsigned depth) const {
  // A template that nobody instantiated may derive from itself: template <int N> X : X<N - 1>.
  if (depth > 32)
    return nullptr;
  if (facts(record))
    return &record;
  const CXXRecordDecl *definition = definitionOf(record);
  if (!definition)
    return nullptr;
  for (const CXXBaseSpecifier &base : definition->bases()) {
    const CXXRecordDecl *baseRecord = recordOf(base.getType());
    if (!baseRecord || base.getAccessSpecifier() != AS_public)
      continue;
    if (const CXXRecordDecl *stated = statedOf(*baseRecord, depth + 1))
      return stated;
  }
  return nullptr;
}

Meaning Knowledge::compute(const CXXRecordDecl &record, QualType type, Bases &bases) const {
  Meaning structure = structuralMeaning(record, type, context_, bases);
  const CXXRecordDecl *stated = statedOf(record);
  return stated ? combined(*facts(*stated), std::move(structure), bases) : structure;
}

Meaning Knowledge::explain(QualType type, Bases &bases) const {
  const CXXRecordDecl *record = recordOf(type);
  return record ? compute(*record, key(type), bases) : noMeaning;
}

const Meaning &Knowledge::type(QualType type) {
  const CXXRecordDecl *record = recordOf(type);
  if (!record)
    return noMeaning;
  QualType plain = key(type);
  std::unique_ptr<Meaning> &meaning = types_[plain.getTypePtr()];
  if (!meaning) {
    Bases unasked;
    meaning = std::make_unique<Meaning>(compute(*record, plain, unasked));
  }
  return *meaning;
}

llvm::StringRef Knowledge::replacement(Blocking category, QualType coroutine) {
  const CXXRecordDecl *record = recordOf(coroutine);
  if (!record)
    return {};
  if (llvm::StringRef use = store_->replacement(category, qualifiedName(*record)); !use.empty())
    return use;
  const CXXRecordDecl *definition = definitionOf(*record);
  if (!definition)
    return {};
  for (const CXXBaseSpecifier &base : definition->bases())
    if (llvm::StringRef use = replacement(category, base.getType()); !use.empty())
      return use;
  return {};
}

const CXXRecordDecl *Knowledge::cancellationIn(const DeclContext &space) {
  auto [place, isNew] = cancellations_.try_emplace(space.getPrimaryContext());
  if (!isNew)
    return place->second;
  const CXXRecordDecl *found = nullptr;
  // A namespace is declared in parts.
  llvm::SmallVector<DeclContext *> parts;
  const_cast<DeclContext &>(space).getPrimaryContext()->collectAllContexts(parts);
  for (const DeclContext *part : parts)
    for (const Decl *member : part->decls())
      if (const auto *record = dyn_cast<CXXRecordDecl>(member); record && !found)
        if (std::optional<TypeFacts> known = facts(*record);
            known && known->role == Role::Cancellation)
          found = record;
  cancellations_[space.getPrimaryContext()] = found;
  return found;
}

const CXXRecordDecl *Knowledge::cancellationOf(QualType type) {
  const CXXRecordDecl *record = recordOf(type);
  if (!record)
    return nullptr;
  for (const DeclContext *space = record->getDeclContext(); space; space = space->getParent())
    if (space->isFileContext())
      if (const CXXRecordDecl *found = cancellationIn(*space))
        return found;
  return nullptr;
}

bool Knowledge::replaces(const FunctionDecl &function, Blocking category) const {
  std::string call = qualifiedName(function) + "(";
  return llvm::any_of(store_->libraries(), [&](const Library &library) {
    return llvm::any_of(library.replacements, [&](const Replacement &replacement) {
      return replacement.category == category && llvm::StringRef(replacement.use).contains(call);
    });
  });
}

QualType Knowledge::awaitedTask(QualType type) {
  const Meaning &outer = this->type(type);
  if (!outer.asynchronous() && !outer.awaitable)
    return {};
  QualType result = firstTypeArgument(type);
  return !result.isNull() && this->type(result).asynchronous() ? result : QualType();
}

} // namespace asynctidy::model
