// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ThreadBound.h"

#include "flow/Hops.h"
#include "flow/Unit.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

struct Taken {
  ThreadOwned owned;
  SourceLocation place;
};

/// What the body of a function says of one variable that is to be followed.
struct Subject {
  bool isGuard = false;
  bool isPointer = false;
  /// What it is initialised with; empty for a pointer that is assigned later.
  std::optional<Taken> initial;
  /// By the left side.
  llvm::DenseMap<const Expr *, Taken> assigned;
};

/// The variables of a function that hold what the calling thread owns.
class Subjects {
public:
  explicit Subjects(Unit &unit) : unit_(unit) {}

  void collect(const Stmt *node);

  const llvm::MapVector<const VarDecl *, Subject> &all() const { return subjects_; }
  /// Whether \p expr is a pointer of which an element is meant: p[0].
  bool isSubscripted(const DeclRefExpr &expr) const {
    return subscripted_.contains(expr.getLocation());
  }

private:
  void declared(const VarDecl &variable);
  void assigned(const BinaryOperator &node);
  void loop(const CXXForRangeStmt &node);

  std::optional<Taken> takenBy(const Expr *source, QualType type) const {
    QualType object = type->isPointerType() ? type->getPointeeType() : type;
    if (!source || isMadeForThreads(object, unit_))
      return std::nullopt;
    std::optional<ThreadOwned> owned = threadOwned(*source, unit_);
    return owned ? std::optional(Taken{*owned, source->getBeginLoc()}) : std::nullopt;
  }

  Unit &unit_;
  llvm::MapVector<const VarDecl *, Subject> subjects_;
  llvm::DenseSet<SourceLocation> subscripted_;
};

void Subjects::declared(const VarDecl &variable) {
  if (!variable.hasLocalStorage())
    return;
  QualType type = variable.getType();
  if (type->isReferenceType() || type->isPointerType()) {
    if (std::optional<Taken> taken = takenBy(variable.getInit(), type)) {
      Subject &subject = subjects_[&variable];
      subject.isPointer = type->isPointerType();
      subject.initial = taken;
    }
  } else if (const VarDecl *restored = restoredByGuard(type, unit_)) {
    Subject &subject = subjects_[&variable];
    subject.isGuard = true;
    subject.initial = Taken{{restored}, variable.getBeginLoc()};
  }
}

void Subjects::assigned(const BinaryOperator &node) {
  const auto *left = dyn_cast<DeclRefExpr>(node.getLHS()->IgnoreParens());
  const auto *variable = left ? dyn_cast<VarDecl>(left->getDecl()) : nullptr;
  if (!variable || !variable->hasLocalStorage() || !variable->getType()->isPointerType())
    return;
  if (std::optional<Taken> taken = takenBy(node.getRHS(), variable->getType())) {
    Subject &subject = subjects_[variable];
    subject.isPointer = true;
    subject.assigned.try_emplace(left, *taken);
  }
}

/// for (auto &each : thread_local_objects)
void Subjects::loop(const CXXForRangeStmt &node) {
  const VarDecl *variable = node.getLoopVariable();
  if (!variable || !variable->getType()->isReferenceType())
    return;
  const CXXRecordDecl *range = node.getRangeInit()->getType()->getAsCXXRecordDecl();
  bool holdsElements = node.getRangeInit()->getType()->isArrayType() ||
                       (range && range->isInStdNamespace() && range->getIdentifier() &&
                        range->getName() != "span" && range->getName() != "basic_string_view");
  if (!holdsElements)
    return;
  if (std::optional<Taken> taken = takenBy(node.getRangeInit(), variable->getType()))
    subjects_[variable].initial = taken;
}

void Subjects::collect(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *declaration = dyn_cast<DeclStmt>(node)) {
    for (const Decl *each : declaration->decls())
      if (const auto *variable = dyn_cast<VarDecl>(each))
        declared(*variable);
  } else if (const auto *binary = dyn_cast<BinaryOperator>(node)) {
    if (binary->getOpcode() == BO_Assign)
      assigned(*binary);
  } else if (const auto *each = dyn_cast<CXXForRangeStmt>(node)) {
    loop(*each);
  } else if (const auto *element = dyn_cast<ArraySubscriptExpr>(node)) {
    if (const auto *base = dyn_cast<DeclRefExpr>(element->getBase()->IgnoreParenImpCasts()))
      subscripted_.insert(base->getLocation());
  }
  for (const Stmt *child : node->children())
    collect(child);
}

/// How far the suspensions of one function move it; asked once for each.
class Moves {
public:
  Moves(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  bool leaves(const Expr &await) {
    auto [place, isNew] = leaves_.try_emplace(&await, false);
    if (isNew)
      place->second = leavesThread(await, function_, unit_);
    return place->second;
  }
  bool stays(const Expr &await) const { return staysOnThread(await, unit_); }

private:
  const Function &function_;
  Unit &unit_;
  llvm::DenseMap<const Expr *, bool> leaves_;
};

class BoundMachine : public Machine {
public:
  BoundMachine(const VarDecl &variable, const Subject &subject, const Subjects &subjects,
               Moves &moves, Unit &unit)
      : variable_(variable), subject_(subject), subjects_(subjects), moves_(moves), unit_(unit) {}

