// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Ledger.h"

#include "Models.h"

#include <llvm/Support/FileSystem.h>

namespace asynctidy::model {
namespace {

/// A file with this text, while the object lives.
class ModelFile {
public:
  explicit ModelFile(llvm::StringRef text) {
    int descriptor;
    llvm::sys::fs::createTemporaryFile("asynctidy-model", "json", descriptor, path_);
    llvm::raw_fd_ostream(descriptor, /*shouldClose=*/true) << text;
  }
  ~ModelFile() { llvm::sys::fs::remove(path_); }
  std::string path() const { return path_.str().str(); }

private:
  llvm::SmallString<128> path_;
};

/// "pointer=value" of each statement about \p name, the weakest first; in brackets when it is
/// overridden.
std::string about(const Ledger &ledger, llvm::StringRef name) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  for (const Statement *each : ledger.about(name)) {
    stream << (text.empty() ? "" : " ");
    if (each->overriddenBy)
      stream << '[' << each->pointer << '=' << each->value << ']';
    else
      stream << each->pointer << '=' << each->value;
  }
  return text;
}

TEST(Ledger, KnowsWhatTheStoreKnows) {
  std::vector<LoadError> errors;
  const Ledger ledger({}, errors);
  EXPECT_TRUE(errors.empty());
  ASSERT_FALSE(ledger.statements().empty());
  for (const Statement &each : ledger.statements()) {
    EXPECT_TRUE(each.model->isShipped);
    EXPECT_FALSE(each.why.empty());
    const Store &store = *Store::shipped();
    switch (each.kind) {
    case Kind::Type:
      EXPECT_NE(store.type(each.name), nullptr) << each.name;
      break;
    case Kind::Function:
      EXPECT_NE(store.function(each.name), nullptr) << each.name;
      break;
    case Kind::CFunction:
      EXPECT_NE(store.cFunction(each.name), nullptr) << each.name;
      break;
    }
  }
}

TEST(Ledger, SaysWhereEachPropertyStands) {
  const ModelFile file(model(R"({"type": "a::T", "role": "task", "why": "x", "proof": "y"},
                                {"type": ["b::U", "a::T"], "start": "lazy", "why": "z"})",
                             R"("namespaces": ["a", "c"],)"));
  std::vector<LoadError> errors;
  const Ledger ledger({file.path()}, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(about(ledger, "a::T"), "/facts/0/role=\"task\" /facts/1/start=\"lazy\"");
  EXPECT_EQ(about(ledger, "c::T"), about(ledger, "a::T"));
  EXPECT_EQ(about(ledger, "c::U"), "");
  const Statement &first = *ledger.about("a::T").front();
  EXPECT_EQ(first.why, "x");
  EXPECT_EQ(first.proof, "y");
  EXPECT_EQ(first.model->origin, file.path());
  EXPECT_EQ(first.model->facts, 3u);
}

TEST(Ledger, TheLaterModelHolds) {
  const ModelFile first(model(R"({"function": "f", "blocks": "file", "hops": true, "why": "x"},
                                 {"function": "g", "thread-safe": true, "why": "x"})"));
  const ModelFile second(model(R"({"function": "f", "nonblocking": true, "why": "y"},
                                  {"function": "g", "loop-bound": true, "why": "y"})"));
  const ModelFile third(model(R"({"function": "f", "blocks": "dns", "why": "z"},
                                 {"function": "g", "thread-safe": false, "why": "z"})"));
  std::vector<LoadError> errors;
  const std::vector<std::string> two = {first.path(), second.path()};
  EXPECT_EQ(about(Ledger(two, errors), "f"),
            "[/facts/0/blocks=\"file\"] /facts/0/hops=true /facts/0/nonblocking=true");
  const std::vector<std::string> all = {first.path(), second.path(), third.path()};
  EXPECT_EQ(about(Ledger(all, errors), "f"), "[/facts/0/blocks=\"file\"] /facts/0/hops=true "
                                             "[/facts/0/nonblocking=true] /facts/0/blocks=\"dns\"");
  EXPECT_EQ(about(Ledger(all, errors), "g"), "[/facts/1/thread-safe=true] "
                                             "/facts/1/loop-bound=true /facts/1/thread-safe=false");
  EXPECT_TRUE(errors.empty());

  const std::shared_ptr<const Store> store = Store::load(all, errors);
  EXPECT_EQ(store->function("f")->blocks, Blocking::Dns);
  EXPECT_FALSE(store->function("f")->nonblocking);
  EXPECT_TRUE(store->function("g")->loopBound);
  EXPECT_FALSE(store->function("g")->threadSafe);
}

TEST(Ledger, AMistakeLeavesTheOthers) {
  const ModelFile bad("{");
  const ModelFile good(model(R"({"function": "f", "blocks": "file", "why": "x"})"));
  std::vector<LoadError> errors;
  const Ledger ledger({bad.path(), "/nowhere.json", good.path()}, errors);
  EXPECT_EQ(errors.size(), 2u);
  EXPECT_EQ(about(ledger, "f"), "/facts/0/blocks=\"file\"");
}

} // namespace
} // namespace asynctidy::model
