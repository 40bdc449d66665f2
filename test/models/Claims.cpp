// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Claims.h"

#include "model/Embedded.h"
#include "model/Loader.h"

#include <llvm/Support/ErrorHandling.h>

namespace asynctidy::test {
namespace {

using model::Document;

/// The shipped models with \p document in place of the one called \p name.
std::shared_ptr<const model::Store> storeWith(llvm::StringRef name, const Document &document) {
  auto store = std::make_shared<model::Store>();
  for (const ShippedModel &shipped : shippedModels())
    model::Loader(*store).add(shipped.name == name ? document : shipped.document,
                              "<shipped>/" + shipped.name + ".json");
  return store;
}

std::string lastComponent(llvm::StringRef subject) {
  std::size_t colons = subject.rfind("::");
  return subject.drop_front(colons == llvm::StringRef::npos ? 0 : colons + 2).str();
}

/// The properties that say something, and not why.
template <class T> std::string properties(const model::Entry<T> &entry) {
  std::string text;
  for (const model::Field<T> *field : entry.given)
    if (field->key != "why" && field->key != "proof")
      text += (" " + field->key).str();
  return text;
}

template <class T>
void addClaims(const ShippedModel &shipped, std::vector<model::Entry<T>> Document::*entries,
               std::vector<Claim> &claims) {
  const auto &all = shipped.document.*entries;
  for (std::size_t entry = 0; entry < all.size(); ++entry)
    for (std::size_t subject = 0; subject < all[entry].subjects.size(); ++subject) {
      const std::string &name = all[entry].subjects[subject];
      claims.push_back({name + ":" + properties(all[entry]), lastComponent(name), [=, &shipped] {
                          Document document = shipped.document;
                          auto &subjects = (document.*entries)[entry].subjects;
                          subjects.erase(subjects.begin() + subject);
                          return storeWith(shipped.name, document);
                        }});
    }
}

void addReplacements(const ShippedModel &shipped, std::vector<Claim> &claims) {
  const auto &all = shipped.document.replacements;
  for (std::size_t each = 0; each < all.size(); ++each) {
    llvm::StringRef category =
        all[each].category ? model::spelling(*all[each].category) : llvm::StringRef("any");
    claims.push_back({("replacement: " + category).str(),
                      llvm::StringRef(all[each].use).split('(').first.str(), [=, &shipped] {
                        Document document = shipped.document;
                        document.replacements.erase(document.replacements.begin() + each);
                        return storeWith(shipped.name, document);
                      }});
  }
}

} // namespace

const std::vector<ShippedModel> &shippedModels() {
  static const std::vector<ShippedModel> models = [] {
    std::vector<ShippedModel> read;
    std::vector<model::LoadError> errors;
    for (const model::EmbeddedModel &embedded : model::embeddedModels()) {
      llvm::StringRef name = embedded.name;
      name.consume_back(".json");
      if (auto document = model::readDocument(embedded.json, embedded.name, errors))
        read.push_back({name.str(), std::move(*document)});
    }
    if (!errors.empty())
      llvm::report_fatal_error(llvm::StringRef(errors.front().message()));
    return read;
  }();
  return models;
}

std::vector<Claim> claimsOf(llvm::StringRef name) {
  std::vector<Claim> claims;
  for (const ShippedModel &shipped : shippedModels())
    if (shipped.name == name) {
      addClaims(shipped, &Document::functions, claims);
      addClaims(shipped, &Document::types, claims);
      addReplacements(shipped, claims);
    }
  return claims;
}

} // namespace asynctidy::test
