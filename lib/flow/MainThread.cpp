// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/MainThread.h"

#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

class NeedsMainThread : public ChainQuestion {
public:
  explicit NeedsMainThread(Unit &unit) : unit_(unit) {}

  std::optional<ChainKey> direct(const Function &, const Call &call) override {
    return call.facts->mainThread ? std::optional<ChainKey>(0) : std::nullopt;
  }

  bool runs(const Function &function, const Expr &site, const Function &callee) override {
    return !callee.isCoroutine || isAwaited(function, site) || isRunHere(function, site);
  }

private:
  static bool isAwaited(const Function &function, const Expr &site) {
    return llvm::any_of(function.suspensions,
                        [&](const Expr *operand) { return stripped(operand) == &site; });
  }

  /// run(session()), create_task(session()): on a loop of this thread.
  bool isRunHere(const Function &function, const Expr &site) {
    return llvm::any_of(function.calls, [&](const Call &call) {
      bool takesIt = false;
      bool namesLoop = isa<CXXMemberCallExpr>(call.expr);
      for (unsigned i = 0; i < call.arguments(); ++i)
        if (const Expr *argument = call.argument(i)) {
          takesIt |= stripped(argument) == &site;
          namesLoop |= hasRole(argument->getType(), model::Role::EventLoop, unit_.knowledge());
        }
      return takesIt && (call.facts->waits == model::Waits::Loop ||
                         (!namesLoop && startsWork(call.expr->getType())));
    });
  }

  bool startsWork(QualType type) { return unit_.knowledge().type(type).role == model::Role::Task; }

  Unit &unit_;
};

} // namespace

std::vector<OffMainCall> offMainCalls(Unit &unit) {
  std::vector<OffMainCall> result;
  NeedsMainThread question(unit);
  Chains chains(unit, question);
  for (const Function &function : unit.functions())
    for (const HandOver &handOver : function.handOvers)
      if (handOver.runs == model::Runs::OffLoop && handOver.call)
        for (const FunctionDecl *target : handOver.targets)
          if (const Function *callable = unit.find(target))
            chains.each(*callable, [&](const Step &step) {
              result.push_back({&handOver, chains.chain(step)});
            });
  return result;
}

} // namespace asynctidy::flow
