// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Paths.h"

#include <deque>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Per function. A run visits each block once per state, and again for each assumption that is
/// lost.
constexpr unsigned maxVisits = 1'000'000;

/// A block in one state, as it is entered.
struct Point {
  Assumptions assumptions;
  /// The first way that led here.
  int from = -1;
  Decision decision;
  unsigned block = 0;
  unsigned state = 0;
  bool byException = false;
  bool queued = false;
};

class Run {
public:
  /// Goes to no block that is not in \p within, unless that is null.
  Run(const Graph &graph, Conditions &conditions, Machine &machine,
      llvm::function_ref<void(const Report &)> visit,
      const llvm::DenseSet<unsigned> *within = nullptr)
      : graph_(graph), conditions_(conditions), machine_(machine), visit_(visit), within_(within) {}

  /// Adds its visits to \p visits; false when that is too many.
  bool finish(unsigned block, const Assumptions &known, unsigned &visits) {
    enter(known, -1, {}, block, 0, false);
    while (!queue_.empty()) {
      if (++visits > maxVisits)
        return false;
      unsigned point = queue_.front();
      queue_.pop_front();
      points_[point].queued = false;
      follow(point);
    }
    return true;
  }

  /// What is known where each block is entered.
  std::vector<std::optional<Assumptions>> known() const {
    std::vector<std::optional<Assumptions>> result(graph_.blocks().size());
    for (const Point &point : points_)
      if (std::optional<Assumptions> &place = result[point.block])
        place->meet(point.assumptions);
      else
        place = point.assumptions;
    return result;
  }

private:
  void enter(Assumptions assumptions, int from, Decision decision, unsigned block, unsigned state,
             bool byException);
  void follow(unsigned number);
  void leave(unsigned number, const Edge &edge, unsigned state, Assumptions assumptions);
  void report(unsigned point, const Event *event, bool byException);

  const Graph &graph_;
  Conditions &conditions_;
  Machine &machine_;
  llvm::function_ref<void(const Report &)> visit_;
  const llvm::DenseSet<unsigned> *within_;
  std::deque<Point> points_;
  std::deque<unsigned> queue_;
  /// By block, state and whether an exception is on its way out.
  llvm::DenseMap<std::pair<unsigned, unsigned>, unsigned> index_;
  llvm::DenseSet<std::pair<const Event *, unsigned>> reported_;
};

void Run::enter(Assumptions assumptions, int from, Decision decision, unsigned block,
                unsigned state, bool byException) {
  if (within_ && !within_->contains(block))
    return;
  bool leaving = byException && block == graph_.exit();
  auto [place, isNew] = index_.try_emplace({block, state * 2 + leaving}, points_.size());
  if (isNew) {
    points_.push_back({std::move(assumptions), from, decision, block, state, leaving, true});
    queue_.push_back(place->second);
    return;
  }
  Point &point = points_[place->second];
  if (point.assumptions.meet(assumptions) && !point.queued) {
    point.queued = true;
    queue_.push_back(place->second);
  }
}

void Run::report(unsigned number, const Event *event, bool byException) {
  if (!reported_.insert({event, byException}).second)
    return;
  Report result{event, byException, {}};
  for (int at = static_cast<int>(number); at >= 0; at = points_[at].from)
    if (points_[at].decision.kind != Edge::Plain)
      result.path.push_back(points_[at].decision);
  std::reverse(result.path.begin(), result.path.end());
  visit_(result);
}

void Run::follow(unsigned number) {
  const Point &point = points_[number];
  unsigned state = point.state;
  if (point.block == graph_.exit()) {
    if (machine_.atExit(state, point.byException).kind == Next::Report)
      report(number, nullptr, point.byException);
    return;
  }
  const Graph::Block &block = graph_.blocks()[point.block];
  Assumptions assumptions = point.assumptions;
  for (const Event &event : block.events) {
    Next next = machine_.on(state, event);
    if (next.kind == Next::Report || next.kind == Next::ReportAndGo)
      report(number, &event, false);
    if (next.kind == Next::Report || next.kind == Next::Stop)
      return;
    state = next.state;
    assumptions.forget(event, conditions_);
    if (std::optional<std::pair<Condition, bool>> learned = conditions_.learned(event))
      assumptions.assume(learned->first, learned->second);
  }
  for (const Edge &edge : block.edges)
    leave(number, edge, state, assumptions);
}

