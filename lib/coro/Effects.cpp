// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Effects.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/SaveAndRestore.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

bool contains(llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef name) {
  return llvm::is_contained(names, name);
}

bool namesDetaching(llvm::StringRef name) { return name.contains_insensitive("detach"); }

/// Functions of namespace std's threads, futures and atomics that wait.
bool waits(llvm::StringRef name) {
  return contains({"wait", "wait_for", "wait_until", "join", "get", "acquire", "arrive_and_wait"},
                  name);
}

/// CXXRecordDecl::getDestructor looks a name up, which patterns have under another type.
const CXXDestructorDecl *writtenDestructor(const CXXRecordDecl &record) {
  for (const Decl *member : record.decls()) {
    const auto *destructor = dyn_cast<CXXDestructorDecl>(member);
    if (destructor && !destructor->isImplicit())
      return destructor;
  }
  return nullptr;
}

/// nullptr, or what is made of it by conversion.
bool isNull(const Expr &written) {
  const Expr *expr = written.IgnoreImplicit()->IgnoreParenImpCasts();
  while (const auto *made = dyn_cast<CXXConstructExpr>(expr)) {
    if (made->getNumArgs() != 1)
      return made->getNumArgs() == 0;
    expr = made->getArg(0)->IgnoreImplicit()->IgnoreParenImpCasts();
  }
  return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(expr);
}

const Stmt *bodyOfLambda(const Stmt &node) {
  const auto *lambda = dyn_cast<LambdaExpr>(&node);
  return lambda ? lambda->getBody() : nullptr;
}

} // namespace

void Effects::then(const Effects &next) {
  if (mustExit)
    return;
  mayDestroy |= next.mayDestroy;
  mayBlock |= next.mayBlock;
  mayResume |= next.mayResume;
  detaches |= next.detaches;
  counted |= next.counted;
  opaque |= next.opaque;
  publishes |= next.publishes;
  // What follows a conditional return happens on some paths only.
  mustDestroy |= next.mustDestroy && !mayExit;
  mustBlock |= next.mustBlock && !mayExit;
  mustExit = next.mustExit;
  mayExit |= next.mayExit;
}

void Effects::orElse(const Effects &other) {
  mustDestroy &= other.mustDestroy;
  mayDestroy |= other.mayDestroy;
  mayBlock |= other.mayBlock;
  mustBlock &= other.mustBlock;
  mayResume |= other.mayResume;
  detaches |= other.detaches;
  counted |= other.counted;
  opaque |= other.opaque;
  publishes |= other.publishes;
  mustExit &= other.mustExit;
  mayExit |= other.mayExit;
}

Effects Interpreter::run(const Body &body) {
  Effects effects;
  const bool isTooMuch = depth_ > 8 || ++bodies_ > 500;
  if (!body || isTooMuch || !active_.insert(body.statement).second) {
    effects.opaque = !body || isTooMuch;
    return effects;
  }
  llvm::SaveAndRestore scope(scope_, body.scope);
  llvm::SaveAndRestore depth(depth_, depth_ + 1);
  effects = statement(body.statement);
  active_.erase(body.statement);
  effects.mustExit = effects.mayExit = false;
  return effects;
}

Effects Interpreter::runAll(const std::vector<Member> &functions) {
  Effects effects;
  effects.opaque = functions.empty();
  for (size_t i = 0; i < functions.size(); ++i) {
    const Effects one = run(symbols_.body(functions[i]));
    i ? effects.orElse(one) : void(effects = one);
  }
  return effects;
}

Effects Interpreter::statement(const Stmt *node) {
  Effects effects;
  if (!node)
    return effects;
  if (const auto *branches = dyn_cast<IfStmt>(node)) {
    effects.then(statement(branches->getInit()));
    effects.then(statement(branches->getConditionVariableDeclStmt()));
    effects.then(expression(branches->getCond()));
    effects.then(branch(*branches->getCond(), branches->getThen(), branches->getElse()));
    return effects;
  }
  if (isa<ReturnStmt>(node)) {
    effects = expression(node);
    effects.mustExit = effects.mayExit = true;
    return effects;
  }
  if (const auto *attempt = dyn_cast<CXXTryStmt>(node))
    return statement(attempt->getTryBlock());
  if (const auto *loop = dyn_cast<DoStmt>(node)) {
    effects = statement(loop->getBody());
    effects.then(expression(loop->getCond()));
    return effects;
  }
  if (const auto *loop = dyn_cast<WhileStmt>(node)) {
    effects = expression(loop->getCond());
    effects.then(branch(*loop->getCond(), loop->getBody(), nullptr));
    return effects;
  }
  if (isa<ForStmt, CXXForRangeStmt, SwitchStmt>(node)) {
    for (const Stmt *child : node->children())
      effects.then(statement(child));
    effects.orElse(Effects()); // zero rounds
    return effects;
  }
  if (isa<Expr, DeclStmt>(node))
    return expression(node);
  for (const Stmt *child : node->children())
    effects.then(statement(child));
  return effects;
}

