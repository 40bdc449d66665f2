// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/CrossThread.h"

#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// An origin as a key: variables are aligned to more than the kinds need.
ChainKey keyOf(Origin origin) {
  static_assert(alignof(VarDecl) >= 8);
  return reinterpret_cast<ChainKey>(origin.variable) | origin.kind;
}

Origin originOf(ChainKey key) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the key was made of the pointer
  const auto *variable = reinterpret_cast<const VarDecl *>(key & ~ChainKey(7));
  return {static_cast<Origin::Kind>(key & 7), variable};
}

bool hasRole(QualType type, model::Role role, Unit &unit) {
  type = type.getNonReferenceType();
  if (type->isPointerType())
    type = type->getPointeeType();
  return unit.knowledge().type(type).role == role;
}

/// Which objects from outside a function it touches that belong to a loop.
class Touches : public ChainQuestion {
public:
  explicit Touches(Unit &unit) : unit_(unit) {}

  std::optional<ChainKey> direct(const Function &function, const Call &call) override {
    if (!call.facts->loopBound || call.facts->threadSafe ||
        isa<CXXConstructorDecl, CXXDestructorDecl>(call.callee))
      return std::nullopt;
    const Expr *object = objectOfCall(*call.expr);
    return relevant(object ? flow::originOf(object, function) : Origin{Origin::None});
  }

  std::optional<ChainKey> through(const Function &function, const Expr &site,
                                  const Function &callee, ChainKey inner) override {
    return relevant(originAtCaller(originOf(inner), callee, site, function));
  }

  bool runs(const Function &, const Expr &, const Function &callee) override {
    return !callee.isCoroutine && !unit_.knowledge().function(*callee.decl).threadSafe;
  }

private:
  static std::optional<ChainKey> relevant(Origin origin) {
    if (origin.fromOutside() || origin.kind == Origin::None)
      return keyOf(origin);
    return std::nullopt;
  }

  Unit &unit_;
};

/// Which loops from outside a function it runs, or may run: the thread is that loop's then.
class LoopRuns : public ChainQuestion {
public:
  explicit LoopRuns(Unit &unit) : unit_(unit) {}

  std::optional<ChainKey> direct(const Function &function, const Call &call) override {
    const Expr *object = objectOfCall(*call.expr);
    if (call.facts->waits == model::Waits::Loop && object)
      return relevant(flow::originOf(object, function));
    bool isKnown = !call.facts->why.empty() || unit_.find(call.callee) ||
                   call.callee->isInStdNamespace() || isa<CXXConstructorDecl>(call.callee);
    if (isKnown && call.facts->waits != model::Waits::Loop)
      return std::nullopt;
    const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
    if (object && method && !method->isConst() && isLoop(*object))
      return relevant(flow::originOf(object, function));
    for (unsigned i = 0; i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i); argument && isLoop(*argument))
        if (std::optional<ChainKey> key = relevant(flow::originOf(argument, function)))
          return key;
    return std::nullopt;
  }

  std::optional<ChainKey> through(const Function &function, const Expr &site,
                                  const Function &callee, ChainKey inner) override {
    return relevant(originAtCaller(originOf(inner), callee, site, function));
  }

  /// What runs a loop by its model has been asked which one; what a model describes otherwise runs
  /// none, however it is written.
  bool runs(const Function &, const Expr &, const Function &callee) override {
    return !callee.isCoroutine && unit_.knowledge().function(*callee.decl).why.empty();
  }

private:
  bool isLoop(const Expr &expr) const {
    return hasRole(stripped(&expr)->getType(), model::Role::EventLoop, unit_);
  }

  static std::optional<ChainKey> relevant(Origin origin) {
    if (origin.kind == Origin::Own)
      return std::nullopt;
    return keyOf(origin);
  }

  Unit &unit_;
};

