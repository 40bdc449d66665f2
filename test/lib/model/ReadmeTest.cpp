// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What lib/model/README.md shows works, and its lists are complete.
#include "Models.h"
#include "model/Enumerators.h"
#include "model/Fields.h"
#include "model/Knowledge.h"
#include "support/Snippet.h"

#include <llvm/Support/MemoryBuffer.h>

namespace asynctidy::model {
namespace {

std::string readme() {
  auto text = llvm::MemoryBuffer::getFile(ASYNCTIDY_MODEL_DIR "/README.md");
  return (*text)->getBuffer().str();
}

/// The first code block in \p language.
std::string block(llvm::StringRef language) {
  std::string text = readme();
  llvm::StringRef rest = llvm::StringRef(text).split(("```" + language + "\n").str()).second;
  return rest.split("\n```").first.str();
}

template <class E> void expectMentioned(const std::string &text) {
  for (const Enumerator<E> &enumerator : enumerators<E>())
    EXPECT_NE(text.find("`" + enumerator.name.str() + "`"), std::string::npos)
        << enumerator.name.str();
}

TEST(Readme, TheExampleLoads) {
  auto store = loaded({block("json")});
  EXPECT_EQ(store->type("shop::Job")->role, Role::Task);
  EXPECT_TRUE(store->function("shop::background")->detaches);
  EXPECT_EQ(store->function("shop::Database::commit")->blocks, Blocking::Database);
  EXPECT_EQ(store->function("shop::Workers::submit")->callables[0].returned, Returned::Wrapped);
  EXPECT_EQ(store->replacement(Blocking::Sleep, "shop::Job")->use, "co_await shop::pause(...)");
  EXPECT_EQ(store->replacement(Blocking::Dns, "shop::Job")->use, "co_await shop::on_worker(...)");
}

TEST(Readme, TheAttributesWork) {
  test::Snippet snippet(block("cpp"));
  Knowledge knowledge(snippet.context(), loaded({}));
  EXPECT_TRUE(knowledge.function(snippet.function("lookup")).nonblocking);
  EXPECT_EQ(knowledge.function(snippet.function("submit")).callables[0].runs, Runs::OffLoop);
}

TEST(Readme, MentionsEveryPropertyAndEnumerator) {
  std::string text = readme();
  for (const Field<FunctionFacts> &field : functionFields())
    EXPECT_NE(text.find("`" + field.key.str() + "`"), std::string::npos) << field.key.str();
  for (const Field<TypeFacts> &field : typeFields())
    EXPECT_NE(text.find("`" + field.key.str() + "`"), std::string::npos) << field.key.str();
  expectMentioned<Role>(text);
  expectMentioned<Blocking>(text);
  expectMentioned<Waits>(text);
  expectMentioned<Runs>(text);
  expectMentioned<Returned>(text);
  expectMentioned<coro::Start>(text);
  expectMentioned<coro::Drop>(text);
  expectMentioned<coro::Errors>(text);
}

} // namespace
} // namespace asynctidy::model
