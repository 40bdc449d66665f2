// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Document.h"

#include <llvm/Support/Error.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Regex.h>

#include <map>
#include <set>

namespace asynctidy::model {

enum class Language { Cpp, C };

template <> llvm::ArrayRef<Enumerator<Language>> enumerators() {
  static constexpr Enumerator<Language> all[] = {{"c++", Language::Cpp}, {"c", Language::C}};
  return all;
}

namespace {

// The same patterns as in the schema.
constexpr llvm::StringLiteral typeName = "^([A-Za-z_][A-Za-z0-9_]*::)*[A-Za-z_][A-Za-z0-9_]*$";
constexpr llvm::StringLiteral functionName =
    "^([A-Za-z_][A-Za-z0-9_]*::)*(~?[A-Za-z_][A-Za-z0-9_]*|operator[^A-Za-z0-9_].*)$";

/// Reads one entry of "facts" whose subject is under \p kind ("function", "type"). A subject can
/// be named by several entries, as long as no two of them state the same property or contradict
/// each other.
template <class T> class EntryReader {
public:
  EntryReader(llvm::StringLiteral kind, llvm::StringLiteral names, llvm::ArrayRef<Field<T>> fields,
              llvm::ArrayRef<std::string> namespaces)
      : kind_(kind), names_(names), fields_(fields), namespaces_(namespaces) {}

  void operator()(const Reader &from, const llvm::json::Value &subject, std::size_t index,
                  std::vector<Entry<T>> &entries) {
    Entry<T> entry;
    entry.index = index;
    readFields<T>(from, fields_, entry.facts, &entry.given, {kind_});
    if (llvm::all_of(entry.given, [](auto *field) { return isRemark(field->key); }))
      from.report("expected a property besides \"why\" and \"proof\": the entry states no fact");
    Reader subjects = from.at(kind_, subject);
    readOneOrMore(subjects, entry.subjects);
    std::set<llvm::StringRef> names;
    for (const std::string &name : entry.subjects) {
      if (!names.insert(name).second)
        subjects.report("names \"" + name + "\" twice");
      else
        checkSubject(name, subjects, entry, from);
    }
    entries.push_back(std::move(entry));
  }

private:
  void checkSubject(const std::string &name, const Reader &subjects, const Entry<T> &entry,
                    const Reader &from) {
    if (!name.empty() && !llvm::Regex(names_).match(name))
      subjects.report("expected the qualified name of a " + kind_ +
                      " without a leading \"::\", template arguments and parameters, found \"" +
                      name + "\"");
    for (const Field<T> *field : entry.given) {
      if (isRemark(field->key))
        continue;
      for (const std::string &spelled : spellings(name, namespaces_)) {
        if (!state(spelled, field->key, from))
          break;
        checkContradictions(spelled, field->key, from);
      }
    }
  }

  /// Remembers that \p name has the property \p key; reports it and returns false when it has it
  /// already.
  bool state(const std::string &name, llvm::StringRef key, const Reader &from) {
    auto [earlier, isNew] = stated_.try_emplace({name, key}, from.pointer().str());
    if (!isNew)
      from.reportMember(key, "already stated for \"" + name + "\" at " + earlier->second);
    return isNew;
  }

  void checkContradictions(const std::string &name, llvm::StringRef key, const Reader &from) {
    if (isFalse(from, key))
      return;
    for (const auto &[property, where] : asserted_[name])
      if (contradict(property, key))
        from.reportMember(key, "contradicts \"" + property + "\" of \"" + name + "\" at " + where);
    asserted_[name].emplace_back(key, from.pointer().str());
  }

  static bool isFalse(const Reader &from, llvm::StringRef key) {
    return from.value().getAsObject()->getBoolean(key) == false;
  }

  llvm::StringLiteral kind_;
  llvm::StringLiteral names_;
  llvm::ArrayRef<Field<T>> fields_;
  llvm::ArrayRef<std::string> namespaces_;
  /// Where each property of each subject is stated.
  std::map<std::pair<std::string, llvm::StringRef>, std::string> stated_;
  /// The properties of each subject that are not stated as false, and where.
  std::map<std::string, std::vector<std::pair<llvm::StringRef, std::string>>> asserted_;
};

void readFacts(const Reader &from, Document &to) {
  EntryReader<FunctionFacts> readFunction("function", functionName, functionFields(),
                                          to.namespaces);
  EntryReader<TypeFacts> readType("type", typeName, typeFields(), to.namespaces);
  std::size_t next = 0;
  from.forEach([&](Reader element) {
    const std::size_t index = next++;
    const llvm::json::Object *object = element.value().getAsObject();
    if (!object)
      return element.expected("an object");
    const llvm::json::Value *function = object->get("function");
    const llvm::json::Value *type = object->get("type");
    if (function && type)
      element.report("expected either a \"function\" or a \"type\", found both");
    else if (function)
      readFunction(element, *function, index, to.functions);
    else if (type)
      readType(element, *type, index, to.types);
    else
      element.report("expected a \"function\" or a \"type\", found neither");
  });
}

struct ReplacementEntry {
  std::vector<std::string> categories;
  std::string use;
};

void readCategories(const Reader &from, ReplacementEntry &to) {
  readOneOrMore(from, to.categories);
  llvm::SmallVector<llvm::StringRef> known{"any"};
  for (const Enumerator<Blocking> &category : enumerators<Blocking>())
    known.push_back(category.name);
  auto check = [&](const Reader &word) {
    std::optional<llvm::StringRef> text = word.value().getAsString();
    if (text && !llvm::is_contained(known, *text))
      word.expectedOneOf(known);
  };
  if (from.value().getAsArray())
    from.forEach(check);
  else
    check(from);
}

constexpr Field<ReplacementEntry> replacementFields[] = {
    {"for", true, readCategories, nullptr},
    field<&ReplacementEntry::use, ReplacementEntry>("use", /*required=*/true),
};

void readReplacements(const Reader &from, Document &to) {
  from.forEach([&](Reader element) {
    ReplacementEntry entry;
    readFields<ReplacementEntry>(element, replacementFields, entry);
    for (llvm::StringRef category : entry.categories) {
      std::optional<Blocking> blocking;
      for (const Enumerator<Blocking> &known : enumerators<Blocking>())
        if (known.name == category)
          blocking = known.value;
      to.replacements.push_back({blocking, entry.use});
    }
  });
}

/// Whether \p name is \p outer or lies in it.
bool liesIn(llvm::StringRef name, llvm::StringRef outer) {
  return name.consume_front(outer) && (name.empty() || name.starts_with("::"));
}

void readNamespaces(const Reader &from, Document &to) {
  read(from, to.namespaces);
  std::vector<std::pair<llvm::StringRef, std::string>> earlier;
  from.forEach([&](Reader element) {
    std::optional<llvm::StringRef> name = element.value().getAsString();
    if (!name)
      return;
    if (!llvm::Regex(typeName).match(*name))
      return element.expected("the qualified name of a namespace");
    // What is spelled with one would be spelled with the other inside it.
    for (const auto &[other, where] : earlier) {
      if (*name == other)
        element.report("\"" + *name + "\" stands at " + where + " already");
      else if (liesIn(*name, other) || liesIn(other, *name))
        element.report("\"" + *name + "\" and \"" + other + "\" (" + where +
                       ") lie in each other; name the outer one alone");
    }
    earlier.emplace_back(*name, element.pointer().str());
  });
}

void readLanguage(const Reader &from, Document &to) {
  Language language{};
  read(from, language);
  to.c = language == Language::C;
}

void ignore(const Reader &, Document &) {}

constexpr Field<Document> documentFields[] = {
    {"$schema", false, ignore, nullptr}, // lets editors complete and validate
    {"schema", true, ignore, nullptr},   // checked before everything else
    field<&Document::library, Document>("library", /*required=*/true),
    field<&Document::about, Document>("about"),
    {"language", false, readLanguage, nullptr},
    {"namespaces", false, readNamespaces, nullptr},
    {"replacements", false, readReplacements, nullptr},
    {"facts", true, readFacts, nullptr},
};

/// "[3:7, byte=40]: Expected , or ]" as "line 3, column 7: Expected , or ]".
std::string syntaxError(llvm::Error error) {
  std::string text = llvm::toString(std::move(error));
  llvm::SmallVector<llvm::StringRef> parts;
  if (!llvm::Regex("^\\[([0-9]+):([0-9]+), byte=[0-9]+\\]: (.*)$").match(text, &parts))
    return text;
  return ("not JSON at line " + parts[1] + ", column " + parts[2] + ": " + parts[3]).str();
}

/// A model for another version of the format means something else: nothing else in it is read.
bool checkVersion(const Reader &root) {
  const llvm::json::Object *object = root.value().getAsObject();
  const llvm::json::Value *version = object ? object->get("schema") : nullptr;
  if (!version || version->getAsInteger() == schemaVersion)
    return true; // a missing one is reported with everything else
  root.at("schema", *version)
      .expected(llvm::Twine(schemaVersion) +
                ", the only version of the model format that this asynctidy understands");
  return false;
}

} // namespace

llvm::StringRef lastComponent(llvm::StringRef name) {
  // Not after the last "::": an operator's name may hold one ("operator std::string").
  std::size_t conversion = name.find("operator ");
  std::size_t end = conversion == llvm::StringRef::npos ? name.size() : conversion;
  std::size_t colons = name.substr(0, end).rfind("::");
  return colons == llvm::StringRef::npos ? name : name.substr(colons + 2);
}

bool isRemark(llvm::StringRef key) { return key == "why" || key == "proof"; }

bool contradict(llvm::StringRef one, llvm::StringRef other) {
  constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> pairs[] = {
      {"blocks", "nonblocking"},
      {"waits", "nonblocking"},
      {"loop-bound", "thread-safe"},
      {"done", "pending"}};
  return llvm::any_of(pairs, [&](auto &pair) {
    return (one == pair.first && other == pair.second) ||
           (one == pair.second && other == pair.first);
  });
}

std::vector<std::string> spellings(llvm::StringRef name, llvm::ArrayRef<std::string> namespaces) {
  std::vector<std::string> result{name.str()};
  if (namespaces.empty() || !name.starts_with(namespaces.front() + "::"))
    return result;
  for (llvm::StringRef other : namespaces.drop_front())
    result.push_back((other + name.substr(namespaces.front().size())).str());
  return result;
}

std::optional<std::string> readModelFile(const std::string &path, std::vector<LoadError> &errors) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  if (buffer)
    return (*buffer)->getBuffer().str();
  errors.push_back({path, "", "cannot be read: " + buffer.getError().message()});
  return std::nullopt;
}

std::optional<Document> readDocument(llvm::StringRef json, llvm::StringRef file,
                                     std::vector<LoadError> &errors) {
  std::size_t before = errors.size();
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(json);
  if (!value) {
    errors.push_back({file.str(), "", syntaxError(value.takeError())});
    return std::nullopt;
  }
  Reader root(*value, "", file, errors);
  Document document;
  if (checkVersion(root)) {
    reportRepeatedKeys(json, file, errors);
    readFields<Document>(root, documentFields, document);
  }
  if (errors.size() != before)
    return std::nullopt;
  return document;
}

} // namespace asynctidy::model
