// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Fields.h"

namespace asynctidy::model {
namespace {

constexpr Field<Callable> callableFields[] = {
    {"argument", true,
     [](const Reader &from, Callable &to) {
       readIndexOr(from, {{"any", -1}, {"object", -2}}, to.argument);
     },
     nullptr},
    field<&Callable::runs, Callable>("runs"),
    field<&Callable::returned, Callable>("returned"),
    {"executor", false,
     [](const Reader &from, Callable &to) { readIndexOr(from, {{"object", -2}}, to.executor); },
     nullptr},
    {"gives", false,
     [](const Reader &from, Callable &to) {
       from.forEach([&](Reader element) { read(element, to.gives.emplace_back()); });
     },
     nullptr},
    field<&Callable::skipped, Callable>("skipped"),
};

void readCallables(const Reader &from, FunctionFacts &to) {
  from.forEach([&](Reader element) {
    readFields<Callable>(element, callableFields, to.callables.emplace_back());
  });
}

constexpr Field<Overloads> overloadsFields[] = {
    field<&Overloads::parameters, Overloads>("parameters"),
    field<&Overloads::without, Overloads>("without"),
    field<&Overloads::rvalue, Overloads>("rvalue"),
};

constexpr Field<NoWait> nowaitFields[] = {
    {"argument", true,
     [](const Reader &from, NoWait &to) { readIndexOr(from, {{"last", -1}}, to.argument); },
     nullptr},
    field<&NoWait::flags, NoWait>("flags", /*required=*/true),
};

constexpr Field<Given> givenFields[] = {
    field<&Given::returning, Given>("returning", /*required=*/true),
    field<&Given::blocks, Given>("blocks", /*required=*/true),
    field<&Given::instead, Given>("instead"),
};

// What blocks and what is asserted not to block contradict each other: the later word holds.
template <auto member> void copyBlocking(const FunctionFacts &from, FunctionFacts &to) {
  to.*member = from.*member;
  to.nonblocking = false;
}

void copyNonblocking(const FunctionFacts &from, FunctionFacts &to) {
  to.nonblocking = from.nonblocking;
  if (to.nonblocking) {
    to.blocks.reset();
    to.waits.reset();
  }
}

// So do the threads that may call it.
template <auto member, auto opposite>
void copyInstead(const FunctionFacts &from, FunctionFacts &to) {
  to.*member = from.*member;
  if (to.*member)
    to.*opposite = false;
}

using F = FunctionFacts;
using T = TypeFacts;

} // namespace

llvm::ArrayRef<Field<FunctionFacts>> functionFields() {
  static constexpr Field<F> fields[] = {
      {"blocks", false, readMember<&F::blocks, F>, copyBlocking<&F::blocks>},
      {"waits", false, readMember<&F::waits, F>, copyBlocking<&F::waits>},
      {"nonblocking", false, readMember<&F::nonblocking, F>, copyNonblocking},
      {"timeout", false,
       [](const Reader &from, F &to) { readIndexOr(from, {{"last", -1}}, to.timeout.emplace()); },
       copyMember<&F::timeout, F>},
      field<&F::instead, F>("instead"),
      {"callables", false, readCallables, copyMember<&F::callables, F>},
      field<&F::hops, F>("hops"),
      field<&F::does, F>("does"),
      field<&F::openFuture, F>("open-future"),
      field<&F::shields, F>("shields"),
      field<&F::bounds, F>("bounds"),
      field<&F::queries, F>("queries"),
      field<&F::needsDone, F>("needs-done"),
      field<&F::pending, F>("pending"),
      field<&F::enters, F>("enters"),
      field<&F::asksError, F>("asks-error"),
      field<&F::detaches, F>("detaches"),
      field<&F::owned, F>("owned"),
      field<&F::done, F>("done"),
      {"loop-bound", false, readMember<&F::loopBound, F>,
       copyInstead<&F::loopBound, &F::threadSafe>},
      {"thread-safe", false, readMember<&F::threadSafe, F>,
       copyInstead<&F::threadSafe, &F::loopBound>},
      field<&F::mainThread, F>("main-thread"),
      field<&F::onLoop, F>("on-loop"),
      {"overloads", false,
       [](const Reader &from, F &to) {
         readFields<Overloads>(from, overloadsFields, to.overloads);
       },
       copyMember<&F::overloads, F>},
      field<&F::on, F>("on"),
      {"nowait", false,
       [](const Reader &from, F &to) {
         readFields<NoWait>(from, nowaitFields, to.nowait.emplace());
       },
       copyMember<&F::nowait, F>},
      field<&F::why, F>("why", /*required=*/true),
      field<&F::proof, F>("proof"),
  };
  return fields;
}

llvm::ArrayRef<Field<TypeFacts>> typeFields() {
  static constexpr Field<T> fields[] = {
      field<&T::role, T>("role"),
      field<&T::start, T>("start"),
      field<&T::drop, T>("dropped"),
      field<&T::errors, T>("errors"),
      field<&T::droppable, T>("droppable"),
      field<&T::mustClose, T>("must-close"),
      field<&T::onLoop, T>("on-loop"),
      field<&T::singleUse, T>("single-use"),
      field<&T::byToken, T>("by-token"),
      {"given", false,
       [](const Reader &from, T &to) { readFields<Given>(from, givenFields, to.given.emplace()); },
       copyMember<&T::given, T>},
      field<&T::why, T>("why", /*required=*/true),
      field<&T::proof, T>("proof"),
  };
  return fields;
}

} // namespace asynctidy::model
