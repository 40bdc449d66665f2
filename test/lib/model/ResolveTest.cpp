// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every subject of a shipped model is a declaration in the real headers: models cannot rot.
#include "Models.h"
#include "model/Document.h"
#include "model/Embedded.h"
#include "model/Knowledge.h"
#include "support/Snippet.h"

#include <clang/AST/RecursiveASTVisitor.h>

#include <set>

namespace asynctidy::model {
namespace {

using test::Snippet;

/// The declarations that models may talk about, by the names that models have for them.
class Collector : public clang::RecursiveASTVisitor<Collector> {
public:
  bool TraverseStmt(clang::Stmt *) { return true; }

  bool VisitFunctionDecl(clang::FunctionDecl *function) {
    functions[qualifiedName(*function)].push_back(function);
    if (function->isExternC())
      cFunctions[lastComponent(*function)].push_back(function);
    return true;
  }
  bool VisitCXXRecordDecl(clang::CXXRecordDecl *record) {
    types[qualifiedName(*record)].push_back(record);
    return true;
  }

  template <class T> using Named = std::map<std::string, std::vector<const T *>>;
  Named<clang::FunctionDecl> functions;
  Named<clang::FunctionDecl> cFunctions;
  Named<clang::CXXRecordDecl> types;
};

/// A model, the header that includes what it talks about, and the namespace to look at.
struct Headers {
  const char *model;
  const char *header;
  const char *alias = nullptr; ///< stands for the first namespace of the model
  std::set<std::string> missing = {};
};

void PrintTo(const Headers &headers, std::ostream *stream) { *stream << headers.header; }

class Shipped : public testing::TestWithParam<Headers> {
protected:
  /// \p subject as it is called in the headers; empty where they do not have it.
  std::string spelled(const std::string &subject, const Document &document) const {
    const Headers &headers = GetParam();
    std::string name = subject;
    if (headers.alias)
      name.replace(0, document.namespaces.front().size(), headers.alias);
    return headers.missing.count(name) ? "" : name;
  }
};

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
         fits(facts.timeout ? int(*facts.timeout) : -1) &&
         fits(facts.bounds ? int(*facts.bounds) : -1) &&
         fits(facts.nowait ? int(facts.nowait->argument) : -1);
}

TEST_P(Shipped, SubjectsExist) {
  std::optional<Document> document;
  std::vector<LoadError> errors;
  for (const EmbeddedModel &model : embeddedModels())
    if (model.name == GetParam().model)
      document = readDocument(model.json, model.name, errors);
  ASSERT_TRUE(document);

  Snippet snippet(std::string("#include \"") + HEADERS_DIR "/" + GetParam().header + "\"",
                  {"-I" ASYNCTIDY_LIB_DIR});
  Collector found;
  // The subjects are in the headers.
  snippet.context().setTraversalScope({snippet.context().getTranslationUnitDecl()});
  found.TraverseDecl(snippet.context().getTranslationUnitDecl());
  Knowledge knowledge(snippet.context(), Store::shipped());

  for (const Entry<FunctionFacts> &entry : document->functions)
    for (const std::string &subject : entry.subjects) {
      std::string name = spelled(subject, *document);
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
      std::string name = spelled(subject, *document);
      if (name.empty())
        continue;
      EXPECT_FALSE(found.types[name].empty()) << "no type " << name;
    }
}

/// Names of versions that are newer, or older, than the installed ones.
const std::set<std::string> sinceAsio124 = {"asio::deferred_async_operation"};
const std::set<std::string> sinceBoost175 = {
    "boost::asio::experimental::coro",
    "boost::asio::deferred_async_operation",
    "boost::asio::experimental::deferred_async_operation",
    "boost::asio::experimental::promise",
};

INSTANTIATE_TEST_SUITE_P(
    Models, Shipped,
    testing::Values(Headers{"std.json", "std.h"}, Headers{"posix.json", "posix.h"},
                    Headers{"aio.json", "aio.h"},
                    Headers{"asio.json", "asio.h", nullptr, sinceAsio124},
                    Headers{"asio.json", "boost-asio.h", "boost::asio", sinceBoost175},
                    Headers{"boost-thread.json", "boost-thread.h"}),
    [](const auto &info) {
      std::string name = info.param.header;
      llvm::erase_if(name, [](char c) { return !llvm::isAlnum(c); });
      return name;
    });

TEST(Models, EveryShippedOneIsCheckedAgainstHeaders) {
  std::set<std::string> shipped;
  for (const EmbeddedModel &model : embeddedModels())
    shipped.insert(model.name.str());
  // Their headers are in no package that the tests ask for.
  for (const char *absent : {"async-simple.json", "concurrencpp.json", "cppcoro.json",
                             "drogon.json", "folly.json", "kj.json", "libcoro.json", "qcoro.json",
                             "seastar.json", "stdexec.json", "unifex.json", "yaml-cpp.json"})
    EXPECT_EQ(shipped.erase(absent), 1u) << absent;
  EXPECT_EQ(shipped, (std::set<std::string>{"aio.json", "asio.json", "boost-thread.json",
                                            "posix.json", "std.json"}));
}

} // namespace
} // namespace asynctidy::model