void Run::leave(unsigned number, const Edge &edge, unsigned state, Assumptions assumptions) {
  Next next = Next::go(state);
  bool byException = false;
  Decision decision{edge.kind, edge.expr};
  switch (edge.kind) {
  case Edge::Plain:
    break;
  case Edge::Unwinds:
    // What was thrown is what the way has to tell.
    byException = true;
    decision = {};
    break;
  case Edge::True:
  case Edge::False:
    for (const Expr *expr : {edge.expr, edge.whole})
      if (expr && !assumptions.assume(*expr, edge.kind == Edge::True, conditions_))
        return;
    next = machine_.branch(state, *edge.expr, edge.kind == Edge::True);
    break;
  case Edge::Throw:
    byException = true;
    break;
  case Edge::AwaitThrows:
  case Edge::CallThrows:
    next = machine_.thrown(state, edge.kind, edge.expr);
    byException = true;
    break;
  }
  if (next.kind == Next::Go)
    enter(std::move(assumptions), static_cast<int>(number), decision, edge.to, next.state,
          byException);
  else if (next.kind == Next::Report)
    report(number, nullptr, byException);
}

} // namespace

bool Ways::start(Machine &machine, llvm::function_ref<void(const Report &)> visit, unsigned block,
                 const Assumptions &known, const llvm::DenseSet<unsigned> *within) {
  bool finished = Run(*graph_, conditions_, machine, visit, within).finish(block, known, visits_);
  gaveUp_ |= !finished;
  return finished;
}

bool Ways::run(Machine &machine, llvm::function_ref<void(const Report &)> visit) {
  return start(machine, visit, graph_->entry(), {});
}

/// One walk that goes everywhere, so that runs from a declaration on need not.
void Ways::survey() {
  if (!known_.empty())
    return;
  struct Everywhere : Machine {
    Next on(unsigned state, const Event &) override { return Next::go(state); }
  } everywhere;
  auto ignore = [](const Report &) {};
  Run run(*graph_, conditions_, everywhere, ignore);
  gaveUp_ |= !run.finish(graph_->entry(), {}, visits_);
  known_ = run.known();
  predecessors_.resize(graph_->blocks().size());
  for (unsigned block = 0; block < graph_->blocks().size(); ++block) {
    for (const Event &event : graph_->blocks()[block].events)
      if (event.kind == Event::Declared)
        declared_.try_emplace(event.variable, block);
      else if (event.kind == Event::Mentioned)
        mentioned_[event.variable].push_back(block);
    for (const Edge &edge : graph_->blocks()[block].edges)
      predecessors_[edge.to].push_back(block);
  }
}

/// The blocks on ways from the declaration to a mention.
llvm::DenseSet<unsigned> Ways::blocksBetween(unsigned declared, const ValueDecl &variable) const {
  llvm::DenseSet<unsigned> result;
  llvm::SmallVector<unsigned> open;
  auto add = [&](unsigned block) {
    if (result.insert(block).second && block != declared)
      open.push_back(block);
  };
  add(declared);
  if (auto mentioned = mentioned_.find(&variable); mentioned != mentioned_.end())
    llvm::for_each(mentioned->second, add);
  while (!open.empty())
    llvm::for_each(predecessors_[open.pop_back_val()], add);
  return result;
}

bool Ways::runFrom(const ValueDecl &variable, Machine &machine,
                   llvm::function_ref<void(const Report &)> visit, Until until) {
  survey();
  auto declared = declared_.find(&variable);
  if (gaveUp_)
    return false;
  if (declared == declared_.end())
    return run(machine, visit);
  if (!known_[declared->second])
    return true; // in code that no way leads to
  if (until == Until::End)
    return start(machine, visit, declared->second, *known_[declared->second]);
  llvm::DenseSet<unsigned> within = blocksBetween(declared->second, variable);
  return start(machine, visit, declared->second, *known_[declared->second], &within);
}

} // namespace asynctidy::flow