  /// Nothing is held, or what is held was taken on this thread (one state for each place that it
  /// was taken at), or it was taken before a hop (one for each pair).
  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Declared:
      return event.variable == &variable_ ? Next::go(subject_.initial ? hold(*subject_.initial) : 0)
                                          : Next::go(state);
    case Event::Destroyed:
      return Next::go(event.variable == &variable_ ? 0 : state);
    case Event::Mentioned:
      return isMeant(*event.mention) ? mentioned(state, *event.mention) : Next::go(state);
    case Event::Suspended:
      return state == 0 ? Next::go(state) : suspended(state, *cast<Expr>(event.at));
    case Event::Called:
    case Event::Caught:
      break;
    }
    return Next::go(state);
  }

  const Taken &taken(unsigned state) const { return *states_[state - 1].first; }
  const Expr *hop(unsigned state) const { return states_[state - 1].second; }
  /// In which state the last report was made.
  unsigned last() const { return last_; }

private:
  using Held = std::pair<const Taken *, const Expr *>;

  unsigned number(Held held) {
    auto place = llvm::find(states_, held);
    if (place == states_.end())
      place = states_.insert(place, held);
    return static_cast<unsigned>(place - states_.begin()) + 1;
  }
  unsigned hold(const Taken &taken) { return number({&taken, nullptr}); }

  bool isMeant(const Mention &mention) const {
    const auto *binding = dyn_cast<BindingDecl>(mention.variable);
    return mention.variable == &variable_ ||
           (binding && binding->getDecomposedDecl() == &variable_);
  }

  Next mentioned(unsigned state, const Mention &mention);
  bool isUse(const Mention &mention) const;
  bool isUsedByCallee(const Mention &mention) const;
  Next suspended(unsigned state, const Expr &await);

  const VarDecl &variable_;
  const Subject &subject_;
  const Subjects &subjects_;
  Moves &moves_;
  Unit &unit_;
  std::vector<Held> states_;
  unsigned last_ = 0;
};

Next BoundMachine::suspended(unsigned state, const Expr &await) {
  const Expr *before = hop(state);
  if (moves_.leaves(await)) {
    // A second executor may be the first thread's own.
    if (before)
      return before == &await ? Next::go(state) : Next::stop();
    unsigned moved = number({&taken(state), &await});
    if (!subject_.isGuard)
      return Next::go(moved);
    last_ = moved;
    return Next::report();
  }
  return before && !moves_.stays(await) ? Next::stop() : Next::go(state);
}

/// Buffers that are given to the standard library or the system, and functions that are known to
/// look at what the pointer points to.
bool BoundMachine::isUsedByCallee(const Mention &mention) const {
  const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee)
    return false;
  const SourceManager &sources = unit_.context().getSourceManager();
  QualType pointee = variable_.getType()->getPointeeType();
  if (sources.isInSystemHeader(callee->getLocation()))
    return pointee->isArithmeticType() && !callee->isTemplateInstantiation() &&
           !isa<CXXMethodDecl>(callee);
  const ParmVarDecl *parameter = unit_.parameters().receiver(mention);
  return parameter && llvm::any_of(unit_.parameters().uses(*parameter),
                                   [](const Mention *use) { return use->dereferenced; });
}

/// Whether \p mention looks at or changes the object, not only at which one it is.
bool BoundMachine::isUse(const Mention &mention) const {
  bool isObject =
      !subject_.isPointer || mention.dereferenced || subjects_.isSubscripted(*mention.expr);
  switch (mention.how) {
  case How::Ignored:
  case How::Captured:
  case How::Aliased:
    return false;
  case How::Passed:
    return isObject || isUsedByCallee(mention);
  default:
    return isObject;
  }
}

Next BoundMachine::mentioned(unsigned state, const Mention &mention) {
  // A guard that somebody else has to do with may have ended before.
  if (subject_.isGuard)
    return mention.how == How::Ignored || mention.how == How::Tested ? Next::go(state)
                                                                     : Next::stop();
  bool isItself = subject_.isPointer && !mention.dereferenced && !mention.member &&
                  !subjects_.isSubscripted(*mention.expr);
  if (isItself && mention.how == How::Assigned) {
    auto place = subject_.assigned.find(mention.expr);
    return Next::go(place == subject_.assigned.end() ? 0 : hold(place->second));
  }
  // Who gets the address of the pointer may set it.
  if (isItself && mention.how == How::Aliased)
    return Next::stop();
  if (state == 0 || !hop(state) || !isUse(mention))
    return Next::go(state);
  last_ = state;
  return Next::report();
}

} // namespace

std::vector<ThreadBound> keptAcrossHops(const Function &function, Unit &unit) {
  std::vector<ThreadBound> result;
  if (function.suspensions.empty() || !function.body)
    return result;
  Subjects subjects(unit);
  subjects.collect(function.body);
  if (subjects.all().empty())
    return result;
  Ways *ways = unit.waysThrough(function);
  if (!ways)
    return result;
  Moves moves(function, unit);
  for (const auto &[variable, subject] : subjects.all()) {
    BoundMachine machine(*variable, subject, subjects, moves, unit);
    std::size_t before = result.size();
    ThreadBound bound;
    bound.kind = subject.isGuard ? ThreadBound::Guard : ThreadBound::Reference;
    bound.variable = variable;
    bool finished = ways->run(machine, [&](const Report &report) {
      const Taken &taken = machine.taken(machine.last());
      bound.owned = taken.owned;
      bound.taken = taken.place;
      bound.hop = machine.hop(machine.last());
      if (const Mention *use = report.event->mention) {
        bound.use = use->expr;
        bound.variable = use->variable;
      }
      result.push_back(bound);
    });
    if (!finished)
      result.resize(before);
  }
  return result;
}

} // namespace asynctidy::flow