Effects Interpreter::branch(const Expr &condition, const Stmt *yes, const Stmt *no) {
  if (const std::optional<bool> known = holds(condition))
    return statement(*known ? yes : no);
  Effects effects = statement(yes);
  effects.orElse(statement(no));
  effects.counted |= effects.mayDestroy && countsOwners(condition);
  return effects;
}

Effects Interpreter::expression(const Stmt *node) {
  Effects effects;
  if (!node || bodyOfLambda(*node))
    return effects;
  if (const auto *choice = dyn_cast<ConditionalOperator>(node)) {
    effects = expression(choice->getCond());
    effects.then(branch(*choice->getCond(), choice->getTrueExpr(), choice->getFalseExpr()));
    return effects;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(node); binary && binary->isLogicalOp()) {
    effects = expression(binary->getLHS());
    const Effects right = expression(binary->getRHS());
    const std::optional<bool> left = holds(*binary->getLHS());
    if (left && *left == (binary->getOpcode() == BO_LAnd)) {
      effects.then(right);
    } else if (!left) {
      Effects maybe = right;
      maybe.orElse(Effects());
      effects.then(maybe);
    }
    return effects;
  }
  for (const Stmt *child : node->children())
    effects.then(expression(child));
  if (const auto *deletion = dyn_cast<CXXDeleteExpr>(node))
    effects.then(
        deletePointee({symbols_.resolve(symbols_.typeOf(*deletion->getArgument(), scope_))}));
  else if (const auto *expr = dyn_cast<Expr>(node))
    if (const std::optional<Call> call = symbols_.call(*expr, scope_))
      effects.then(callEffects(*call));
  return effects;
}

Effects Interpreter::callEffects(const Call &call) {
  const bool isBuiltin = call.name.starts_with("__builtin_coro_");
  if (isBuiltin || (call.object && symbols_.isHandle(call.objectType)))
    return onHandle(call);
  const bool isStdFunction =
      llvm::any_of(call.callees, [](const Member &callee) { return inStd(*callee.decl); });
  const Class object = call.objectType ? symbols_.classOf(call.objectType) : Class();
  if (isStdFunction || (object && inStd(*object.decl))) {
    Effects effects;
    effects.mustBlock = call.object && waits(call.name);
    effects.mayBlock =
        effects.mustBlock || contains({"sleep_for", "sleep_until", "yield"}, call.name);
    const Head head = symbols_.head(call.objectType);
    if (call.name == "reset" && call.arguments.empty() && isStd(head.name, "unique_ptr"))
      return destroyValue(call.objectType);
    return effects;
  }
  return follow(call);
}

Effects Interpreter::onHandle(const Call &call) {
  Effects effects;
  if (call.name == "destroy" || call.name == "__builtin_coro_destroy")
    effects.mustDestroy = effects.mayDestroy = true;
  else if (call.name == "resume" || call.name == "__builtin_coro_resume" || call.op == OO_Call)
    effects.mayResume = true;
  return effects;
}

/// Whether the callee can get at the frame: through its object, a handle, or a pointer to a class.
bool Interpreter::mentionsFrame(const Call &call) const {
  const auto leadsToFrame = [this](const Expr *argument) {
    const TypeRef type = symbols_.resolve(symbols_.typeOf(*argument, scope_));
    if (!type || symbols_.isHandle(type))
      return true;
    const QualType pointee = type.type->getPointeeType();
    return !pointee.isNull() && !pointee->isAnyCharacterType() && !pointee->isFunctionType();
  };
  return call.object || llvm::any_of(call.arguments, leadsToFrame);
}

