// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Mocks say what the real headers say, where a package has those: mocks cannot drift.
#include "Models.h"
#include "RealHeaders.h"
#include "Shapes.h"
#include "model/Document.h"
#include "model/Embedded.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace asynctidy::model {
namespace {

using test::Snippet;

/// The mocks of one library, all of them but the adaptor; empty where there are none.
std::string includeMocks(const std::string &library) {
  std::string folder = std::string(MOCKS_DIR "/") + library;
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error), end; it != end && !error;
       it.increment(error))
    if (llvm::sys::fs::is_regular_file(it->path()) &&
        llvm::sys::path::filename(it->path()) != "adaptor.h")
      files.push_back(it->path());
  llvm::sort(files);
  std::string text;
  for (const std::string &file : files)
    text += "#include \"" + file + "\"\n";
  return text;
}

/// "asio::awaitable" of the sample "asio::awaitable<int>".
std::string templateOf(const std::string &sample) { return sample.substr(0, sample.find('<')); }

/// Those of \p samples whose templates the mocks have; names without arguments are typedefs, which
/// mocks have, too.
std::vector<std::string> mocked(const std::vector<std::string> &samples, const std::string &mocks,
                                const std::vector<std::string> &flags) {
  Snippet snippet(mocks, flags);
  Declarations declarations(snippet.context());
  std::vector<std::string> result;
  for (const std::string &sample : samples)
    if (templateOf(sample) == sample || declarations.types.count(templateOf(sample)))
      result.push_back(sample);
  return result;
}

/// One side of the comparison: declarations by name, and the types that the headers' file names.
class Side {
public:
  Side(const std::string &code, const std::vector<std::string> &samples,
       std::vector<std::string> flags)
      : snippet_(code + aliases(samples), std::move(flags)) {
    for (std::size_t i = 0; i < samples.size(); ++i)
      addSample(snippet_.type("samples::S" + std::to_string(i)));
    declarations_.emplace(snippet_.context());
  }

  Declarations &declarations() { return *declarations_; }

  /// What the class called \p name, or the sample of the template, means by structure alone; none
  /// where it is only declared, or a template without a sample.
  std::optional<Meaning> meaning(const std::string &name) {
    Knowledge knowledge(snippet_.context(), loaded({}));
    if (auto sample = samples_.find(name); sample != samples_.end())
      return knowledge.type(sample->second);
    for (const clang::CXXRecordDecl *record : declarations_->types[name])
      if (record->hasDefinition() && !record->isDependentContext())
        return knowledge.type(snippet_.context().getTypeDeclType(record));
    return std::nullopt;
  }

  bool isTemplate(const std::string &name) {
    return llvm::any_of(declarations_->types[name], [](const clang::CXXRecordDecl *record) {
      return record->isDependentContext();
    });
  }

private:
  static std::string aliases(const std::vector<std::string> &samples) {
    std::string text = "namespace samples {\n";
    for (std::size_t i = 0; i < samples.size(); ++i) {
      std::string alias = "S" + std::to_string(i);
      text += "using " + alias + " = " + samples[i] + ";\nstatic_assert(sizeof(" + alias + "));\n";
    }
    return text + "}\n";
  }

  void addSample(clang::QualType type) {
    if (const clang::CXXRecordDecl *record = recordOf(type))
      samples_[qualifiedName(*record)] = type;
  }

  Snippet snippet_;
  std::map<std::string, clang::QualType> samples_;
  std::optional<Declarations> declarations_;
};

class Drift : public testing::TestWithParam<RealHeaders> {
protected:
  void SetUp() override {
    const RealHeaders &headers = GetParam();
    std::vector<LoadError> errors;
    for (const EmbeddedModel &model : embeddedModels())
      if (model.name == headers.model + ".json")
        document_ = readDocument(model.json, model.name, errors);
    ASSERT_TRUE(document_);
    std::vector<std::string> flags = headers.flags;
    real_.emplace("#include \"" + headers.path + "\"\n", headers.samples, flags);
    flags.insert(flags.begin(), std::string("-I" MOCKS_DIR "/") + headers.name);
    std::string mocks = includeMocks(headers.name);
    mock_.emplace(mocks, mocked(headers.samples, mocks, flags), flags);
  }

  void compareFunctions(const std::string &name, OverloadSet real, OverloadSet mock) {
    for (const clang::FunctionDecl *declared : mock) {
      EXPECT_TRUE(llvm::any_of(real,
                               [&](const clang::FunctionDecl *other) {
                                 return shapeOf(*declared).fits(shapeOf(*other));
                               }))
          << name << ": the mock's " << shapeOf(*declared).text() << " is none of the real"
          << listed(real);
    }
  }

  static std::string listed(OverloadSet overloads) {
    std::string text;
    for (const clang::FunctionDecl *each : overloads)
      text += "\n  " + shapeOf(*each).text();
    return text;
  }

  void compareTypes(const std::string &name) {
    std::optional<Meaning> real = real_->meaning(name), mock = mock_->meaning(name);
    if (real_->isTemplate(name) && !(real && mock))
      ADD_FAILURE() << name << " is a template: give a '// sample: " << name << "<...>'";
    if (!real || !mock)
      return;
    if (GetParam().older.count(name))
      EXPECT_NE(describe(*mock), describe(*real)) << name << " is not older any more";
    else
      EXPECT_EQ(describe(*mock), describe(*real)) << name;
  }

  std::optional<Document> document_;
  std::optional<Side> real_, mock_;
};

TEST_P(Drift, MocksAreLikeTheRealHeaders) {
  const RealHeaders &headers = GetParam();
  Declarations &real = real_->declarations();
  Declarations &mock = mock_->declarations();
  std::string space = document_->namespaces.empty() ? "" : document_->namespaces.front();
  for (const Entry<FunctionFacts> &entry : document_->functions)
    for (const std::string &subject : entry.subjects) {
      std::string name = headers.spelled(subject, space);
      auto in = [&](Declarations &side) -> OverloadSet {
        return (document_->c ? side.cFunctions : side.functions)[name];
      };
      if (!name.empty() && !in(mock).empty())
        compareFunctions(name, in(real), in(mock));
    }
  std::set<std::string> types;
  for (const std::string &sample : headers.samples)
    types.insert(templateOf(sample));
  for (const Entry<TypeFacts> &entry : document_->types)
    for (const std::string &subject : entry.subjects)
      types.insert(headers.spelled(subject, space));
  for (const std::string &name : types)
    if (mock.types.count(name))
      compareTypes(name);
}

/// Those that have mocks, too.
std::vector<RealHeaders> mockedHeaders() {
  std::vector<RealHeaders> result;
  for (const RealHeaders &headers : realHeaders())
    if (!includeMocks(headers.name).empty())
      result.push_back(headers);
  return result;
}

INSTANTIATE_TEST_SUITE_P(Mocks, Drift, testing::ValuesIn(mockedHeaders()), nameOf);

} // namespace
} // namespace asynctidy::model
