// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Conclusions.h"

#include "asynctidy/models/UsedTypes.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/StringExtras.h>

#include <map>

using namespace clang;

namespace asynctidy::driver {
namespace {

/// The class template that \p record is, or is made from; null for a class of its own.
const ClassTemplateDecl *templateOf(const CXXRecordDecl &record) {
  if (const auto *made = dyn_cast<ClassTemplateSpecializationDecl>(&record))
    return made->getSpecializedTemplate()->getCanonicalDecl();
  const ClassTemplateDecl *name = record.getDescribedClassTemplate();
  return name ? name->getCanonicalDecl() : nullptr;
}

bool isWrittenSpecialisation(const CXXRecordDecl &record) {
  const auto *made = dyn_cast<ClassTemplateSpecializationDecl>(&record);
  return made && made->isExplicitSpecialization();
}

/// "<T, Tail...>"
std::string parametersOf(const ClassTemplateDecl &name) {
  std::vector<std::string> names;
  for (const NamedDecl *parameter : *name.getTemplateParameters())
    names.push_back(parameter->getNameAsString() + (parameter->isParameterPack() ? "..." : ""));
  return "<" + llvm::join(names, ", ") + ">";
}

/// What two instantiations must have in common to be spoken of together.
std::string signatureOf(const Conclusion &conclusion) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  for (const model::Property &property : conclusion.explanation.properties)
    stream << property.name << '=' << property.value << ' ';
  if (const auto &coroutine = conclusion.coroutine)
    stream << coroutine->generator << coroutine->asyncGenerator << coroutine->synchronous;
  return text;
}

/// Whether the type is of the kind that people ask about.
bool isWorthTelling(const Conclusion &conclusion, const CXXRecordDecl &record,
                    const UsedTypes &used) {
  if (conclusion.coroutine)
    return true;
  switch (conclusion.explanation.meaning.role) {
  case model::Role::Coroutine:
  case model::Role::Task:
  case model::Role::Future:
  case model::Role::Promise:
    return true;
  case model::Role::Awaitable:
    return !used.isMachinery(record);
  default:
    return conclusion.explanation.meaning.awaitable && !used.isMachinery(record) &&
           (used.isAwaited(record) || hasOwnAwaiter(record));
  }
}

class Telling {
public:
  Telling(ASTContext &context, const model::Knowledge &knowledge, const model::Ledger &ledger)
      : context_(context), knowledge_(knowledge), ledger_(ledger) {}

  Conclusion conclude(const CXXRecordDecl &record) const {
    Conclusion result;
    const QualType type = context_.getTypeDeclType(&record);
    result.subject = model::qualifiedName(record);
    result.definition = model::definitionOf(record);
    result.coroutine = coro::coroutineType(type, context_);
    result.explanation = model::explain(knowledge_, ledger_, type);
    return result;
  }

  void add(const CXXRecordDecl &record, Conclusion conclusion) {
    if (!conclusion.definition)
      return;
    const ClassTemplateDecl *name = templateOf(record);
    const void *key = name ? static_cast<const void *>(name) : record.getCanonicalDecl();
    Family &family = families_[key];
    family.name = name;
    Kin &kin = family.kin[signatureOf(conclusion)];
    if (kin.names.empty())
      kin.conclusion = std::move(conclusion);
    kin.isWritten &= isWrittenSpecialisation(record);
    kin.names.push_back(context_.getTypeDeclType(&record).getAsString(policy()));
  }

  std::vector<Conclusion> take() {
    std::vector<Conclusion> result;
    for (auto &[key, family] : families_)
      for (auto &[signature, kin] : family.kin) {
        kin.conclusion.name = nameOf(family, kin);
        result.push_back(std::move(kin.conclusion));
      }
    const SourceManager &sources = context_.getSourceManager();
    llvm::sort(result, [&](const Conclusion &a, const Conclusion &b) {
      const SourceLocation left = a.definition->getLocation();
      const SourceLocation right = b.definition->getLocation();
      return left == right ? a.name < b.name : sources.isBeforeInTranslationUnit(left, right);
    });
    return result;
  }

private:
  /// Those of a family that come to the same.
  struct Kin {
    Conclusion conclusion;
    std::vector<std::string> names;
    /// Nothing but explicit specialisations.
    bool isWritten = true;
  };
  struct Family {
    const ClassTemplateDecl *name = nullptr;
    std::map<std::string, Kin> kin;
  };

  PrintingPolicy policy() const {
    PrintingPolicy policy(context_.getLangOpts());
    policy.SuppressTagKeyword = true;
    return policy;
  }

  static std::string nameOf(const Family &family, Kin &kin) {
    if (!family.name)
      return kin.conclusion.subject;
    if (family.kin.size() == 1 && !kin.isWritten)
      return kin.conclusion.subject + parametersOf(*family.name);
    constexpr size_t shown = 3;
    llvm::sort(kin.names);
    const size_t more = kin.names.size() > shown ? kin.names.size() - shown : 0;
    kin.names.resize(kin.names.size() - more);
    return llvm::join(kin.names, ", ") + (more ? " and " + std::to_string(more) + " more" : "");
  }

  ASTContext &context_;
  const model::Knowledge &knowledge_;
  const model::Ledger &ledger_;
  std::map<const void *, Family> families_;
};

/// Whether instantiations say more than the pattern that they come from.
bool isPatternOfOthers(const CXXRecordDecl &record) {
  const ClassTemplateDecl *name = record.getDescribedClassTemplate();
  return name && llvm::any_of(name->specializations(), [](const auto *made) {
           return !made->isExplicitSpecialization() && made->getDefinition();
         });
}

} // namespace

std::vector<Conclusion> conclusions(ASTContext &context, const model::Knowledge &knowledge,
                                    const model::Ledger &ledger) {
  const UsedTypes used(context);
  Telling telling(context, knowledge, ledger);
  for (const CXXRecordDecl *record : used.classes()) {
    if (isPatternOfOthers(*record))
      continue;
    Conclusion conclusion = telling.conclude(*record);
    if (isWorthTelling(conclusion, *record, used))
      telling.add(*record, std::move(conclusion));
  }
  return telling.take();
}

std::vector<Conclusion> conclusionsAbout(llvm::StringRef subject, ASTContext &context,
                                         const model::Knowledge &knowledge,
                                         const model::Ledger &ledger) {
  Telling telling(context, knowledge, ledger);
  for (const CXXRecordDecl *record : classesCalled(subject, context))
    if (!isPatternOfOthers(*record))
      telling.add(*record, telling.conclude(*record));
  return telling.take();
}

} // namespace asynctidy::driver