Effects Interpreter::follow(const Call &call) {
  Effects effects;
  for (const Expr *argument : call.arguments)
    effects.publishes |= symbols_.isHandle(symbols_.typeOf(*argument, scope_));
  const bool isNamedDetach = namesDetaching(call.name);
  bool isVirtual = false;
  std::vector<Member> callees;
  for (const Member &callee : call.callees) {
    callees.push_back(callee);
    const auto *method = dyn_cast<CXXMethodDecl>(callee.decl);
    isVirtual |= method && method->isVirtual() && !method->hasAttr<FinalAttr>() &&
                 !method->getParent()->isEffectivelyFinal();
  }
  const bool isSeen =
      !isVirtual && !callees.empty() && llvm::all_of(callees, [this](const Member &callee) {
        return static_cast<bool>(symbols_.body(callee));
      });
  if (isSeen) {
    const bool publishes = effects.publishes && !isNamedDetach;
    effects = runAll(callees);
    effects.publishes |= publishes && effects.opaque;
  } else {
    effects.opaque = !isNamedDetach && mentionsFrame(call);
  }
  effects.detaches |= isNamedDetach;
  return effects;
}

Effects Interpreter::deletePointee(TypeRef type) {
  Effects unseen;
  unseen.opaque = true;
  if (!type)
    return unseen;
  const QualType pointee = type.type->isPointerType() ? type.type->getPointeeType() : type.type;
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
    effects.then(run(symbols_.body(Member{destructor, record})));
  for (const FieldDecl *field : record.decl->fields())
    effects.then(destroyValue({field->getType(), record.scope}));
  bool complete = true;
  for (const Class &base : symbols_.bases(record, &complete)) {
    if (isStd(base.decl, "coroutine_handle"))
      holdsHandle_ = true;
    else
      effects.then(destroyObject(base));
  }
  effects.opaque |= !complete;
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
    return destroyStd(record, type, named->getName());
  if (record)
    return destroyObject(record);
  Effects effects;
  effects.opaque = type.type->isRecordType() || head;
  return effects;
}

/// Members of standard types: what owns something, and what can be anything.
Effects Interpreter::destroyStd(const Class &record, TypeRef type, llvm::StringRef name) {
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
  if (name == "jthread") {
    effects.mustBlock = effects.mayBlock = true;
  } else if (contains({"optional", "pair", "tuple", "variant", "expected", "array", "vector",
                       "deque", "list"},
                      name)) {
    const Head head = symbols_.head(type);
    std::vector<TemplateArgument> flat;
    for (const Argument &argument : head.arguments) {
      if (argument.value.getKind() == TemplateArgument::Type)
        effects.then(destroyValue({argument.value.getAsType(), argument.scope}));
      else if (argument.value.getKind() == TemplateArgument::Pack)
        for (const TemplateArgument &element : argument.value.pack_elements())
          if (element.getKind() == TemplateArgument::Type)
            effects.then(destroyValue({element.getAsType(), argument.scope}));
    }
  } else if (contains({"function", "move_only_function", "any"}, name)) {
    effects.opaque = true;
  }
  return effects;
}

bool Interpreter::isOwnPointer(const Expr &written) const {
  const Expr *expr = written.IgnoreParenImpCasts();
  if (const auto *name = dyn_cast<DeclRefExpr>(expr)) {
    // auto h = std::exchange(handle_, nullptr)
    const auto *variable = dyn_cast<VarDecl>(name->getDecl());
    if (!variable || isa<ParmVarDecl>(variable))
      return variable != nullptr; // what a deleter or helper is given
    return variable->getInit() != nullptr;
  }
  if (const auto *made = dyn_cast<CXXConstructExpr>(expr); made && made->getNumArgs() == 1)
    return isOwnPointer(*made->getArg(0));
  if (const std::optional<Call> call = symbols_.call(*expr, scope_)) {
    if (!call->object) // std::exchange(handle_, nullptr)
      return !call->arguments.empty() && isOwnPointer(*call->arguments[0]);
    const bool isConversion = call->name.empty() && call->op == OO_None;
    return (isConversion && isOwnPointer(*call->object)) || call->name == "get" ||
           call->name == "address";
  }
  return isa<MemberExpr, CXXDependentScopeMemberExpr>(expr);
}

bool Interpreter::isOwningPointer(TypeRef type) const {
  const Head head = symbols_.head(type);
  return isStd(head.name, "unique_ptr") || isStd(head.name, "shared_ptr") ||
         isStd(head.name, "optional");
}

