// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Graph.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Macros.h"
#include "flow/Questions.h"
#include "flow/Words.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {

class GraphBuilder {
public:
  GraphBuilder(Graph &graph, model::Knowledge &knowledge) : graph_(graph), knowledge_(knowledge) {
    for (const Call &call : graph.function_.calls)
      calls_.try_emplace(call.expr, &call);
    for (const Mention &mention : graph.mentions_.all())
      if (mention.how == How::Assigned)
        assignments_.try_emplace(mention.call->getExprLoc(), &mention);
  }

  void add(const CFGBlock &block);
  /// Before any edge: which call is the await_resume() of which co_await.
  void noteSuspensions(const CFGBlock &block);

private:
  void add(Graph::Block &to, const CFGElement &element);
  void add(Graph::Block &to, const Stmt &statement);
  static void addVariable(Graph::Block &to, Event::Kind kind, const Stmt *at,
                          const VarDecl &variable);
  static void addMention(Graph::Block &to, const Mention &mention) {
    to.events.push_back({Event::Mentioned, mention.expr, mention.variable, &mention});
  }
  void addEdges(Graph::Block &to, const CFGBlock &block);
  Edge exceptional(const Expr &call, const CFGBlock &to) const;
  bool mayThrow(const Expr &call) const;

  bool endsAFailedTest(const CFGBlock &block) const;
  bool endsTheProgram(const Edge &edge) const;
  bool reportsAFailedTest(const Stmt &terminator) const;

  Graph &graph_;
  model::Knowledge &knowledge_;
  llvm::DenseMap<const Expr *, const Call *> calls_;
  /// What is assigned to, by the place of the operator.
  llvm::DenseMap<SourceLocation, const Mention *> assignments_;
  llvm::DenseMap<const Expr *, const Expr *> awaits_;
};

namespace {

/// Where even a linear analysis would take too long; the function stays unknown.
constexpr unsigned maxBlocks = 50'000;

/// Part of what the compiler makes of a co_await, whose exceptions count as the operation's.
bool isAwaitMachinery(const Stmt &call) {
  const auto *method = dyn_cast<CXXMemberCallExpr>(&call);
  return method && isa<OpaqueValueExpr>(method->getImplicitObjectArgument()->IgnoreImplicit());
}

/// \p type, and what a class template's specialisation, such as a tuple, is made of.
llvm::SmallVector<QualType> withParts(QualType type) {
  llvm::SmallVector<QualType> result{type};
  if (const auto *whole =
          dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl()))
    for (const TemplateArgument &argument : whole->getTemplateArgs().asArray())
      for (const TemplateArgument &each : argument.getKind() == TemplateArgument::Pack
                                              ? argument.pack_elements()
                                              : llvm::ArrayRef(argument))
        if (each.getKind() == TemplateArgument::Type)
          result.push_back(each.getAsType());
  return result;
}

/// Whether \p await yields the futures that it was given, as as_future(f) and when_all(f, g) do:
/// what goes wrong is in them.
bool yieldsWhatItWaitedFor(const Expr &await, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CallExpr>(stripped(coro::writtenOperand(await)));
  return call && llvm::any_of(withParts(await.getType()), [&](QualType part) {
           return knowledge.type(part).asynchronous() &&
                  llvm::any_of(call->arguments(), [&](const Expr *argument) {
                    return knowledge.context().hasSameUnqualifiedType(part, argument->getType());
                  });
         });
}

const Stmt *lastStatement(const CFGBlock &block) {
  if (block.empty())
    return nullptr;
  std::optional<CFGStmt> last = block.back().getAs<CFGStmt>();
  return last ? last->getStmt() : nullptr;
}

/// The condition around \p leaf that is decided when the way out of \p terminator is \p holds.
const Expr *decidedBy(const Stmt &terminator, const Expr *leaf, bool holds) {
  if (const auto *logical = dyn_cast<BinaryOperator>(&terminator))
    return logical->getOpcode() == (holds ? BO_LOr : BO_LAnd) ? logical : nullptr;
  const Expr *whole = nullptr;
  if (const auto *branch = dyn_cast<IfStmt>(&terminator))
    whole = branch->getCond();
  else if (const auto *loop = dyn_cast<WhileStmt>(&terminator))
    whole = loop->getCond();
  else if (const auto *loop = dyn_cast<ForStmt>(&terminator))
    whole = loop->getCond();
  else if (const auto *loop = dyn_cast<DoStmt>(&terminator))
    whole = loop->getCond();
  else if (const auto *choice = dyn_cast<ConditionalOperator>(&terminator))
    whole = choice->getCond();
  return whole == leaf ? nullptr : whole;
}

