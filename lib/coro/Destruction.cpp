// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the end of an object does to a coroutine frame that it may own.
#include "coro/Effects.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// CXXRecordDecl::getDestructor looks a name up, which patterns have under another type.
const CXXDestructorDecl *writtenDestructor(const CXXRecordDecl &record) {
  for (const Decl *member : record.decls()) {
    const auto *destructor = dyn_cast<CXXDestructorDecl>(member);
    if (destructor && !destructor->isImplicit())
      return destructor;
  }
  return nullptr;
}

} // namespace

Effects Interpreter::deletePointee(TypeRef type) {
  Effects unseen;
  unseen.opaque = Seen::somewhere();
  if (!type)
    return unseen;
  const QualType pointee = type.type->isPointerType() ? type.type->getPointeeType() : type.type;
  if (pointee->isScalarType() && !pointee->isDependentType())
    return {};
  const Class record = symbols_.classOf(TypeRef{pointee, type.scope});
  if (!record)
    return unseen;
  const CXXDestructorDecl *destructor = writtenDestructor(*record.decl);
  if (destructor && destructor->isVirtual() && !record.decl->isEffectivelyFinal())
    return unseen;
  return destroyObject(record);
}

Effects Interpreter::destroyObject(const Class &record) {
  Effects effects;
  if (!record || !active_.insert(record.decl).second)
    return effects;
  if (const CXXDestructorDecl *destructor = writtenDestructor(*record.decl);
      destructor && !destructor->isDefaulted())
    effects.then(run(symbols_.body(Member{destructor, record})).at(destructor->getLocation()));
  for (const FieldDecl *field : record.decl->fields())
    effects.then(destroyValue({field->getType(), record.scope}).at(field->getLocation()));
  bool complete = true;
  for (const Class &base : symbols_.bases(record, &complete)) {
    if (isStd(base.decl, "coroutine_handle"))
      holdsHandle_ = true;
    else
      effects.then(destroyObject(base));
  }
  if (!complete)
    effects.opaque |= Seen(record.decl->getLocation());
  active_.erase(record.decl);
  return effects;
}

Effects Interpreter::destroyValue(TypeRef written) {
  const TypeRef type = symbols_.resolve(written);
  if (!type)
    return {}; // a type parameter that nothing is known of: the value, not the frame
  if (type.type->isReferenceType() || type.type->isPointerType()) {
    const QualType pointee = type.type->getPointeeType();
    holdsPointer_ |= !pointee->isFunctionType();
    return {};
  }
  if (const auto *array = symbols_.context().getAsArrayType(type.type))
    return destroyValue({array->getElementType(), type.scope});
  if (symbols_.isHandle(type)) {
    holdsHandle_ = true;
    const Class record = symbols_.classOf(type);
    return record && !inStd(*record.decl) ? destroyObject(record) : Effects();
  }
  const Head head = symbols_.head(type);
  const Class record = symbols_.classOf(type);
  const NamedDecl *named = head.name;
  if (!named)
    named = record.decl;
  if (named && inStd(*named))
    return destroyStd(type, named->getName());
  if (record)
    return destroyObject(record);
  Effects effects;
  if (type.type->isRecordType() || head)
    effects.opaque = Seen::somewhere();
  return effects;
}

/// Members of standard types: what owns something, and what can be anything.
Effects Interpreter::destroyStd(TypeRef type, llvm::StringRef name) {
  Effects effects;
  if (name == "unique_ptr") {
    const TypeRef deleter = symbols_.typeArgument(type, 1);
    const Class deleterClass = symbols_.classOf(deleter);
    if (!deleter || (deleterClass && isStd(deleterClass.decl, "default_delete")) ||
        isStd(symbols_.head(deleter).name, "default_delete"))
      return deletePointee(symbols_.resolve(symbols_.typeArgument(type, 0)));
    holdsPointer_ = true;
    return runAll(symbols_.functions(deleterClass, OO_Call));
  }
  if (name == "shared_ptr") {
    effects = deletePointee(symbols_.resolve(symbols_.typeArgument(type, 0)));
    holdsPointer_ = true;
    effects.counted |= effects.mayDestroy;
    effects.orElse(Effects());
    return effects;
  }
  constexpr llvm::StringRef holders[] = {"optional", "pair",   "tuple", "variant", "expected",
                                         "array",    "vector", "deque", "list"};
  constexpr llvm::StringRef erased[] = {"function", "move_only_function", "any"};
  if (name == "jthread") {
    effects.mustBlock = true;
    effects.mayBlock = Seen::somewhere();
  } else if (llvm::is_contained(erased, name)) {
    effects.opaque = Seen::somewhere();
  } else if (llvm::is_contained(holders, name)) {
    effects = destroyArguments(symbols_.head(type).arguments);
  }
  return effects;
}

Effects Interpreter::destroyArguments(llvm::ArrayRef<Argument> arguments) {
  Effects effects;
  for (const auto &[value, scope] : arguments) {
    const auto pack =
        value.getKind() == TemplateArgument::Pack ? value.pack_elements() : llvm::ArrayRef(value);
    for (const TemplateArgument &element : pack)
      if (element.getKind() == TemplateArgument::Type)
        effects.then(destroyValue({element.getAsType(), scope}));
  }
  return effects;
}

} // namespace asynctidy::coro