/// The innermost block in \p node that holds \p place.
const CompoundStmt *blockAround(const Stmt *node, SourceLocation place,
                                const SourceManager &sources) {
  if (!node)
    return nullptr;
  if (isa<CompoundStmt>(node) && !sources.isBeforeInTranslationUnit(node->getBeginLoc(), place))
    return nullptr;
  const CompoundStmt *found = nullptr;
  for (const Stmt *child : node->children())
    if (const CompoundStmt *inner = blockAround(child, place, sources))
      found = inner;
  if (found)
    return found;
  const auto *block = dyn_cast<CompoundStmt>(node);
  bool holds = block && sources.isBeforeInTranslationUnit(block->getBeginLoc(), place) &&
               sources.isBeforeInTranslationUnit(place, block->getEndLoc());
  return holds ? block : nullptr;
}

class Finder {
public:
  explicit Finder(Unit &unit)
      : unit_(unit), touches_(unit), loopRuns_(unit), touchChains_(unit, touches_),
        loopChains_(unit, loopRuns_) {}

  void look(const Function &creator, const HandOver &handOver,
            std::vector<CrossThreadTouch> &result) {
    const Function *callable = unit_.find(handOver.target);
    if (!callable || callable->isCoroutine || endsBeforeLoop(creator, handOver) ||
        !loopChains_.steps(callable->decl).empty())
      return;
    touchChains_.each(*callable, [&](const Step &step) {
      if (!isForeign(originOf(step.key), *callable, handOver) || isLocked(*callable, *step.call))
        return;
      std::vector<Step> chain = touchChains_.chain(step);
      if (!isPartOfCopy(originOf(step.key), handOver, *chain.back().callee))
        result.push_back({&handOver, callable, &creator, std::move(chain)});
    });
  }

private:
  bool isBefore(SourceLocation a, SourceLocation b) const {
    return unit_.context().getSourceManager().isBeforeInTranslationUnit(a, b);
  }

  bool isForeign(Origin origin, const Function &callable, const HandOver &handOver) const {
    if (origin.kind == Origin::None || origin.kind == Origin::This)
      return true;
    const VarDecl &variable = *origin.variable;
    if (const auto *parameter = dyn_cast<ParmVarDecl>(&variable);
        parameter && parameter->getDeclContext() == callable.decl)
      return isGiven(argumentFor(*parameter, handOver)) && mayBeForeign(variable, handOver);
    if (variable.isInitCapture())
      return isGiven(variable.getInit());
    return mayBeForeign(variable, handOver);
  }

  /// A copy of an object is the thread's own, unless it is a handle: what is touched in it, by
  /// \p touch, is copied with it then. Copies of futures, tasks and connections are handles.
  bool isPartOfCopy(Origin origin, const HandOver &handOver, const FunctionDecl &touch) const {
    const auto *method = dyn_cast<CXXMethodDecl>(&touch);
    if (origin.kind != Origin::Variable || !method || !isCopied(*origin.variable, handOver) ||
        unit_.knowledge().type(unit_.context().getRecordType(method->getParent())).role !=
            model::Role::None)
      return false;
    const CXXRecordDecl *whole =
        origin.variable->getType().getNonReferenceType()->getAsCXXRecordDecl();
    return whole && whole->hasDefinition() && !whole->isInStdNamespace() &&
           whole->getCanonicalDecl() != method->getParent()->getCanonicalDecl() &&
           !whole->isDerivedFrom(method->getParent());
  }

  static bool isCopied(const VarDecl &variable, const HandOver &handOver) {
    bool isOwn = variable.isInitCapture() || variable.getDeclContext() == handOver.target;
    if (isOwn)
      return !variable.getType()->isReferenceType();
    const auto *lambda = dyn_cast<LambdaExpr>(handOver.callable);
    return lambda && llvm::any_of(lambda->captures(), [&](const LambdaCapture &capture) {
             return capture.capturesVariable() && capture.getCapturedVar() == &variable &&
                    capture.getCaptureKind() == LCK_ByCopy;
           });
  }

