// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Loader.h"

#include "model/Embedded.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/MemoryBuffer.h>

#include <map>
#include <mutex>

namespace asynctidy::model {
namespace {

/// \p text, written for the first namespace of a model, for \p alias.
std::string renamed(llvm::StringRef text, llvm::StringRef first, llvm::StringRef alias) {
  if (alias == first)
    return text.str();
  std::string from = (first + "::").str();
  std::string to;
  for (std::size_t at; (at = text.find(from)) != llvm::StringRef::npos;) {
    bool wholeName = at == 0 || !(llvm::isAlnum(text[at - 1]) || text[at - 1] == '_');
    to += text.substr(0, at);
    to += wholeName ? alias : first;
    to += "::";
    text = text.substr(at + from.size());
  }
  return to + text.str();
}

void rename(FunctionFacts &facts, llvm::StringRef first, llvm::StringRef alias) {
  facts.instead = renamed(facts.instead, first, alias);
}
void rename(TypeFacts &, llvm::StringRef, llvm::StringRef) {}

llvm::StringRef lastComponent(llvm::StringRef name) {
  // Not after the last "::": an operator's name may hold one ("operator std::string").
  std::size_t conversion = name.find("operator ");
  std::size_t end = conversion == llvm::StringRef::npos ? name.size() : conversion;
  std::size_t colons = name.substr(0, end).rfind("::");
  return colons == llvm::StringRef::npos ? name : name.substr(colons + 2);
}

} // namespace

template <class T>
void Loader::merge(const Entry<T> &entry, const Document &document, llvm::StringMap<T> &into) {
  auto state = [&](llvm::StringRef subject, const T &facts) {
    T &known = into[subject];
    for (const Field<T> *field : entry.given)
      field->copy(facts, known);
    store_.lastComponents_[lastComponent(subject)] = 1;
  };
  for (const std::string &subject : entry.subjects) {
    state(subject, entry.facts);
    if (document.namespaces.size() < 2)
      continue;
    llvm::StringRef first = document.namespaces.front();
    if (!llvm::StringRef(subject).starts_with((first + "::").str()))
      continue;
    for (llvm::StringRef alias : llvm::ArrayRef(document.namespaces).drop_front()) {
      T facts = entry.facts;
      rename(facts, first, alias);
      state((alias + subject.substr(first.size())).str(), facts);
    }
  }
}

void Loader::addLibraries(const Document &document, llvm::StringRef origin) {
  Library library{document.library, origin.str(), {}, {}};
  if (document.namespaces.empty())
    store_.libraries_.push_back(library);
  for (llvm::StringRef name : document.namespaces) {
    library.namespaces = {name.str()};
    library.replacements = document.replacements;
    for (Replacement &replacement : library.replacements)
      replacement.use = renamed(replacement.use, document.namespaces.front(), name);
    store_.libraries_.push_back(library);
  }
}

void Loader::add(llvm::StringRef json, llvm::StringRef origin, std::vector<LoadError> &errors) {
  if (std::optional<Document> document = readDocument(json, origin, errors))
    add(*document, origin);
}

void Loader::add(const Document &document, llvm::StringRef origin) {
  for (const Entry<FunctionFacts> &entry : document.functions)
    merge(entry, document, document.c ? store_.cFunctions_ : store_.functions_);
  for (const Entry<TypeFacts> &entry : document.types)
    merge(entry, document, store_.types_);
  addLibraries(document, origin);
}

std::shared_ptr<const Store> Store::shipped() {
  static const std::shared_ptr<const Store> store = [] {
    auto loaded = std::make_shared<Store>();
    std::vector<LoadError> none; // a test proves it
    for (const EmbeddedModel &model : embeddedModels())
      Loader(*loaded).add(model.json, ("<shipped>/" + model.name).str(), none);
    return loaded;
  }();
  return store;
}

std::shared_ptr<const Store> Store::load(llvm::ArrayRef<std::string> paths,
                                         std::vector<LoadError> &errors) {
  if (paths.empty())
    return shipped();

  struct Loaded {
    std::vector<std::string> texts;
    std::shared_ptr<Store> store;
    std::vector<LoadError> errors;
  };
  // Every translation unit asks for the same few files. Compared by content, since time stamps
  // are too coarse for an editor that saves twice in a row.
  static std::mutex mutex;
  static std::map<std::vector<std::string>, Loaded> cache;

  Loaded fresh;
  std::vector<LoadError> unreadable;
  for (const std::string &path : paths) {
    auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
    fresh.texts.push_back(buffer ? (*buffer)->getBuffer().str() : "");
    if (!buffer)
      unreadable.push_back({path, "", "cannot be read: " + buffer.getError().message()});
  }

  std::lock_guard lock(mutex);
  Loaded &cached = cache[paths];
  if (!cached.store || cached.texts != fresh.texts || !unreadable.empty()) {
    fresh.store = std::make_shared<Store>(*shipped());
    for (const auto &[path, text] : llvm::zip(paths, fresh.texts)) {
      auto failed = llvm::find_if(unreadable, [&](auto &error) { return error.file == path; });
      if (failed == unreadable.end())
        Loader(*fresh.store).add(text, path, fresh.errors);
      else
        fresh.errors.push_back(*failed);
    }
    cached = std::move(fresh);
  }
  errors.insert(errors.end(), cached.errors.begin(), cached.errors.end());
  return cached.store;
}

} // namespace asynctidy::model
