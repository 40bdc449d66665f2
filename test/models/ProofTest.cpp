// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every claim of a shipped model is needed by some fixture: without it, the fixture fails.
#include "Proof.h"
#include "harness/Catalog.h"

#include <gtest/gtest.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>

#include <set>

namespace asynctidy::test {
namespace {

/// What is admitted to be unproven: the lines of test/models/<model>/unproven.txt.
std::set<std::string> admitted(const std::string &model) {
  std::string path = ASYNCTIDY_SOURCE_DIR "/test/models/" + model + "/unproven.txt";
  std::set<std::string> lines;
  if (!llvm::sys::fs::exists(path))
    return lines;
  std::string text = readFile(path);
  for (llvm::StringRef line : llvm::split(text, '\n'))
    if (!line.empty() && !line.starts_with("#"))
      lines.insert(line.str());
  EXPECT_FALSE(lines.empty()) << path << " admits nothing: remove it";
  return lines;
}

class ProofTest : public testing::Test {
public:
  explicit ProofTest(std::string model) : model_(std::move(model)) {}

  void TestBody() override {
    std::set<std::string> known = admitted(model_);
    Verdict verdict = prove(model_);
    EXPECT_EQ(verdict.problems, "");
    std::string unproven, stale;
    for (const std::string &claim : verdict.unproven)
      if (!known.erase(claim))
        unproven += claim + "\n";
    for (const std::string &claim : known)
      stale += claim + "\n";
    EXPECT_TRUE(unproven.empty()) << "no fixture needs these claims of " << model_ << ".json:\n"
                                  << unproven;
    EXPECT_TRUE(stale.empty()) << "proven now, or gone; take them out of test/models/" << model_
                               << "/unproven.txt:\n"
                               << stale;
  }

private:
  std::string model_;
};

[[maybe_unused]] const bool registered = [] {
  for (const ShippedModel &shipped : shippedModels())
    testing::RegisterTest(
        "Proof", shipped.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
        [name = shipped.name]() -> testing::Test * { return new ProofTest(name); });
  return true;
}();

} // namespace
} // namespace asynctidy::test
