// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/CoroutineType.h"

#include "coro/PromiseFacts.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// The function by which going through the generator's values is awaited: it hands out awaitables
/// itself. Null when it is not.
const CXXMethodDecl *awaitedStep(const Symbols &symbols, const Class &object) {
  for (const CXXMethodDecl *method : object.decl->methods()) {
    if (method->getAccess() != AS_public || isa<CXXConstructorDecl, CXXDestructorDecl>(method) ||
        method->getOverloadedOperator() == OO_Equal)
      continue;
    const TypeRef returned = symbols.returned({method, object});
    const Class made = symbols.classOf(returned);
    if (made && made.decl != object.decl && awaitable(symbols, returned).possible)
      return method;
  }
  return nullptr;
}

/// What is known of one coroutine type while its facts are put together.
class Reading {
public:
  Reading(const Symbols &symbols, TypeRef type, Class object, Class promise)
      : symbols_(symbols), type_(std::move(type)), object_(std::move(object)),
        promise_(std::move(promise)), own_(awaitable(symbols, type_)) {}

  CoroutineType facts() {
    const CXXRecordDecl *named = type_.type->getAsCXXRecordDecl();
    facts_.record = named ? named : object_.decl;
    facts_.promise = promise_.decl;
    take(startOf(symbols_, promise_, object_), facts_.start, facts_.because.start);
    take(errorsOf(symbols_, promise_), facts_.errors, facts_.because.errors);
    ownership_ = ownershipOf(symbols_, object_, promise_, facts_.start);
    take(ownership_.drop, facts_.drop, facts_.because.drop);
    readGenerator();
    readAwaiting();
    readSynchronous();
    return facts_;
  }

private:
  template <class T> static void take(const Proven<T> &from, T &value, Reason &reason) {
    value = from.value;
    reason = from.because;
  }

  void readGenerator() {
    const std::vector<Member> yields = symbols_.functions(promise_, "yield_value");
    facts_.generator = !yields.empty();
    if (!facts_.generator)
      return;
    facts_.because.generator = because("its promise has yield_value", yields.front().decl);
    if (own_.possible) {
      facts_.asyncGenerator = true;
      facts_.because.asyncGenerator = own_.because;
    } else if (const CXXMethodDecl *step = awaitedStep(symbols_, object_)) {
      facts_.asyncGenerator = true;
      facts_.because.asyncGenerator = because("%0 returns an awaitable", step, step);
    }
  }

  void readAwaiting() {
    const Transforms taken = transforms(symbols_, promise_, type_);
    // A transform that takes everything says nothing about objects that keep nothing to wait for.
    const bool decorated =
        taken.generic && (ownership_.handle || ownership_.pointer) && !facts_.generator;
    facts_.awaitable = own_.possible || taken.takes || decorated;
    facts_.because.awaitable = own_.because;
    if (!own_.possible && taken.takes)
      facts_.because.awaitable =
          because("await_transform of its promise takes it", taken.fitting.front().decl);
    else if (!own_.possible && decorated)
      facts_.because.awaitable =
          because("await_transform of its promise takes everything", promise_.decl);
    facts_.singleUse = own_.singleUse || (taken.singleUse && (!own_.possible || taken.takes));
    if (own_.singleUse)
      facts_.because.singleUse = {"operator co_await takes an rvalue only", nullptr,
                                  own_.because.place};
    else if (facts_.singleUse)
      facts_.because.singleUse = because("await_transform of its promise takes an rvalue only",
                                         taken.fitting.front().decl);
  }

  /// Without a handle in the object, work that nobody resumes is over when the call returns, unless
  /// it starts somewhere else. Early-return types are told without knowing how they start.
  void readSynchronous() {
    if (facts_.generator || ownership_.handle || facts_.start == Start::Lazy)
      return;
    const Proven<Resumption> found = resumption(symbols_, object_, promise_, type_);
    facts_.because.synchronous = found.because;
    facts_.synchronous = found.value == Resumption::Destroyed ||
                         (found.value == Resumption::Never && facts_.start == Start::Eager);
    if (facts_.synchronous) {
      facts_.drop = Drop::Unknown;
      facts_.because.drop = {"no work is left that anything could happen to"};
    }
  }

  const Symbols &symbols_;
  TypeRef type_;
  Class object_;
  Class promise_;
  Awaitable own_;
  Ownership ownership_;
  CoroutineType facts_;
};

} // namespace

std::optional<CoroutineType> coroutineType(QualType written, const ASTContext &context) {
  if (written.isNull())
    return std::nullopt;
  const Symbols symbols(context);
  const TypeRef type{written.getNonReferenceType().getUnqualifiedType(), nullptr};
  const Class object = symbols.classOf(type);
  if (!object)
    return std::nullopt;
  const Class promise = promiseClass(symbols, type);
  if (!promise)
    return std::nullopt;

  return Reading(symbols, type, object, promise).facts();
}

} // namespace asynctidy::coro
