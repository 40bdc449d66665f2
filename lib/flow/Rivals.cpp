// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Rivals.h"

#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Unit.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// A promise that is reached through a handle: `request->result`, or `*promise` itself.
struct Reached {
  const VarDecl *handle = nullptr;
  /// The member of what the handle refers to; null when it is the promise.
  const FieldDecl *field = nullptr;
};

/// What *p and p->... stand for: p.
const Expr *dereferenced(const Expr *expr) {
  const Expr *inner = stripped(expr);
  if (const auto *operation = dyn_cast_or_null<CXXOperatorCallExpr>(inner);
      operation && (operation->getOperator() == OO_Arrow || operation->getOperator() == OO_Star))
    return stripped(operation->getArg(0));
  if (const auto *unary = dyn_cast_or_null<UnaryOperator>(inner);
      unary && unary->getOpcode() == UO_Deref)
    return stripped(unary->getSubExpr());
  return inner;
}

std::optional<Reached> reachedBy(const Call &call) {
  const Expr *object = objectOfCall(*call.expr);
  const Expr *inner = object ? dereferenced(object) : nullptr;
  Reached result;
  if (const auto *member = dyn_cast_or_null<MemberExpr>(inner)) {
    result.field = dyn_cast<FieldDecl>(member->getMemberDecl());
    inner = dereferenced(member->getBase());
    if (!result.field)
      return std::nullopt;
  }
  const auto *reference = dyn_cast_or_null<DeclRefExpr>(inner);
  result.handle = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  bool isHandle = result.handle && result.handle->hasLocalStorage() &&
                  result.handle->getType()->isRecordType() && (result.field || inner != object);
  return isHandle ? std::optional(result) : std::nullopt;
}

const FieldDecl *ownMember(const Expr *expr) {
  const auto *member = dyn_cast_or_null<MemberExpr>(stripped(expr));
  const auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  return field && isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()) ? field : nullptr;
}

/// The member that \p call copies the handle \p variable into, an assignment or a container's
/// method; null when it does something else.
const FieldDecl *storedIn(const Call &call, const VarDecl &variable) {
  auto isHandle = [&](const Expr *argument) {
    const auto *reference =
        argument ? dyn_cast<DeclRefExpr>(argument->IgnoreUnlessSpelledInSource()) : nullptr;
    return reference && reference->getDecl() == &variable;
  };
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(call.expr);
  const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
  const Expr *object = objectOfCall(*call.expr);
  bool assigns = operation && operation->getOperator() == OO_Equal;
  bool puts = !operation && method && method->getParent()->isInStdNamespace();
  if (!object || !(assigns || puts))
    return nullptr;
  for (unsigned i = 0; i < call.arguments(); ++i)
    if (isHandle(call.argument(i)))
      return ownMember(object);
  return nullptr;
}

/// Whether \p expr comes from \p member, through local variables too.
bool comesFrom(const Stmt *expr, const FieldDecl &member, unsigned depth = 0) {
  constexpr unsigned maxDepth = 8;
  if (!expr || depth == maxDepth || isa<LambdaExpr>(expr))
    return false;
  if (const auto *access = dyn_cast<MemberExpr>(expr); access && access->getMemberDecl() == &member)
    return true;
  if (const auto *reference = dyn_cast<DeclRefExpr>(expr)) {
    const ValueDecl *named = reference->getDecl();
    if (const auto *binding = dyn_cast<BindingDecl>(named))
      named = binding->getDecomposedDecl();
    const auto *variable = dyn_cast_or_null<VarDecl>(named);
    return variable && variable->hasLocalStorage() &&
           comesFrom(variable->getInit(), member, depth + 1);
  }
  return llvm::any_of(expr->children(),
                      [&](const Stmt *child) { return comesFrom(child, member, depth); });
}

bool completes(const Call &call) { return call.facts->does == model::Does::Completes; }

/// Where another function of the class of \p member completes what is reached through it.
const Expr *rivalOf(const Function &function, const FieldDecl &member, const FieldDecl *field,
                    Unit &unit) {
  for (const Function &other : unit.functions()) {
    if (&other == &function || !member.getParent()->Encloses(other.decl) ||
        function.decl->Encloses(other.decl))
      continue;
    for (const Call &call : other.calls) {
      const Expr *object = completes(call) ? objectOfCall(*call.expr) : nullptr;
      const auto *access = dyn_cast_or_null<MemberExpr>(object ? dereferenced(object) : nullptr);
      bool isSame = field ? access && access->getMemberDecl() == field : object != nullptr;
      if (isSame && comesFrom(object, member))
        return call.expr;
    }
  }
  return nullptr;
}

class RivalMachine : public Machine {
public:
  enum State : unsigned { Private, Shared, Stale };

  RivalMachine(const Call &completion, const Reached &reached, const Expr &stored)
      : completion_(completion), reached_(reached), stored_(stored) {}

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Suspended:
      return suspended(state, cast<Expr>(event.at));
    case Event::Called:
      if (event.call == &completion_)
        return state == Stale ? Next::report() : Next::stop();
      if (event.call->expr == &stored_)
        return Next::go(std::max<unsigned>(state, Shared));
      // Whoever asks it, or what has it, knows.
      if (event.call->object &&
          (event.call->object == reached_.handle || event.call->object == reached_.field))
        return state == Private ? Next::go(state) : Next::stop();
      return Next::go(state);
    case Event::Mentioned:
      if (event.variable == reached_.handle && event.mention->how == How::Assigned)
        return Next::stop();
      return Next::go(state);
    default:
      return Next::go(state);
    }
  }

  Next thrown(unsigned state, Edge::Kind kind, const Expr *expr) override {
    return kind == Edge::AwaitThrows ? suspended(state, expr) : Next::stop();
  }

  const Expr *suspension() const { return suspension_; }

private:
  Next suspended(unsigned state, const Expr *at) {
    if (state != Shared)
      return Next::go(state);
    suspension_ = at;
    return Next::go(Stale);
  }

  const Call &completion_;
  Reached reached_;
  const Expr &stored_;
  const Expr *suspension_ = nullptr;
};

} // namespace

std::vector<Rivalry> rivalries(const Function &function, Unit &unit) {
  std::vector<Rivalry> result;
  if (!function.isCoroutine || function.suspensions.empty() || function.mayLackUses)
    return result;
  for (const Call &call : function.calls) {
    std::optional<Reached> reached =
        completes(call) && !call.inTry ? reachedBy(call) : std::nullopt;
    if (!reached)
      continue;
    for (const Call &store : function.calls) {
      const FieldDecl *member = storedIn(store, *reached->handle);
      const Expr *rival = member ? rivalOf(function, *member, reached->field, unit) : nullptr;
      Ways *ways = rival ? unit.waysThrough(function) : nullptr;
      if (!ways)
        continue;
      RivalMachine machine(call, *reached, *store.expr);
      std::optional<Rivalry> found;
      bool finished = ways->run(machine, [&](const Report &report) {
        if (!found && report.event)
          found = Rivalry{
              &call,
              reached->field ? static_cast<const ValueDecl *>(reached->field) : reached->handle,
              store.expr,
              machine.suspension(),
              rival,
              report.path};
      });
      if (finished && found) {
        result.push_back(std::move(*found));
        break;
      }
    }
  }
  return result;
}

} // namespace asynctidy::flow
