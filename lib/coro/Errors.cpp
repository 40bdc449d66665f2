// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a promise's unhandled_exception does with the exception.
#include "coro/PromiseFacts.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

bool ends(llvm::StringRef name) {
  return llvm::is_contained(
      std::initializer_list<llvm::StringRef>{"terminate", "abort", "exit", "_Exit", "quick_exit",
                                             "_exit", "__assert_fail", "__builtin_abort",
                                             "__builtin_trap", "__builtin_unreachable"},
      name);
}

/// Names of functions that put a value into what they are given: std::construct_at, emplace, ...
bool places(llvm::StringRef name) {
  return name == "get" || name == "addressof" || name.contains("construct") ||
         name.contains("emplace") || name.contains("activate");
}

class Handler {
public:
  Handler(const Symbols &symbols, ScopePtr scope) : symbols_(symbols), scope_(std::move(scope)) {}

  /// What the body certainly does; none if it ends without doing anything that is known.
  std::optional<Errors> statement(const Stmt *node) {
    if (!node)
      return std::nullopt;
    const auto *branches = dyn_cast<IfStmt>(node);
    if (branches && branches->isConstexpr())
      if (const std::optional<bool> taken = symbols_.constant(*branches->getCond(), scope_))
        return statement(*taken ? branches->getThen() : branches->getElse());
    if (branches)
      return agreed({branches->getThen(), branches->getElse()});
    if (const auto *attempt = dyn_cast<CXXTryStmt>(node)) {
      // try { throw; } catch (...): what the handlers do counts.
      const std::optional<Errors> inner = statement(attempt->getTryBlock());
      if (inner != Errors::Rethrown)
        return inner;
      std::vector<const Stmt *> handlers;
      for (unsigned i = 0; i < attempt->getNumHandlers(); ++i)
        handlers.push_back(attempt->getHandler(i)->getHandlerBlock());
      return agreed(handlers);
    }
    const bool isConditional = isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, SwitchStmt>(node);
    if (isa<Expr, DeclStmt, ReturnStmt>(node)) {
      const std::optional<Errors> found = expression(node, false);
      if (found && decisive_.isInvalid())
        decisive_ = node->getSourceRange();
      return found;
    }
    for (const Stmt *child : node->children())
      if (const std::optional<Errors> found = statement(child))
        return isConditional ? Errors::Unknown : found;
    return std::nullopt;
  }

  /// What \p function as a whole does.
  Proven<Errors> outcome(const FunctionDecl &function, const Stmt *body) {
    const std::optional<Errors> found = statement(body);
    if (!found && unseen_.isValid())
      return {Errors::Unknown, {"unhandled_exception calls what cannot be seen", nullptr, unseen_}};
    if (!found)
      return {Errors::Swallowed,
              because("unhandled_exception does nothing with the exception", &function)};
    return {*found, {reasonFor(*found), nullptr, decisive_}};
  }

private:
  static llvm::StringLiteral reasonFor(Errors errors) {
    switch (errors) {
    case Errors::Stored:
      return "unhandled_exception keeps the exception";
    case Errors::Rethrown:
      return "unhandled_exception lets the exception go on to whoever resumes";
    case Errors::Terminates:
      return "unhandled_exception ends the program";
    case Errors::Swallowed:
    case Errors::Unknown:
      break;
    }
    return "unhandled_exception does one thing or another, as run time decides";
  }

  std::optional<Errors> agreed(llvm::ArrayRef<const Stmt *> branches) {
    std::optional<std::optional<Errors>> all;
    for (const Stmt *branch : branches) {
      const std::optional<Errors> one = statement(branch);
      if (all && *all != one)
        return Errors::Unknown;
      all = one;
    }
    return all.value_or(std::nullopt);
  }

  /// \p keeps: the value of \p node goes into something that outlives the call.
  std::optional<Errors> expression(const Stmt *node, bool keeps) {
    if (!node || isa<LambdaExpr>(node))
      return std::nullopt;
    if (isa<CXXThrowExpr>(node))
      return Errors::Rethrown;
    if (const auto *choice = dyn_cast<ConditionalOperator>(node))
      return assertion(*choice, keeps);
    if (const auto *binary = dyn_cast<BinaryOperator>(node); binary && binary->isAssignmentOp())
      return expression(binary->getRHS(), isKept(*binary->getLHS()));
    if (const auto *expr = dyn_cast<Expr>(node))
      if (const std::optional<Call> call = symbols_.call(*expr, scope_))
        return callee(*call, keeps);
    if (isa<CXXNewExpr>(node))
      keeps = true; // new (&storage_) std::exception_ptr(std::current_exception())
    for (const Stmt *child : node->children())
      if (const std::optional<Errors> found = expression(child, keeps))
        return found;
    return std::nullopt;
  }

