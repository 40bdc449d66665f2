// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Document.h"

#include <llvm/Support/Error.h>
#include <llvm/Support/Regex.h>

#include <map>

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

/// The properties that speak of the entry itself: they state no fact.
bool isRemark(llvm::StringRef key) { return key == "why" || key == "proof"; }

/// Reads one entry of "facts" whose subject is under \p kind ("function", "type"). A subject can
/// be named by several entries, as long as no two of them state the same property.
template <class T> class EntryReader {
public:
  EntryReader(llvm::StringLiteral kind, llvm::StringLiteral names, llvm::ArrayRef<Field<T>> fields)
      : kind_(kind), names_(names), fields_(fields) {}

  void operator()(const Reader &from, const llvm::json::Value &subject,
                  std::vector<Entry<T>> &entries) {
    Entry<T> entry;
    readFields<T>(from, fields_, entry.facts, &entry.given, {kind_});
    if (llvm::all_of(entry.given, [](auto *field) { return isRemark(field->key); }))
      from.report("expected a property besides \"why\" and \"proof\": the entry states no fact");
    Reader subjects = from.at(kind_, subject);
    readOneOrMore(subjects, entry.subjects);
    for (const std::string &name : entry.subjects)
      checkSubject(name, subjects, entry, from);
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
      auto [earlier, isNew] = stated_.try_emplace({name, field->key}, from.pointer().str());
      if (!isNew)
        from.reportMember(field->key, "already stated for \"" + name + "\" at " + earlier->second);
    }
  }

  llvm::StringLiteral kind_;
  llvm::StringLiteral names_;
  llvm::ArrayRef<Field<T>> fields_;
  /// Where each property of each subject is stated.
  std::map<std::pair<std::string, llvm::StringRef>, std::string> stated_;
};

void readFacts(const Reader &from, Document &to) {
  EntryReader<FunctionFacts> readFunction("function", functionName, functionFields());
  EntryReader<TypeFacts> readType("type", typeName, typeFields());
  from.forEach([&](Reader element) {
    const llvm::json::Object *object = element.value().getAsObject();
    if (!object)
      return element.expected("an object");
    const llvm::json::Value *function = object->get("function");
    const llvm::json::Value *type = object->get("type");
    if (function && type)
      element.report("expected either a \"function\" or a \"type\", found both");
    else if (function)
      readFunction(element, *function, to.functions);
    else if (type)
      readType(element, *type, to.types);
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

void readNamespaces(const Reader &from, Document &to) {
  read(from, to.namespaces);
  from.forEach([](Reader element) {
    std::optional<llvm::StringRef> name = element.value().getAsString();
    if (name && !llvm::Regex(typeName).match(*name))
      element.expected("the qualified name of a namespace");
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
    {"about", false,
     [](const Reader &from, Document &) { read(from, *std::make_unique<std::string>()); }, nullptr},
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
