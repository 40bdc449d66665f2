// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Store.h"

namespace asynctidy::model {
namespace {

template <class T> const T *find(const llvm::StringMap<T> &map, llvm::StringRef name) {
  auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

/// Whether the namespace or class \p outer is, or holds, \p name.
bool holds(llvm::StringRef outer, llvm::StringRef name) {
  return name.consume_front(outer) && (name.empty() || name.starts_with("::"));
}

/// The length of the longest namespace of \p library that holds \p name; 0 when none does.
std::size_t match(const Library &library, llvm::StringRef name) {
  std::size_t longest = 0;
  for (llvm::StringRef outer : library.namespaces)
    if (holds(outer, name))
      longest = std::max(longest, outer.size());
  return longest;
}

} // namespace

std::string LoadError::message() const {
  return file + ": " + (pointer.empty() ? "" : pointer + ": ") + reason;
}

const FunctionFacts *Store::function(llvm::StringRef qualifiedName) const {
  return find(functions_, qualifiedName);
}

const FunctionFacts *Store::cFunction(llvm::StringRef name) const {
  return find(cFunctions_, name);
}

const TypeFacts *Store::type(llvm::StringRef qualifiedName) const {
  return find(types_, qualifiedName);
}

bool Store::mayKnow(llvm::StringRef lastComponent) const {
  return lastComponents_.contains(lastComponent);
}

const Library *Store::libraryOf(llvm::StringRef qualifiedName) const {
  const Library *owner = nullptr;
  std::size_t longest = 0;
  for (const Library &library : libraries_) {
    std::size_t length = match(library, qualifiedName);
    if (length && length >= longest) { // later models win
      owner = &library;
      longest = length;
    }
  }
  return owner;
}

const Replacement *Store::replacement(Blocking category, llvm::StringRef qualifiedName) const {
  const Replacement *found = nullptr;
  // Longer namespaces beat shorter ones, the category beats "any", later beats earlier.
  std::pair<std::size_t, bool> best{0, false};
  for (const Library &library : libraries_) {
    std::size_t length = match(library, qualifiedName);
    if (!length)
      continue;
    for (const Replacement &replacement : library.replacements) {
      if (replacement.category && *replacement.category != category)
        continue;
      std::pair<std::size_t, bool> rank{length, replacement.category.has_value()};
      if (rank >= best) {
        best = rank;
        found = &replacement;
      }
    }
  }
  return found;
}

} // namespace asynctidy::model
