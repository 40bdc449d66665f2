// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Destructors.h"

#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

class Search {
public:
  explicit Search(Unit &unit) : unit_(unit) {
    for (const Function &function : unit.functions())
      for (const Call &call : function.calls)
        callers_[call.callee->getCanonicalDecl()].push_back(&function);
  }

  std::vector<LeftBehind> run() {
    for (const Function &function : unit_.functions()) {
      const auto *destructor = dyn_cast<CXXDestructorDecl>(function.decl);
      if (!destructor)
        continue;
      look(function, *destructor, nullptr);
      for (const Call &call : function.calls)
        if (const Function *helper = unit_.find(call.callee); helper && isHelper(*helper))
          look(*helper, *destructor, call.expr);
    }
    return std::move(result_);
  }

private:
  /// Whether nobody but destructors can call it.
  bool isHelper(const Function &function) const {
    const auto *method = dyn_cast<CXXMethodDecl>(function.decl);
    auto found = callers_.find(function.decl->getCanonicalDecl());
    return method && !isa<CXXDestructorDecl>(method) && method->getAccess() == AS_private &&
           !function.isCoroutine && found != callers_.end() &&
           llvm::all_of(found->second, [](const Function *caller) {
             return isa<CXXDestructorDecl>(caller->decl);
           });
  }

  void look(const Function &function, const CXXDestructorDecl &destructor, const Expr *through) {
    for (const Value &value : function.values)
      if (isLost(value))
        result_.push_back({value.expr, &value, &destructor, through});
    for (const Call &call : function.calls)
      if (call.facts->detaches && call.isStatement && !isValue(call, function))
        result_.push_back({call.expr, nullptr, &destructor, through});
  }

  static bool isLost(const Value &value) {
    bool isDropped = value.fate == Fate::Discarded || value.fate == Fate::VoidCast ||
                     value.fate == Fate::NeverNamed;
    return isDropped && value.callee && !value.calleeFacts->needsNobody() &&
           !value.meaning->neverRunsWhenDropped() && value.meaning->asynchronous() &&
           value.meaning->role != model::Role::Future &&
           value.meaning->drop != coro::Drop::Destroys && value.meaning->drop != coro::Drop::Blocks;
  }

  static bool isValue(const Call &call, const Function &function) {
    return llvm::any_of(function.values,
                        [&](const Value &value) { return value.expr == call.expr; });
  }

  Unit &unit_;
  llvm::DenseMap<const FunctionDecl *, std::vector<const Function *>> callers_;
  std::vector<LeftBehind> result_;
};

} // namespace

std::vector<LeftBehind> workLeftByDestructors(Unit &unit) { return Search(unit).run(); }

} // namespace asynctidy::flow
