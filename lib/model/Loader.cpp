// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Loader.h"

#include "model/Embedded.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

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
    std::vector<std::string> names = spellings(subject, document.namespaces);
    state(names.front(), entry.facts);
    for (std::size_t i = 1; i < names.size(); ++i) {
      T facts = entry.facts;
      rename(facts, document.namespaces.front(), document.namespaces[i]);
      state(names[i], facts);
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
  std::optional<Document> document = readDocument(json, origin, errors);
  if (!document)
    return;
  for (const Entry<FunctionFacts> &entry : document->functions)
    merge(entry, *document, document->c ? store_.cFunctions_ : store_.functions_);
  for (const Entry<TypeFacts> &entry : document->types)
    merge(entry, *document, store_.types_);
  addLibraries(*document, origin);
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
    std::vector<std::optional<std::string>> texts;
    std::shared_ptr<Store> store;
    std::vector<LoadError> errors;
  };
  // Every translation unit asks for the same few files. Compared by content, since time stamps
  // are too coarse for an editor that saves twice in a row.
  static std::mutex mutex;
  static std::map<std::vector<std::string>, Loaded> cache;

  Loaded fresh;
  std::vector<LoadError> unreadable;
  for (const std::string &path : paths)
    fresh.texts.push_back(readModelFile(path, unreadable));

  std::lock_guard lock(mutex);
  Loaded &cached = cache[paths];
  if (!cached.store || cached.texts != fresh.texts || !unreadable.empty()) {
    fresh.store = std::make_shared<Store>(*shipped());
    auto failed = unreadable.begin();
    for (const auto &[path, text] : llvm::zip(paths, fresh.texts))
      if (text)
        Loader(*fresh.store).add(*text, path, fresh.errors);
      else
        fresh.errors.push_back(*failed++);
    cached = std::move(fresh);
  }
  errors.insert(errors.end(), cached.errors.begin(), cached.errors.end());
  return cached.store;
}

} // namespace asynctidy::model
