// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Attributes.h"

#include "model/Enumerators.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::model {
namespace {

constexpr llvm::StringLiteral prefix = "asynctidy::";

/// What one word means on a function, on a parameter of it (with its index), on a class, and for
/// the methods of that class; null where it means nothing.
struct Word {
  llvm::StringLiteral name;
  void (*onFunction)(FunctionFacts &);
  void (*onParameter)(FunctionFacts &, int);
  void (*onClass)(TypeFacts &);
  void (*onMethods)(FunctionFacts &);
};

void setBlocking(FunctionFacts &facts) {
  facts.nonblocking = false;
  if (!facts.blocks)
    facts.blocks = Blocking::Other;
}

void setNonblocking(FunctionFacts &facts) {
  facts.nonblocking = true;
  facts.blocks.reset();
  facts.waits.reset();
}

void setLoopBound(FunctionFacts &facts) {
  facts.loopBound = true;
  facts.threadSafe = false;
}

void setThreadSafe(FunctionFacts &facts) {
  facts.threadSafe = true;
  facts.loopBound = false;
}

void setOffloads(FunctionFacts &facts, int argument) {
  for (Callable &callable : facts.callables)
    if (callable.argument == argument) {
      callable.runs = Runs::OffLoop;
      callable.executor = -1;
      return;
    }
  facts.callables.push_back({argument, Runs::OffLoop, Returned::Unknown, -1, {}});
}

void setDetaches(TypeFacts &facts) {
  facts.drop = coro::Drop::Detaches;
  facts.droppable = true;
}

template <Role role> void setRole(TypeFacts &facts) {
  facts.role = role;
  if (role == Role::Coroutine)
    facts.start = coro::Start::Lazy;
}

template <Does does> void setDoes(FunctionFacts &facts) { facts.does = does; }

constexpr Word words[] = {
    {"blocking", setBlocking, nullptr, nullptr, nullptr},
    {"nonblocking", setNonblocking, nullptr, nullptr, setNonblocking},
    {"thread_safe", setThreadSafe, nullptr, nullptr, setThreadSafe},
    {"loop_bound", setLoopBound, nullptr, nullptr, setLoopBound},
    {"main_thread", [](FunctionFacts &f) { f.mainThread = true; }, nullptr, nullptr, nullptr},
    {"completes", setDoes<Does::Completes>, nullptr, nullptr, nullptr},
    {"cancels", setDoes<Does::Cancels>, nullptr, nullptr, nullptr},
    {"closes", setDoes<Does::Closes>, nullptr, nullptr, nullptr},
    {"opens", setDoes<Does::Opens>, nullptr, nullptr, nullptr},
    {"consumes", setDoes<Does::Consumes>, nullptr, nullptr, nullptr},
    {"advances", setDoes<Does::Advances>, nullptr, nullptr, nullptr},
    {"acquires", setDoes<Does::Acquires>, nullptr, nullptr, nullptr},
    {"releases", setDoes<Does::Releases>, nullptr, nullptr, nullptr},
    {"unblocks", setDoes<Does::Unblocks>, nullptr, nullptr, nullptr},
    {"pending", [](FunctionFacts &f) { f.pending = true; }, nullptr, nullptr, nullptr},
    {"enters", nullptr, [](FunctionFacts &f, int argument) { f.enters = argument; }, nullptr,
     nullptr},
    {"needs_done", [](FunctionFacts &f) { f.needsDone = true; }, nullptr, nullptr, nullptr},
    {"detaches", [](FunctionFacts &f) { f.detaches = true; }, nullptr, setDetaches, nullptr},
    {"asks_error", [](FunctionFacts &f) { f.asksError = true; }, nullptr, nullptr, nullptr},
    {"owned", [](FunctionFacts &f) { f.owned = true; }, nullptr, nullptr, nullptr},
    {"done", [](FunctionFacts &f) { f.done = true; }, nullptr, nullptr, nullptr},
    {"hops", [](FunctionFacts &f) { f.hops = true; }, nullptr, nullptr, nullptr},
    {"open_future", [](FunctionFacts &f) { f.openFuture = true; }, nullptr, nullptr, nullptr},
    {"shields", [](FunctionFacts &f) { f.shields = true; }, nullptr, nullptr, nullptr},
    {"bounds", nullptr, [](FunctionFacts &f, int argument) { f.bounds = argument; }, nullptr,
     nullptr},
    {"offloads", [](FunctionFacts &f) { setOffloads(f, -1); }, setOffloads, nullptr, nullptr},
    {"must_close", nullptr, nullptr, [](TypeFacts &facts) { facts.mustClose = true; }, nullptr},
    {"on_loop", [](FunctionFacts &facts) { facts.onLoop = true; }, nullptr,
     [](TypeFacts &facts) { facts.onLoop = true; }, nullptr},
    {"single_use", nullptr, nullptr, [](TypeFacts &facts) { facts.singleUse = true; }, nullptr},
    {"by_token", nullptr, nullptr, [](TypeFacts &facts) { facts.byToken = true; }, nullptr},
    {"coroutine", nullptr, nullptr, setRole<Role::Coroutine>, nullptr},
    {"task", nullptr, nullptr, setRole<Role::Task>, nullptr},
    {"future", nullptr, nullptr, setRole<Role::Future>, nullptr},
    {"promise", nullptr, nullptr, setRole<Role::Promise>, nullptr},
    {"awaitable", nullptr, nullptr, setRole<Role::Awaitable>, nullptr},
    {"event_loop", nullptr, nullptr, setRole<Role::EventLoop>, nullptr},
    {"thread_pool", nullptr, nullptr, setRole<Role::ThreadPool>, nullptr},
    {"thread", nullptr, nullptr, setRole<Role::Thread>, nullptr},
    {"scope", nullptr, nullptr, setRole<Role::Scope>, nullptr},
    {"lock", nullptr, nullptr, setRole<Role::Lock>, nullptr},
    {"resource", nullptr, nullptr, setRole<Role::Resource>, nullptr},
    {"cancellation", nullptr, nullptr, setRole<Role::Cancellation>, nullptr},
    {"cancellation_token", nullptr, nullptr, setRole<Role::CancellationToken>, nullptr},
    {"timeout", nullptr, nullptr, setRole<Role::Timeout>, nullptr},
    {"executor_tag", nullptr, nullptr, setRole<Role::ExecutorTag>, nullptr},
    {"value", nullptr, nullptr, setRole<Role::Value>, nullptr},
};

const Word *find(llvm::StringRef name) {
  const auto *word = llvm::find_if(words, [&](const Word &word) { return word.name == name; });
  return word == std::end(words) ? nullptr : word;
}

/// Calls \p visit with the meaning of each word on \p declaration, strongest last.
void forEachWord(const Decl &declaration, llvm::function_ref<bool(const Word &)> apply, bool &any,
                 std::string &why) {
  for (llvm::StringRef name : annotations(declaration)) {
    const Word *word = find(name);
    if (!word || !apply(*word))
      continue;
    any = true;
    why = ("annotated \"" + prefix + name + "\" in the code").str();
  }
}

bool call(void (*set)(FunctionFacts &), FunctionFacts &facts) {
  if (set)
    set(facts);
  return set;
}

} // namespace

