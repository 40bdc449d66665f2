// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every claim of a shipped model is needed by some fixture: without it, the fixture fails.
#include "Proof.h"
#include "harness/Catalog.h"

#include <gtest/gtest.h>
#include <llvm/ADT/StringExtras.h>

namespace asynctidy::test {
namespace {

class ProofTest : public testing::Test {
public:
  explicit ProofTest(std::string model) : model_(std::move(model)) {}

  void TestBody() override {
    Verdict verdict = prove(model_);
    EXPECT_EQ(verdict.problems, "");
    EXPECT_TRUE(verdict.unproven.empty())
        << "no fixture needs these claims of " << model_ << ".json:\n"
        << llvm::join(verdict.unproven, "\n");
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
