// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Reads JSON values into C++ ones and says, with a JSON pointer, what was expected and what was
/// found wherever that fails. Reading goes on after a mistake, so that all of them are reported.
#pragma once

#include "model/Enumerators.h"
#include "model/Store.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/Twine.h>
#include <llvm/Support/JSON.h>

namespace asynctidy::model {

/// A value of the document and where it is.
class Reader {
public:
  Reader(const llvm::json::Value &value, std::string pointer, llvm::StringRef file,
         std::vector<LoadError> &errors)
      : value_(value), pointer_(std::move(pointer)), file_(file), errors_(errors) {}

  const llvm::json::Value &value() const { return value_; }
  llvm::StringRef pointer() const { return pointer_; }

  /// The value of a member, or an element, of this one.
  Reader at(llvm::StringRef key, const llvm::json::Value &value) const;
  Reader at(std::size_t index, const llvm::json::Value &value) const;

  /// Reports \p reason at this value; at its member \p key.
  void report(const llvm::Twine &reason) const;
  void reportMember(llvm::StringRef key, const llvm::Twine &reason) const;
  /// Reports "expected <expected>, found <this value>".
  void expected(const llvm::Twine &expected) const;
  /// The same for a word that is none of \p known, with the nearest of them.
  void expectedOneOf(llvm::ArrayRef<llvm::StringRef> known) const;

  /// Each element of an array; reports anything else.
  void forEach(llvm::function_ref<void(Reader)> visit) const;

private:
  const llvm::json::Value &value_;
  std::string pointer_;
  llvm::StringRef file_;
  std::vector<LoadError> &errors_;
};

/// \p key as a token of a JSON pointer, with its leading slash.
std::string pointerToken(llvm::StringRef key);

void read(const Reader &from, bool &to);
void read(const Reader &from, unsigned &to);
/// Prose and code: never empty.
void read(const Reader &from, std::string &to);
void read(const Reader &from, std::vector<std::string> &to);
/// A word that may stand in the place of an index, and the number for it.
struct IndexWord {
  llvm::StringRef word;
  int meaning = -1;
};
/// An index, or one of \p words.
void readIndexOr(const Reader &from, llvm::ArrayRef<IndexWord> words, int &to);
/// One string or an array of them.
void readOneOrMore(const Reader &from, std::vector<std::string> &to);

template <class E>
  requires std::is_enum_v<E>
void read(const Reader &from, E &to) {
  llvm::SmallVector<llvm::StringRef> names;
  for (const Enumerator<E> &enumerator : enumerators<E>()) {
    names.push_back(enumerator.name);
    if (from.value().getAsString() == llvm::StringRef(enumerator.name)) {
      to = enumerator.value;
      return;
    }
  }
  from.expectedOneOf(names);
}

template <class T> void read(const Reader &from, std::optional<T> &to) {
  T value{};
  read(from, value);
  to = value;
}

/// One property of a \p T: how to read it, and how to copy it onto what is known already.
template <class T> struct Field {
  llvm::StringLiteral key;
  bool required;
  void (*read)(const Reader &from, T &to);
  void (*copy)(const T &from, T &to);
};

template <auto member, class T> void readMember(const Reader &from, T &to) {
  read(from, to.*member);
}

template <auto member, class T> void copyMember(const T &from, T &to) { to.*member = from.*member; }

/// The field \p key that is kept in \p member and read by the read() of its type.
template <auto member, class T>
constexpr Field<T> field(llvm::StringLiteral key, bool required = false) {
  return {key, required, readMember<member, T>, copyMember<member, T>};
}

/// Reads an object that has \p fields and no other members into \p to; adds to \p given, if any,
/// those it had. Keys in \p ignored belong to somebody else.
template <class T>
void readFields(const Reader &from, llvm::ArrayRef<Field<T>> fields, T &to,
                llvm::SmallVectorImpl<const Field<T> *> *given = nullptr,
                llvm::ArrayRef<llvm::StringRef> ignored = {});

/// What readFields does that does not depend on the type: reports members that are not \p known,
/// and says whether \p from is an object at all.
bool checkKeys(const Reader &from, llvm::ArrayRef<llvm::StringRef> known);

template <class T>
void readFields(const Reader &from, llvm::ArrayRef<Field<T>> fields, T &to,
                llvm::SmallVectorImpl<const Field<T> *> *given,
                llvm::ArrayRef<llvm::StringRef> ignored) {
  llvm::SmallVector<llvm::StringRef> known(ignored);
  for (const Field<T> &field : fields)
    known.push_back(field.key);
  if (!checkKeys(from, known))
    return;
  for (const Field<T> &field : fields) {
    const llvm::json::Value *member = from.value().getAsObject()->get(field.key);
    if (!member) {
      if (field.required)
        from.report("expected a member \"" + field.key + "\", found none");
      continue;
    }
    field.read(from.at(field.key, *member), to);
    if (given)
      given->push_back(&field);
  }
}

} // namespace asynctidy::model
