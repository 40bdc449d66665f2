// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Knowledge.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::model {

std::string lastComponent(const NamedDecl &declaration) {
  // Names of constructors and destructors carry template arguments: take them from the class.
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&declaration))
    return constructor->getParent()->getName().str();
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(&declaration))
    return "~" + destructor->getParent()->getName().str();
  return declaration.getNameAsString();
}

std::string qualifiedName(const NamedDecl &declaration) {
  std::string name = lastComponent(declaration);
  for (const DeclContext *context = declaration.getDeclContext(); context;
       context = context->getParent()) {
    const auto *outer = dyn_cast<NamedDecl>(context);
    const auto *space = dyn_cast<NamespaceDecl>(context);
    if (outer && !(space && (space->isInline() || space->isAnonymousNamespace())))
      name = lastComponent(*outer) + "::" + name;
  }
  return name;
}

const CXXRecordDecl *recordOf(QualType type) {
  if (type.isNull())
    return nullptr;
  const Type *canonical = type.getNonReferenceType().getCanonicalType().getTypePtr();
  if (const CXXRecordDecl *record = canonical->getAsCXXRecordDecl())
    return record;
  const auto *specialisation = dyn_cast<TemplateSpecializationType>(canonical);
  if (!specialisation)
    return nullptr;
  const auto *pattern =
      dyn_cast_or_null<ClassTemplateDecl>(specialisation->getTemplateName().getAsTemplateDecl());
  return pattern ? pattern->getTemplatedDecl() : nullptr;
}

const CXXRecordDecl *definitionOf(const CXXRecordDecl &record) {
  if (const CXXRecordDecl *definition = record.getDefinition())
    return definition;
  const CXXRecordDecl *pattern = record.getTemplateInstantiationPattern();
  if (!pattern)
    if (const auto *specialisation = dyn_cast<ClassTemplateSpecializationDecl>(&record))
      pattern = specialisation->getSpecializedTemplate()->getTemplatedDecl();
  return pattern ? pattern->getDefinition() : nullptr;
}

} // namespace asynctidy::model
