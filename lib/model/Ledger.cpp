// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Ledger.h"

#include "model/Embedded.h"

namespace asynctidy::model {

Ledger::Ledger(llvm::ArrayRef<std::string> paths, std::vector<LoadError> &errors) {
  for (const EmbeddedModel &model : embeddedModels())
    add(model.json, ("<shipped>/" + model.name).str(), /*isShipped=*/true, errors);
  for (const std::string &path : paths)
    if (std::optional<std::string> text = readModelFile(path, errors))
      add(*text, path, /*isShipped=*/false, errors);
}

void Ledger::add(llvm::StringRef json, std::string origin, bool isShipped,
                 std::vector<LoadError> &errors) {
  std::optional<Document> document = readDocument(json, origin, errors);
  if (!document)
    return;
  Model &model = models_.emplace_back(Model{std::move(*document), std::move(origin), isShipped, 0});
  for (const Entry<FunctionFacts> &entry : model.document.functions)
    model.facts += entry.subjects.size();
  for (const Entry<TypeFacts> &entry : model.document.types)
    model.facts += entry.subjects.size();
  const llvm::json::Value value = llvm::cantFail(llvm::json::parse(json));
  const llvm::json::Array &facts = *value.getAsObject()->getArray("facts");
  addEntries<FunctionFacts>(model.document.functions,
                            model.document.c ? Kind::CFunction : Kind::Function, model, facts);
  addEntries<TypeFacts>(model.document.types, Kind::Type, model, facts);
}

template <class T>
void Ledger::addEntries(llvm::ArrayRef<Entry<T>> entries, Kind kind, const Model &model,
                        const llvm::json::Array &facts) {
  for (const Entry<T> &entry : entries)
    for (const std::string &subject : entry.subjects)
      for (const std::string &name : spellings(subject, model.document.namespaces))
        for (const Field<T> *field : entry.given)
          if (!isRemark(field->key))
            state({kind, name, field->key, *facts[entry.index].getAsObject()->get(field->key),
                   entry.facts.why, entry.facts.proof, &model,
                   "/facts/" + std::to_string(entry.index) + pointerToken(field->key)});
}

void Ledger::state(Statement statement) {
  const Statement &added = statements_.emplace_back(std::move(statement));
  std::vector<Statement *> &known = byName_[added.name];
  const bool isAsserted = added.value.getAsBoolean() != false;
  for (Statement *earlier : known)
    if (earlier->kind == added.kind && !earlier->overriddenBy &&
        (earlier->property == added.property ||
         (isAsserted && contradict(earlier->property, added.property))))
      earlier->overriddenBy = &added;
  known.push_back(&statements_.back());
}

std::vector<const Statement *> Ledger::about(llvm::StringRef name) const {
  auto found = byName_.find(name);
  if (found == byName_.end())
    return {};
  return {found->second.begin(), found->second.end()};
}

} // namespace asynctidy::model
