// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/NameCheck.h"

#include "model/Knowledge.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::model {
namespace {

/// A template stands for what it declares.
const Decl &behindTemplate(const Decl &decl) {
  const auto *name = dyn_cast<TemplateDecl>(&decl);
  return name && name->getTemplatedDecl() ? *name->getTemplatedDecl() : decl;
}

bool declaresMethod(const CXXRecordDecl &record, llvm::StringRef name) {
  return llvm::any_of(record.decls(), [&](const Decl *member) {
    const auto *method = dyn_cast<CXXMethodDecl>(&behindTemplate(*member));
    return method && lastComponent(*method) == name;
  });
}

/// The base class of \p record, or of one of its bases, that declares \p method; null when none
/// does.
const CXXRecordDecl *baseWith(const CXXRecordDecl &record, llvm::StringRef method,
                              unsigned depth = 0) {
  // A template may derive from itself: template <int N> X : X<N - 1>.
  if (depth > 32)
    return nullptr;
  for (const CXXBaseSpecifier &base : record.bases()) {
    const CXXRecordDecl *named = recordOf(base.getType());
    const CXXRecordDecl *definition = named ? definitionOf(*named) : nullptr;
    if (!definition)
      continue;
    if (declaresMethod(*definition, method))
      return definition;
    if (const CXXRecordDecl *found = baseWith(*definition, method, depth + 1))
      return found;
  }
  return nullptr;
}

} // namespace

std::vector<ModelName> namesIn(const Model &model) {
  std::map<std::size_t, std::vector<ModelName>> byEntry;
  auto collect = [&](auto &entries, Kind kind, llvm::StringRef key) {
    for (const auto &entry : entries)
      for (const auto &[index, subject] : llvm::enumerate(entry.subjects)) {
        std::string pointer = ("/facts/" + llvm::Twine(entry.index) + "/" + key).str();
        if (entry.subjects.size() > 1)
          pointer += "/" + std::to_string(index);
        byEntry[entry.index].push_back(
            {kind, spellings(subject, model.document.namespaces), model.origin, pointer});
      }
  };
  collect(model.document.functions, model.document.c ? Kind::CFunction : Kind::Function,
          "function");
  collect(model.document.types, Kind::Type, "type");
  std::vector<ModelName> names;
  for (auto &[index, found] : byEntry)
    llvm::append_range(names, std::move(found));
  return names;
}

/// Goes through the declarations of namespaces and classes, and compares their names as Knowledge
/// spells them.
class NameCheck::Walk {
public:
  explicit Walk(NameCheck &check) : check_(check) {}

  void scope(const DeclContext &context) {
    for (const Decl *member : context.decls())
      look(behindTemplate(*member));
  }

private:
  void look(const Decl &decl) {
    if (const auto *named = dyn_cast<NamedDecl>(&decl); named && isWanted(*named))
      compare(*named);
    if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(decl))
      scope(*cast<DeclContext>(&decl));
    else if (const auto *record = dyn_cast<CXXRecordDecl>(&decl);
             record && record->isThisDeclarationADefinition())
      scope(*record);
  }

  /// Says no, without building a name, to nearly everything.
  bool isWanted(const NamedDecl &decl) const {
    const IdentifierInfo *identifier = decl.getIdentifier();
    return identifier
               ? check_.lastComponents_.contains(identifier->getName())
               : isa<FunctionDecl>(decl) && check_.lastComponents_.contains(lastComponent(decl));
  }

  void compare(const NamedDecl &decl) {
    const std::string name = qualifiedName(decl);
    if (const auto *record = dyn_cast<CXXRecordDecl>(&decl)) {
      declare(Kind::Type, name);
      return compareBases(*record, name);
    }
    if (const auto *function = dyn_cast<FunctionDecl>(&decl)) {
      if (function->isExternC())
        declare(Kind::CFunction, lastComponent(decl));
      return declare(Kind::Function, name);
    }
    if (const auto *alias = dyn_cast<TypedefNameDecl>(&decl)) {
      if (const CXXRecordDecl *record = recordOf(alias->getUnderlyingType()))
        suggest(Kind::Type, name, "it is a name for '" + qualifiedName(*record) + "'");
    } else if (const auto *used = dyn_cast<UsingShadowDecl>(&decl)) {
      const NamedDecl &target = *used->getTargetDecl();
      const Kind kind = isa<TypeDecl, ClassTemplateDecl>(target) ? Kind::Type : Kind::Function;
      suggest(kind, name, "it is a name for '" + qualifiedName(target) + "'");
    }
  }

  void compareBases(const CXXRecordDecl &record, const std::string &name) {
    auto methods = check_.methods_.find(name);
    if (methods == check_.methods_.end() || !record.isThisDeclarationADefinition())
      return;
    for (const std::string &method : methods->getValue())
      if (const CXXRecordDecl *base = baseWith(record, method))
        suggest(Kind::Function, name + "::" + method,
                "its class inherits it: name '" + qualifiedName(*base) + "::" + method + "'");
  }

  void declare(Kind kind, llvm::StringRef name) {
    std::string wanted = key(kind, name);
    if (check_.wanted_.contains(wanted))
      check_.declared_.insert(wanted);
  }

  void suggest(Kind kind, llvm::StringRef name, std::string hint) {
    std::string wanted = key(kind, name);
    if (check_.wanted_.contains(wanted))
      check_.hints_.try_emplace(wanted, std::move(hint));
  }

  NameCheck &check_;
};

NameCheck::NameCheck(llvm::ArrayRef<ModelName> names) {
  for (const ModelName &name : names)
    for (llvm::StringRef spelling : name.spellings) {
      wanted_.insert(key(name.kind, spelling));
      llvm::StringRef last = lastComponent(spelling);
      lastComponents_.insert(last);
      if (name.kind != Kind::Function || last.size() == spelling.size())
        continue;
      llvm::StringRef scope = spelling.drop_back(last.size() + 2);
      lastComponents_.insert(lastComponent(scope));
      methods_[scope].push_back(last.str());
    }
}

std::string NameCheck::key(Kind kind, llvm::StringRef name) {
  return (llvm::Twine(static_cast<int>(kind)) + name).str();
}

void NameCheck::look(const ASTContext &context) {
  Walk(*this).scope(*context.getTranslationUnitDecl());
}

void NameCheck::merge(const NameCheck &other) {
  for (const auto &name : other.declared_)
    declared_.insert(name.getKey());
  for (const auto &hint : other.hints_)
    hints_.try_emplace(hint.getKey(), hint.getValue());
}

bool NameCheck::isDeclared(const ModelName &name) const {
  return llvm::any_of(name.spellings, [&](llvm::StringRef spelling) {
    return declared_.contains(key(name.kind, spelling));
  });
}

std::string NameCheck::hint(const ModelName &name) const {
  for (llvm::StringRef spelling : name.spellings)
    if (auto found = hints_.find(key(name.kind, spelling)); found != hints_.end())
      return found->getValue();
  return "";
}

} // namespace asynctidy::model