std::optional<bool> Interpreter::callHolds(const Call &call) {
  if (call.object && symbols_.isHandle(call.objectType)) {
    if (call.name == "done")
      return false;
    if (call.name.empty() || call.name == "address")
      return true;
    return std::nullopt;
  }
  if (call.callees.size() != 1 || depth_ > 4)
    return std::nullopt;
  if (isa<CXXConversionDecl>(call.callees.front().decl) && call.object &&
      isOwningPointer(call.objectType))
    return isOwnPointer(*call.object) ? std::optional(true) : std::nullopt;
  const Body body = symbols_.body(call.callees.front());
  const auto *compound = dyn_cast_or_null<CompoundStmt>(body.statement);
  const auto *exit =
      compound && compound->size() == 1 ? dyn_cast<ReturnStmt>(compound->body_front()) : nullptr;
  if (!exit || !exit->getRetValue())
    return std::nullopt;
  llvm::SaveAndRestore scope(scope_, body.scope);
  llvm::SaveAndRestore depth(depth_, depth_ + 1);
  return holds(*exit->getRetValue());
}

std::optional<bool> Interpreter::holds(const Expr &written) {
  const Expr *expr = written.IgnoreParenImpCasts();
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(expr))
    return holds(*cast->getSubExpr());
  if (const auto *full = dyn_cast<FullExpr>(expr))
    return holds(*full->getSubExpr());
  if (const auto *literal = dyn_cast<CXXBoolLiteralExpr>(expr))
    return literal->getValue();
  if (const auto *unary = dyn_cast<UnaryOperator>(expr); unary && unary->getOpcode() == UO_LNot) {
    const std::optional<bool> value = holds(*unary->getSubExpr());
    return value ? std::optional(!*value) : std::nullopt;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(expr); binary && binary->isLogicalOp()) {
    const std::optional<bool> left = holds(*binary->getLHS());
    const std::optional<bool> right = holds(*binary->getRHS());
    const bool decides = binary->getOpcode() == BO_LOr;
    if ((left && *left == decides) || (right && *right == decides))
      return decides;
    return left && right ? std::optional(!decides) : std::nullopt;
  }
  // pointer == nullptr, pointer != nullptr, in every form that the AST has for it
  const auto compared = [&](const Expr *left, const Expr *right,
                            bool isEqual) -> std::optional<bool> {
    if (isNull(*left))
      std::swap(left, right);
    return isNull(*right) && isOwnPointer(*left) ? std::optional(!isEqual) : std::nullopt;
  };
  if (const auto *rewritten = dyn_cast<CXXRewrittenBinaryOperator>(expr)) {
    const auto parts = rewritten->getDecomposedForm();
    return compared(parts.LHS, parts.RHS, parts.Opcode == BO_EQ);
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(expr); binary && binary->isEqualityOp())
    return compared(binary->getLHS(), binary->getRHS(), binary->getOpcode() == BO_EQ);
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(expr);
      call && (call->getOperator() == OO_EqualEqual || call->getOperator() == OO_ExclaimEqual))
    return compared(call->getArg(0), call->getArg(1), call->getOperator() == OO_EqualEqual);
  if (const std::optional<Call> call = symbols_.call(*expr, scope_)) {
    const TypeRef result = symbols_.resolve(symbols_.typeOf(*expr, scope_));
    if (result && (result.type->isPointerType() || symbols_.isHandle(result)) &&
        isOwnPointer(*expr))
      return true;
    return callHolds(*call);
  }
  const TypeRef type = symbols_.resolve(symbols_.typeOf(*expr, scope_));
  if (!type || !isOwnPointer(*expr))
    return std::nullopt;
  if (type.type.getNonReferenceType()->isPointerType() || symbols_.isHandle(type) ||
      isOwningPointer(type))
    return true;
  return std::nullopt;
}

/// Whether a condition counts owners down: --count == 0, fetch_sub, or a function that does so.
bool Interpreter::countsOwners(const Stmt &node, int depth) {
  if (const auto *unary = dyn_cast<UnaryOperator>(&node); unary && unary->isDecrementOp())
    return true;
  if (const auto *expr = dyn_cast<Expr>(&node))
    if (const std::optional<Call> call = symbols_.call(*expr, scope_)) {
      if (call->name == "fetch_sub" || call->op == OO_MinusMinus || call->name == "use_count")
        return true;
      for (const Member &callee : call->callees)
        if (const Body body = symbols_.body(callee);
            body && depth < 3 && ++bodies_ < 500 && !inStd(*callee.decl)) {
          llvm::SaveAndRestore scope(scope_, body.scope);
          if (countsOwners(*body.statement, depth + 1))
            return true;
        }
    }
  return llvm::any_of(node.children(),
                      [&](const Stmt *child) { return child && countsOwners(*child, depth); });
}

} // namespace asynctidy::coro