/// What \p block branches on: of a && b only the part that it evaluates. Clang knows only
/// conditions that are the block's last element, which a call that may throw is not: it ends a
/// block itself.
const Expr *conditionOf(const CFGBlock &block) {
  if (const auto *last = dyn_cast_or_null<Expr>(block.getLastCondition()))
    return last;
  const auto *expr = dyn_cast_or_null<Expr>(block.getTerminatorCondition());
  while (expr) {
    const auto *logical = dyn_cast<BinaryOperator>(expr->IgnoreParens());
    if (!logical || !logical->isLogicalOp())
      break;
    expr = logical->getRHS();
  }
  return expr;
}

bool isAssignment(const Stmt &statement) {
  if (const auto *binary = dyn_cast<BinaryOperator>(&statement))
    return binary->getOpcode() == BO_Assign;
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(&statement);
  return operation && operation->getOperator() == OO_Equal;
}

bool isTwoWay(const Stmt *terminator) {
  return terminator && isa<IfStmt, WhileStmt, ForStmt, DoStmt, ConditionalOperator,
                           BinaryConditionalOperator, BinaryOperator>(terminator);
}

} // namespace

/// The event for \p variable and, of `auto [a, b]`, for its parts.
void GraphBuilder::addVariable(Graph::Block &to, Event::Kind kind, const Stmt *at,
                               const VarDecl &variable) {
  to.events.push_back({kind, at, &variable});
  if (const auto *decomposition = dyn_cast<DecompositionDecl>(&variable))
    for (const BindingDecl *part : decomposition->bindings())
      to.events.push_back({kind, at, part});
}

void GraphBuilder::add(Graph::Block &to, const Stmt &statement) {
  if (const auto *declaration = dyn_cast<DeclStmt>(&statement)) {
    for (const Decl *each : declaration->decls())
      if (const auto *variable = dyn_cast<VarDecl>(each))
        addVariable(to, Event::Declared, &statement, *variable);
    return;
  }
  if (const auto *reference = dyn_cast<DeclRefExpr>(&statement)) {
    // What is assigned to has its new value after everything on the right, wherever Clang puts it.
    if (const Mention *mention = graph_.mentions_.find(*reference);
        mention && mention->how != How::Assigned)
      addMention(to, *mention);
    return;
  }
  if (isAssignment(statement))
    if (const Mention *mention = assignments_.lookup(cast<Expr>(statement).getExprLoc()))
      addMention(to, *mention);
  if (coro::writtenOperand(statement)) {
    to.events.push_back({Event::Suspended, &statement});
    return;
  }
  if (const auto *expr = dyn_cast<Expr>(&statement))
    if (const Call *call = calls_.lookup(expr)) {
      graph_.called_.insert(expr);
      to.events.push_back({Event::Called, &statement, nullptr, nullptr, call});
    }
}

void GraphBuilder::add(Graph::Block &to, const CFGElement &element) {
  if (std::optional<CFGStmt> statement = element.getAs<CFGStmt>())
    add(to, *statement->getStmt());
  else if (std::optional<CFGLifetimeEnds> end = element.getAs<CFGLifetimeEnds>())
    addVariable(to, Event::Destroyed, nullptr, *end->getVarDecl());
}

void GraphBuilder::noteSuspensions(const CFGBlock &block) {
  for (const CFGElement &element : block)
    if (std::optional<CFGStmt> statement = element.getAs<CFGStmt>())
      if (const auto *suspension = dyn_cast<CoroutineSuspendExpr>(statement->getStmt()))
        awaits_.try_emplace(suspension->getResumeExpr()->IgnoreImplicit(), suspension);
}

