// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What holds for the fixtures of models as a whole, and how the shared ones find their libraries.
#include "Claims.h"
#include "harness/Catalog.h"
#include "harness/ModelFixtures.h"

#include <gmock/gmock.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

#include <map>
#include <set>

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A folder "test" with files, for as long as it lives.
class Tree {
public:
  Tree() { llvm::sys::fs::createUniqueDirectory("models", root_); }
  ~Tree() { llvm::sys::fs::remove_directories(root_); }
  Tree(const Tree &) = delete;
  Tree &operator=(const Tree &) = delete;

  std::string root() const { return root_.str().str(); }
  void write(const std::string &path, llvm::StringRef text) {
    std::string file = root() + "/" + path;
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(file));
    std::error_code error;
    llvm::raw_fd_ostream(file, error) << text;
    ASSERT_FALSE(error) << file;
  }

private:
  llvm::SmallString<128> root_;
};

TEST(HarnessModels, AdaptorsOfferWords) {
  EXPECT_THAT(offers("// offers: lazy  sleep \n#pragma once\n// offers: post\n//offers: no\n"),
              ElementsAre("lazy", "sleep", "post"));
  EXPECT_THAT(offers("int a; // offers: lazy\n"), IsEmpty());
}

TEST(HarnessModels, SharedFixturesRunWhereTheirNeedsAreOffered) {
  Tree tree;
  tree.write("models/shared/a.cpp", "// needs: lazy\n");
  tree.write("models/shared/b.cpp", "// needs: lazy sleep\n");
  tree.write("models/one/c.cpp", "int c;\n");
  tree.write("mocks/one/adaptor.h", "// offers: lazy\n");
  tree.write("mocks/two/adaptor.h", "// offers: sleep lazy\n");
  tree.write("mocks/three/three.h", "int three;\n");
  std::vector<SharedEntry> shared = sharedFixtures(tree.root());
  ASSERT_EQ(shared.size(), 2u);
  EXPECT_EQ(shared[0].library, "one");
  EXPECT_THAT(shared[0].paths, ElementsAre(tree.root() + "/models/shared/a.cpp"));
  EXPECT_EQ(shared[1].library, "two");
  EXPECT_THAT(shared[1].paths, ElementsAre(tree.root() + "/models/shared/a.cpp",
                                           tree.root() + "/models/shared/b.cpp"));
  std::vector<ModelEntry> own = modelFixtures(tree.root());
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(own[0].library, "one");
  EXPECT_EQ(own[0].stem, "c");
}

TEST(HarnessModels, SharedFixturesBecomeOneFile) {
  Tree tree;
  tree.write("models/shared/a.cpp", "// needs: lazy\n#include <utility>\n#include <adaptor.h>\n"
                                    "int f();  // expect: async-a: b\n");
  tree.write("models/shared/b.cpp", "// needs: lazy\n#include <adaptor.h>\nint f();\n");
  tree.write("mocks/one/adaptor.h", "// offers: lazy\n");
  Fixture fixture = parseFixture(sharedFixtures(tree.root()).front());
  EXPECT_EQ(fixture.source.text(),
            "#include <adaptor.h>\n#include <utility>\n"
            "namespace a {\nint f();  // expect: async-a: b\n} // namespace a\n"
            "namespace b {\nint f();\n} // namespace b\n");
  EXPECT_EQ(fixture.expectations.size(), 1u);
  EXPECT_EQ(fixture.ownCheck, "");
  EXPECT_THAT(fixture.flags, ElementsAre(HasSubstr("test/mocks/one")));

  tree.write("models/shared/b.cpp", "// needs: lazy\n// flags: -DX\nint f();\n");
  Fixture flagged = parseFixture(sharedFixtures(tree.root()).front());
  ASSERT_EQ(flagged.problems.size(), 1u);
  EXPECT_THAT(flagged.problems[0].text, HasSubstr("b.cpp: a shared fixture has no line"));
}

TEST(HarnessModels, RealHeadersDoWithoutMocks) {
  Tree tree;
  tree.write("models/shared/a.cpp", "// needs: lazy\n#include <adaptor.h>\nint f();\n");
  tree.write("models/shared/b.cpp", "// needs: sleep\n#include <adaptor.h>\nint f();\n");
  tree.write("mocks/one/adaptor.h", "// offers: lazy\n// real:\n");
  tree.write("mocks/three/adaptor.h", "// offers: lazy\n");
  tree.write("mocks/two/adaptor.h",
             "// offers: lazy sleep\n// real: -DX -I/x\n// real lacks: sleep\n");
  std::vector<SharedEntry> real = realFixtures(tree.root());
  ASSERT_EQ(real.size(), 2u);
  EXPECT_EQ(real[0].library, "one");
  EXPECT_EQ(real[1].library, "two");
  EXPECT_THAT(real[1].paths, ElementsAre(tree.root() + "/models/shared/a.cpp"));
  Fixture fixture = parseFixture(real[1]);
  EXPECT_THAT(fixture.flags, ElementsAre("-DX", "-I/x"));
  EXPECT_THAT(fixture.source.text(), HasSubstr("#include \"" + real[1].adaptor + "\""));
}

TEST(HarnessModels, SharedFixturesRunOnSeveralLibraries) {
  std::map<std::string, unsigned> runs;
  for (const std::string &path : sharedSources())
    runs[llvm::sys::path::stem(path).str()] = 0;
  for (const SharedEntry &entry : sharedFixtures())
    for (const std::string &path : entry.paths)
      ++runs[llvm::sys::path::stem(path).str()];
  for (const auto &[stem, count] : runs)
    EXPECT_GE(count, 3u) << stem << ".cpp runs on too few libraries";
}

TEST(HarnessModels, AdaptorsOfferWhatFixturesNeed) {
  std::set<std::string> needed;
  for (const std::string &path : sharedSources()) {
    std::vector<std::string> needs = parseFixture(path, readFile(path)).needs;
    EXPECT_THAT(needs, testing::Not(IsEmpty())) << path;
    needed.insert(needs.begin(), needs.end());
  }
  for (const SharedEntry &entry : sharedFixtures()) {
    EXPECT_FALSE(entry.paths.empty()) << entry.adaptor << " runs no shared fixture";
    for (const std::string &word : offers(readFile(entry.adaptor)))
      EXPECT_TRUE(needed.count(word)) << entry.adaptor << ": no fixture needs '" << word << "'";
  }
}

TEST(HarnessModels, FixturesBelongToAModel) {
  std::set<std::string> models;
  for (const ShippedModel &shipped : shippedModels())
    models.insert(shipped.name);
  for (const ModelEntry &entry : modelFixtures())
    EXPECT_TRUE(models.count(entry.library)) << entry.path << " is for no shipped model";
}

} // namespace
} // namespace asynctidy::test