  /// What is passed on to \p parameter: std::thread(work, argument).
  static const Expr *argumentFor(const ParmVarDecl &parameter, const HandOver &handOver) {
    llvm::SmallVector<const Expr *, 4> arguments;
    if (const auto *call = dyn_cast<CallExpr>(handOver.call))
      arguments.append(call->arg_begin(), call->arg_end());
    else if (const auto *construct = dyn_cast<CXXConstructExpr>(handOver.call))
      arguments.append(construct->arg_begin(), construct->arg_end());
    unsigned index = 0;
    while (index < arguments.size() && stripped(arguments[index]) != handOver.callable)
      ++index;
    index += 1 + parameter.getFunctionScopeIndex();
    if (const auto *method = dyn_cast<CXXMethodDecl>(handOver.target);
        method && !method->isStatic() && isa<DeclRefExpr>(handOver.callable) &&
        cast<DeclRefExpr>(handOver.callable)->getDecl() == method)
      ++index; // the object comes first
    return index < arguments.size() ? arguments[index] : nullptr;
  }

  /// Whether \p value is something that its creator names, and may still use. What is moved away
  /// and cannot be copied is the new owner's.
  static bool isGiven(const Expr *value) {
    if (!value)
      return false;
    const auto *record = value->getType()->getAsCXXRecordDecl();
    const CXXRecordDecl *definition = record ? record->getDefinition() : nullptr;
    bool mayCopy = !definition || definition->hasSimpleCopyConstructor() ||
                   (definition->needsImplicitCopyConstructor() &&
                    !definition->defaultedCopyConstructorIsDeleted()) ||
                   llvm::any_of(definition->ctors(), [](const CXXConstructorDecl *constructor) {
                     return constructor->isCopyConstructor() && !constructor->isDeleted();
                   });
    const Expr *root = stripped(value);
    bool isReference =
        isa<DeclRefExpr, MemberExpr>(root) && !value->isPRValue() && value->isLValue();
    if (!mayCopy && !isReference && !passesReference(value))
      return false;
    while (root) {
      if (isa<DeclRefExpr, CXXThisExpr>(root))
        return true;
      if (const auto *member = dyn_cast<MemberExpr>(root))
        root = stripped(member->getBase());
      else if (const Expr *object = objectOfCall(*root))
        root = stripped(object);
      else if (const auto *element = dyn_cast<ArraySubscriptExpr>(root))
        root = stripped(element->getBase());
      else if (const auto *unary = dyn_cast<UnaryOperator>(root))
        root = stripped(unary->getSubExpr());
      else
        return false;
    }
    return false;
  }

  /// std::ref(x)
  static bool passesReference(const Expr *value) {
    const auto *call = dyn_cast<CallExpr>(value->IgnoreUnlessSpelledInSource());
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    return callee && callee->isInStdNamespace() && callee->getIdentifier() &&
           (callee->getName() == "ref" || callee->getName() == "cref");
  }

  /// A callable on a pool that is an executor itself: the object may be one of that pool's, unless
  /// it is seen to be made for a loop.
  bool mayBeForeign(const VarDecl &variable, const HandOver &handOver) const {
    if (!handOver.byExecutor)
      return true;
    const auto *construct = dyn_cast_or_null<CXXConstructExpr>(
        variable.getInit() ? stripped(variable.getInit()) : nullptr);
    return construct && llvm::any_of(construct->arguments(), [&](const Expr *argument) {
             return hasRole(stripped(argument)->getType(), model::Role::EventLoop, unit_);
           });
  }

  /// The thread ends, or the loop has ended, before the other begins.
  bool endsBeforeLoop(const Function &creator, const HandOver &handOver) const {
    if (creator.isCoroutine || unit_.contextOf(creator) == Context::OnLoop)
      return false;
    bool passed = false, ranBefore = false;
    for (const Call &call : creator.calls) {
      passed |= call.expr == handOver.call;
      if (call.facts->waits == model::Waits::Loop) {
        if (passed)
          return endsInBlock(creator, handOver, *call.expr);
        ranBefore = true;
      } else if (passed && call.facts->waits && call.expr != handOver.call) {
        return true;
      }
    }
    return ranBefore || isJoining(handOver);
  }