/// The edge on which \p call throws.
Edge GraphBuilder::exceptional(const Expr &call, const CFGBlock &to) const {
  if (const Expr *await = awaits_.lookup(&call))
    return {Edge::AwaitThrows, to.getBlockID(), await};
  return {Edge::CallThrows, to.getBlockID(), &call};
}

/// ASSERT_EQ(a, b) returns when it does not hold: a way that the test does not mean to take.
bool GraphBuilder::endsAFailedTest(const CFGBlock &block) const {
  // Destructors may follow the return.
  return llvm::any_of(block, [&](const CFGElement &element) {
    std::optional<CFGStmt> part = element.getAs<CFGStmt>();
    return part && isa<ReturnStmt, CoreturnStmt>(part->getStmt()) &&
           isInMacro(part->getStmt()->getBeginLoc(), knowledge_.context(), saysThatItAsserts);
  });
}

/// EXPECT_EQ(a, b) is `if (result) ; else report(result)`, and EXPECT_THROW(f(), Error) runs
/// `if (always()) { f(); }`, also with an `else static_assert(true, "")`.
bool GraphBuilder::reportsAFailedTest(const Stmt &terminator) const {
  const auto *branch = dyn_cast<IfStmt>(&terminator);
  if (!branch || !branch->getIfLoc().isMacroID())
    return false;
  if (isa_and_nonnull<NullStmt>(branch->getThen()) && branch->getElse())
    return isInMacro(branch->getIfLoc(), knowledge_.context(), saysThatItAsserts);
  const auto *call = dyn_cast<CallExpr>(branch->getCond()->IgnoreParenImpCasts());
  const bool hasElse = branch->getElse() && !isa<DeclStmt>(branch->getElse());
  return call && call->getNumArgs() == 0 && !hasElse &&
         isInMacro(branch->getIfLoc(), knowledge_.context(), saysThatItExpectsAThrow);
}

/// What \p conversion always says: { return true; }. Empty for any other. Front ends that leave out
/// the bodies of system headers keep those of conversions.
static std::optional<bool> constantAnswer(const CXXConversionDecl &conversion) {
  const FunctionDecl *definition = nullptr;
  if (conversion.isVirtual() || !conversion.hasBody(definition))
    return std::nullopt;
  const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
  const auto *only = body && body->size() == 1 ? dyn_cast<ReturnStmt>(body->body_front()) : nullptr;
  const auto *answer =
      only && only->getRetValue()
          ? dyn_cast<CXXBoolLiteralExpr>(only->getRetValue()->IgnoreParenImpCasts())
          : nullptr;
  return answer ? std::optional(answer->getValue()) : std::nullopt;
}

/// Whether \p condition, the conversion of an object, never has the value \p holds:
/// if (AlwaysTrue message{}), as in some test macros.
static bool isNever(const Expr &condition, bool holds) {
  bool negated = false;
  const auto *call = dyn_cast<CXXMemberCallExpr>(withoutNegations(&condition, negated));
  const auto *conversion =
      call ? dyn_cast_or_null<CXXConversionDecl>(call->getMethodDecl()) : nullptr;
  return conversion && constantAnswer(*conversion) == (holds == negated);
}

bool GraphBuilder::mayThrow(const Expr &call) const {
  // Clang's graph has ways out of noexcept methods.
  if (const auto *plain = dyn_cast<CallExpr>(&call);
      plain && plain->getDirectCallee() && isNoexcept(*plain->getDirectCallee()))
    return false;
  const Expr *await = awaits_.lookup(&call);
  return await ? !yieldsWhatItWaitedFor(*await, knowledge_) : !isAwaitMachinery(call);
}

/// do { ... } while (no()), by which a macro becomes one statement, runs once.
static bool isMacrosOwnLoop(const Stmt &terminator) {
  const auto *loop = dyn_cast<DoStmt>(&terminator);
  return loop && loop->getDoLoc().isMacroID() && loop->getWhileLoc().isMacroID();
}

/// An exception leaves a noexcept function, or a coroutine that terminates then.
bool GraphBuilder::endsTheProgram(const Edge &edge) const {
  if (edge.to != graph_.exit_ || edge.kind == Edge::Plain || edge.kind == Edge::True ||
      edge.kind == Edge::False)
    return false;
  const FunctionDecl &function = *graph_.function_.decl;
  if (graph_.function_.isCoroutine)
    return knowledge_.type(function.getReturnType()).errors == coro::Errors::Terminates;
  return isNoexcept(function);
}

