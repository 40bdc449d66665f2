// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Advice.h"

#include "model/Enumerators.h"

namespace asynctidy::driver {
namespace {

using llvm::json::Object;

template <class E> std::vector<llvm::StringRef> wordsOf(std::initializer_list<E> except = {}) {
  std::vector<llvm::StringRef> words;
  for (const model::Enumerator<E> &enumerator : model::enumerators<E>())
    if (!llvm::is_contained(except, enumerator.value))
      words.push_back(enumerator.name);
  return words;
}

/// The role cannot be told when the start cannot, or when awaiting may not be all.
void adviseOnRole(const Conclusion &conclusion, Advice &advice) {
  const std::string &type = conclusion.subject;
  advice.missing.push_back("role");
  if (!conclusion.coroutine) {
    advice.entries.push_back(Object{
        {"type", type}, {"role", "awaitable"}, {"why", "nothing happens until it is awaited"}});
    advice.attributes = {"awaitable"};
    return;
  }
  advice.missing.push_back("start");
  advice.entries.push_back(Object{{"type", type},
                                  {"role", "coroutine"},
                                  {"start", "lazy"},
                                  {"why", "nothing runs until somebody awaits it"}});
  advice.entries.push_back(Object{{"type", type},
                                  {"role", "task"},
                                  {"start", "eager"},
                                  {"why", "the work runs whether anybody awaits it or not"}});
  advice.entries.push_back(
      Object{{"type", type}, {"role", "value"}, {"why", "no asynchronous work"}});
  advice.attributes = {"coroutine", "task", "value"};
}

void adviseOnRest(const Conclusion &conclusion, Advice &advice) {
  const model::Meaning &meaning = conclusion.explanation.meaning;
  Object entry{{"type", conclusion.subject}};
  auto choose = [&](llvm::StringRef property, std::vector<llvm::StringRef> words) {
    advice.missing.push_back(property);
    entry[property] = words.front();
    advice.choices.emplace_back(property, std::move(words));
  };
  if (meaning.start == coro::Start::Unknown)
    choose("start", wordsOf<coro::Start>());
  if (meaning.drop == coro::Drop::Unknown)
    choose("dropped", wordsOf<coro::Drop>({coro::Drop::Fails})); // that one is for promises
  if (meaning.errors == coro::Errors::Unknown)
    choose("errors", wordsOf<coro::Errors>());
  if (advice.missing.empty())
    return;
  entry["why"] = "its authors say so";
  advice.entries.push_back(std::move(entry));
}

} // namespace

Advice adviceOn(const Conclusion &conclusion) {
  Advice advice;
  const model::Meaning &meaning = conclusion.explanation.meaning;
  switch (meaning.role) {
  case model::Role::None:
    // Work that started and that nobody can await is proven to be none.
    if (conclusion.coroutine ? meaning.start == coro::Start::Unknown : meaning.awaitable)
      adviseOnRole(conclusion, advice);
    break;
  case model::Role::Coroutine:
  case model::Role::Task:
    if (conclusion.coroutine)
      adviseOnRest(conclusion, advice);
    break;
  default:
    break;
  }
  return advice;
}

} // namespace asynctidy::driver