  static bool isJoining(const HandOver &handOver) {
    const auto *record = handOver.call->getType()->getAsCXXRecordDecl();
    return record && record->getIdentifier() && record->getName() == "jthread";
  }

  /// A thread that its destructor joins, in a block that ends before \p later.
  bool endsInBlock(const Function &creator, const HandOver &handOver, const Expr &later) const {
    if (!isJoining(handOver))
      return false;
    const CompoundStmt *block =
        blockAround(creator.body, handOver.call->getBeginLoc(), unit_.context().getSourceManager());
    return block && isBefore(block->getEndLoc(), later.getBeginLoc());
  }

  /// Whoever else touches the object may hold the lock, too.
  bool isLocked(const Function &callable, const Expr &call) const {
    const SourceManager &sources = unit_.context().getSourceManager();
    SourceLocation place = call.getBeginLoc();
    bool isGuarded = llvm::any_of(callable.variables, [&](const VarDecl *variable) {
      if (!hasRole(variable->getType(), model::Role::Lock, unit_) ||
          !isBefore(variable->getLocation(), place))
        return false;
      const CompoundStmt *block = blockAround(callable.body, variable->getLocation(), sources);
      return block && isBefore(place, block->getEndLoc());
    });
    return isGuarded || llvm::any_of(callable.calls, [&](const Call &other) {
             return other.facts->blocks == model::Blocking::Lock && other.object &&
                    hasRole(other.object->getType(), model::Role::Lock, unit_) &&
                    isBefore(other.expr->getBeginLoc(), place);
           });
  }

  Unit &unit_;
  Touches touches_;
  LoopRuns loopRuns_;
  Chains touchChains_;
  Chains loopChains_;
};

/// Whether giving back the memory of a \p type matters: it owns some.
bool ownsMemory(QualType type) {
  const auto *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() && !record->hasTrivialDestructor();
}

bool changes(const Mention &mention) {
  if (mention.member || mention.dereferenced)
    return false;
  if (mention.how == How::Assigned)
    return true;
  const auto *call =
      mention.how == How::Method ? dyn_cast_or_null<CXXMemberCallExpr>(mention.call) : nullptr;
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  // What returns something may only look: vector[i], find().
  return method && !method->isConst() && method->getReturnType()->isVoidType();
}

} // namespace

std::vector<CrossThreadTouch> crossThreadTouches(Unit &unit) {
  std::vector<CrossThreadTouch> result;
  Finder finder(unit);
  for (const Function &function : unit.functions())
    for (const HandOver &handOver : function.handOvers)
      if (handOver.runs == model::Runs::OffLoop && handOver.call && handOver.target)
        finder.look(function, handOver, result);
  return result;
}

std::vector<ForeignChange> foreignChanges(Unit &unit) {
  std::vector<ForeignChange> result;
  for (const Function &function : unit.functions())
    for (const HandOver &handOver : function.handOvers) {
      const auto *lambda = dyn_cast<LambdaExpr>(handOver.callable);
      const Function *callable = unit.find(handOver.target);
      if (handOver.runs != model::Runs::OtherLoop || !lambda || !callable || !callable->body)
        continue;
      Mentions mentions(*callable->body);
      for (const LambdaCapture &capture : lambda->captures()) {
        if (!capture.capturesVariable() || capture.getCaptureKind() != LCK_ByRef)
          continue;
        const auto *object = dyn_cast<VarDecl>(capture.getCapturedVar());
        if (!object || !ownsMemory(object->getType().getNonReferenceType()))
          continue;
        for (const Mention &mention : mentions.all())
          if (mention.variable == object && changes(mention)) {
            result.push_back({&handOver, object, mention.expr});
            break;
          }
      }
    }
  return result;
}

} // namespace asynctidy::flow
