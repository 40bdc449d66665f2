// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every subject of a shipped model is a declaration in the real headers: models cannot rot.
#include "Models.h"
#include "RealHeaders.h"
#include "model/Document.h"
#include "model/Embedded.h"
#include "model/Knowledge.h"

#include <set>

namespace asynctidy::model {
namespace {

using test::Snippet;

class Shipped : public testing::TestWithParam<RealHeaders> {};

/// Whether some overload has a parameter for each argument that \p facts mention.
bool indexesFit(const FunctionFacts &facts,
                const std::vector<const clang::FunctionDecl *> &overloads) {
  auto fits = [&](int index) {
    return index < 0 ||
           llvm::any_of(
               overloads,
               [&](const clang::FunctionDecl *function) {
                 bool pack = llvm::any_of(function->parameters(), [](const clang::ParmVarDecl *p) {
                   return p->isParameterPack();
                 });
                 return index < int(function->getNumParams()) || pack || function->isVariadic();
               });
  };
  return llvm::all_of(facts.callables,
                      [&](const Callable &callable) {
                        return fits(callable.argument) && fits(callable.executor);
                      }) &&
         fits(facts.timeout.value_or(-1)) && fits(facts.bounds ? int(*facts.bounds) : -1) &&
         fits(facts.nowait ? facts.nowait->argument : -1);
}

/// The shipped model \p name.
std::optional<Document> shipped(const std::string &name) {
  std::vector<LoadError> errors;
  for (const EmbeddedModel &model : embeddedModels())
    if (model.name == name + ".json")
      return readDocument(model.json, model.name, errors);
  return std::nullopt;
}

TEST_P(Shipped, SubjectsExist) {
  const RealHeaders &headers = GetParam();
  std::optional<Document> document = shipped(headers.model);
  ASSERT_TRUE(document);
  std::string space = document->namespaces.empty() ? "" : document->namespaces.front();

  std::vector<std::string> flags = headers.flags;
  flags.push_back("-I" ASYNCTIDY_LIB_DIR);
  Snippet snippet("#include \"" + headers.path + "\"", flags);
  Declarations found(snippet.context());
  Knowledge knowledge(snippet.context(), Store::shipped());

  for (const Entry<FunctionFacts> &entry : document->functions)
    for (const std::string &subject : entry.subjects) {
      std::string name = headers.spelled(subject, space);
      if (name.empty())
        continue;
      const auto &overloads = (document->c ? found.cFunctions : found.functions)[name];
      EXPECT_FALSE(overloads.empty()) << "no function " << name;
      EXPECT_TRUE(overloads.empty() || indexesFit(entry.facts, overloads))
          << "no overload of " << name << " has such an argument";
      if (!entry.facts.dependOnCall())
        EXPECT_TRUE(overloads.empty() ||
                    llvm::any_of(overloads,
                                 [&](const auto *function) {
                                   return !knowledge.function(*function).why.empty();
                                 }))
            << "nothing is known of " << name;
    }
  for (const Entry<TypeFacts> &entry : document->types)
    for (const std::string &subject : entry.subjects) {
      std::string name = headers.spelled(subject, space);
      if (name.empty())
        continue;
      EXPECT_FALSE(found.types[name].empty()) << "no type " << name;
    }
  for (const std::string &name : headers.missing)
    EXPECT_FALSE(found.types.count(name) || found.functions.count(name) ||
                 found.cFunctions.count(name))
        << name << " is not missing any more";
}

INSTANTIATE_TEST_SUITE_P(Models, Shipped, testing::ValuesIn(realHeaders()), nameOf);

TEST(Models, EveryShippedOneIsCheckedAgainstHeaders) {
  std::set<std::string> unchecked;
  for (const EmbeddedModel &model : embeddedModels())
    unchecked.insert(model.name.drop_back(llvm::StringRef(".json").size()).str());
  for (const RealHeaders &headers : realHeaders())
    unchecked.erase(headers.model);
  // Their headers are in no package that the tests ask for.
  EXPECT_EQ(unchecked,
            (std::set<std::string>{
                "async-simple", "boost-cobalt", "boost-net",      "concurrencpp", "cpp-httplib",
                "cppcoro",      "cpr",          "drogon",         "folly",        "hackerl-asyncio",
                "libcoro",      "libpqxx",      "netcan-asyncio", "seastar",      "sqlitecpp",
                "stdexec",      "toomanycooks", "unifex",         "userver",      "win32",
                "winrt",        "yaclib",       "yaml-cpp",
            }));
}

/// Whether an entry of \p entries does not say where the library shows it.
template <class T> bool lacksProof(const std::vector<Entry<T>> &entries) {
  return llvm::any_of(entries, [](const Entry<T> &entry) { return entry.facts.proof.empty(); });
}

TEST(Models, FactsSayWhereTheLibraryShowsThem) {
  std::vector<LoadError> errors;
  for (const EmbeddedModel &model : embeddedModels()) {
    std::optional<Document> document = readDocument(model.json, model.name, errors);
    ASSERT_TRUE(document) << model.name.str();
    EXPECT_FALSE(lacksProof(document->functions) || lacksProof(document->types))
        << model.name.str();
  }
}

} // namespace
} // namespace asynctidy::model