std::vector<llvm::StringRef> annotations(const Decl &declaration) {
  std::vector<llvm::StringRef> found;
  auto collect = [&](const Decl *from) {
    if (!from)
      return;
    for (const Decl *redeclaration : from->redecls())
      for (const auto *attribute : redeclaration->specific_attrs<AnnotateAttr>())
        if (llvm::StringRef word = attribute->getAnnotation();
            word.consume_front(prefix) && !llvm::is_contained(found, word))
          found.push_back(word);
  };
  // Instantiations inherit the attributes of their pattern, explicit specialisations do not.
  if (const auto *function = dyn_cast<FunctionDecl>(&declaration)) {
    collect(function->getTemplateInstantiationPattern());
    if (const FunctionTemplateDecl *primary = function->getPrimaryTemplate())
      collect(primary->getTemplatedDecl());
  } else if (const auto *record = dyn_cast<CXXRecordDecl>(&declaration)) {
    collect(record->getTemplateInstantiationPattern());
    if (const auto *specialisation = dyn_cast<ClassTemplateSpecializationDecl>(record))
      collect(specialisation->getSpecializedTemplate()->getTemplatedDecl());
  }
  collect(&declaration);
  return found;
}

std::vector<llvm::StringRef> unknownAnnotations(const Decl &declaration) {
  std::vector<llvm::StringRef> words = annotations(declaration);
  llvm::erase_if(words, [](llvm::StringRef word) { return find(word) != nullptr; });
  return words;
}

bool applyAttributes(const FunctionDecl &function, FunctionFacts &facts) {
  bool any = false;
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function))
    forEachWord(
        *method->getParent(), [&](const Word &word) { return call(word.onMethods, facts); }, any,
        facts.why);
  for (const ParmVarDecl *parameter : function.parameters())
    forEachWord(
        *parameter,
        [&](const Word &word) {
          if (word.onParameter)
            word.onParameter(facts, parameter->getFunctionScopeIndex());
          return word.onParameter != nullptr;
        },
        any, facts.why);
  forEachWord(
      function, [&](const Word &word) { return call(word.onFunction, facts); }, any, facts.why);
  return any;
}

bool applyAttributes(const CXXRecordDecl &record, TypeFacts &facts) {
  bool any = false;
  forEachWord(
      record,
      [&](const Word &word) {
        if (word.onClass)
          word.onClass(facts);
        return word.onClass != nullptr;
      },
      any, facts.why);
  return any;
}

std::vector<std::pair<llvm::StringRef, TypeFacts>> attributesOf(const CXXRecordDecl &record) {
  std::vector<std::pair<llvm::StringRef, TypeFacts>> result;
  for (llvm::StringRef name : annotations(record))
    if (const Word *word = find(name); word && word->onClass)
      word->onClass(result.emplace_back(name, TypeFacts()).second);
  return result;
}

} // namespace asynctidy::model