void GraphBuilder::addEdges(Graph::Block &to, const CFGBlock &block) {
  // abort(), a failed assert(): the program ends here, the function does not.
  if (block.hasNoReturnElement())
    return;
  const Stmt *terminator = block.getTerminatorStmt();
  const Expr *condition = conditionOf(block);
  // Whether a temporary of the condition has to be destroyed is nothing that the code decides.
  bool twoWay = isTwoWay(terminator) && condition && block.succ_size() == 2 &&
                !block.getTerminator().isTemporaryDtorsBranch();
  unsigned index = 0;
  for (const CFGBlock::AdjacentBlock &next : block.succs()) {
    unsigned number = index++;
    const CFGBlock *reachable = next.getReachableBlock();
    if (!reachable)
      continue;
    const std::size_t before = to.edges.size();
    if (!terminator && isa_and_nonnull<CXXThrowExpr>(lastStatement(block))) {
      to.edges.push_back({Edge::Throw, reachable->getBlockID(), cast<Expr>(lastStatement(block))});
    } else if (!terminator && number > 0) {
      const auto *call = dyn_cast_or_null<Expr>(lastStatement(block));
      // What throws in REQUIRE() fails the test.
      if (call && mayThrow(*call) &&
          !isInMacro(call->getExprLoc(), knowledge_.context(), saysThatItAsserts))
        to.edges.push_back(exceptional(*call, *reachable));
    } else if (isa_and_nonnull<CXXTryStmt>(terminator)) {
      bool caught = isa_and_nonnull<CXXCatchStmt>(reachable->getLabel());
      to.edges.push_back({caught ? Edge::Plain : Edge::Unwinds, reachable->getBlockID()});
    } else if (twoWay) {
      bool holds = number == 0;
      if ((holds ? isMacrosOwnLoop(*terminator) : reportsAFailedTest(*terminator)) ||
          isNever(*condition, holds))
        continue;
      to.edges.push_back({holds ? Edge::True : Edge::False, reachable->getBlockID(), condition,
                          decidedBy(*terminator, condition, holds)});
    } else {
      to.edges.push_back({Edge::Plain, reachable->getBlockID(), nullptr});
    }
    if (to.edges.size() > before && endsTheProgram(to.edges.back()))
      to.edges.pop_back();
  }
}

void GraphBuilder::add(const CFGBlock &block) {
  if (endsAFailedTest(block))
    return;
  Graph::Block &to = graph_.blocks_[block.getBlockID()];
  if (const auto *handler = dyn_cast_or_null<CXXCatchStmt>(block.getLabel()))
    to.events.push_back({Event::Caught, handler});
  for (const CFGElement &element : block)
    add(to, element);
  addEdges(to, block);
}

std::unique_ptr<Graph> Graph::build(const Function &function, ASTContext &context,
                                    model::Knowledge &knowledge) {
  if (!function.body)
    return nullptr;
  CFG::BuildOptions options;
  options.setAllAlwaysAdd();
  options.AddEHEdges = true;
  options.AddLifetime = true;
  options.AddImplicitDtors = true;
  options.PruneTriviallyFalseEdges = true;
  std::unique_ptr<Graph> graph(new Graph(function));
  graph->cfg_ = CFG::buildCFG(function.decl, const_cast<Stmt *>(function.body), &context, options);
  if (!graph->cfg_ || graph->cfg_->getNumBlockIDs() > maxBlocks)
    return nullptr;
  graph->blocks_.resize(graph->cfg_->getNumBlockIDs());
  graph->entry_ = graph->cfg_->getEntry().getBlockID();
  graph->exit_ = graph->cfg_->getExit().getBlockID();
  GraphBuilder builder(*graph, knowledge);
  for (const CFGBlock *block : *graph->cfg_)
    builder.noteSuspensions(*block);
  for (const CFGBlock *block : *graph->cfg_)
    builder.add(*block);
  return graph;
}

} // namespace asynctidy::flow