  /// assert(false) ends the program; what other conditions lead to is not known.
  std::optional<Errors> assertion(const ConditionalOperator &choice, bool keeps) {
    if (const std::optional<bool> value = symbols_.constant(*choice.getCond(), scope_))
      return expression(*value ? choice.getTrueExpr() : choice.getFalseExpr(), keeps);
    const std::optional<Errors> yes = expression(choice.getTrueExpr(), keeps);
    return yes && yes == expression(choice.getFalseExpr(), keeps) ? yes : std::nullopt;
  }

  /// Anything but a local variable.
  static bool isKept(const Expr &target) {
    const auto *name = dyn_cast<DeclRefExpr>(target.IgnoreParenImpCasts());
    const auto *variable = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
    return !variable || !variable->hasLocalStorage();
  }

  std::optional<Errors> callee(const Call &call, bool keeps) {
    if (call.name == "current_exception") {
      if (!keeps)
        unseen_ = call.expr->getSourceRange();
      return keeps ? std::optional(Errors::Stored) : std::nullopt;
    }
    if (!call.object && ends(call.name))
      return Errors::Terminates;
    if (call.name == "rethrow_exception")
      return Errors::Rethrown;
    if (call.op == OO_Equal)
      return call.arguments.empty() ? std::nullopt
                                    : expression(call.arguments[0], isKept(*call.object));
    // An exception that is handed to a member of the promise, or placed in storage, is kept.
    const bool isPlaced = places(call.name);
    const bool forwards = !call.object && (call.name == "move" || call.name == "forward");
    for (const Expr *argument : call.arguments) {
      const bool goesOn = forwards ? keeps : call.object || isPlaced || keeps;
      if (const std::optional<Errors> found = expression(argument, goesOn))
        return found;
    }
    return follow(call);
  }

  std::optional<Errors> follow(const Call &call) {
    const bool isStdFunction =
        llvm::any_of(call.callees, [](const Member &callee) { return inStd(*callee.decl); });
    const Class object = symbols_.classOf(call.objectType);
    if (isStdFunction || (object && inStd(*object.decl)))
      return std::nullopt;
    const Body body =
        call.callees.size() == 1 && depth_ < 3 ? symbols_.body(call.callees.front()) : Body();
    if (!body) {
      unseen_ = call.expr->getSourceRange();
      return std::nullopt;
    }
    Handler inner(symbols_, body.scope);
    inner.depth_ = depth_ + 1;
    const std::optional<Errors> found = inner.statement(body.statement);
    if (inner.unseen_.isValid())
      unseen_ = inner.unseen_;
    if (found && decisive_.isInvalid())
      decisive_ = inner.decisive_;
    return found;
  }

  const Symbols &symbols_;
  ScopePtr scope_;
  int depth_ = 0;
  /// What was done, if anything is known of it.
  SourceRange decisive_;
  /// Something was called that can't be seen.
  SourceRange unseen_;
};

bool isNoexcept(const FunctionDecl &function) {
  const auto *type = function.getType()->getAs<FunctionProtoType>();
  return type && type->canThrow() == CT_Cannot;
}

} // namespace

Proven<Errors> errorsOf(const Symbols &symbols, const Class &promise) {
  const std::vector<Member> functions = symbols.functions(promise, "unhandled_exception");
  if (functions.size() != 1)
    return {Errors::Unknown, because("%0 has no unhandled_exception that can be seen, or several",
                                     promise.decl, promise.decl)};
  const auto *function = cast<FunctionDecl>(functions.front().decl);
  const Body body = symbols.body(functions.front());
  if (!body)
    return {Errors::Unknown, because("what unhandled_exception does cannot be seen", function)};
  Handler handler(symbols, body.scope);
  const Proven<Errors> errors = handler.outcome(*function, body.statement);
  if (errors.value == Errors::Rethrown && isNoexcept(*function))
    return {Errors::Terminates,
            {"unhandled_exception throws although it is noexcept", nullptr, errors.because.place}};
  if (errors.value == Errors::Unknown && function->isNoReturn())
    return {Errors::Terminates, because("unhandled_exception is [[noreturn]]", function)};
  return errors;
}

} // namespace asynctidy::coro
