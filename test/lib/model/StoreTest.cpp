// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Models.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

#include <gtest/gtest.h>

namespace asynctidy::model {
namespace {

/// A folder of its own with model files.
class Folder {
public:
  Folder() { llvm::sys::fs::createUniqueDirectory("asynctidy-model", path_); }
  ~Folder() { llvm::sys::fs::remove_directories(path_); }

  std::string write(llvm::StringRef name, llvm::StringRef text) const {
    llvm::SmallString<128> path(path_);
    llvm::sys::path::append(path, name);
    std::error_code error;
    llvm::raw_fd_ostream(path, error) << text;
    return path.str().str();
  }
  std::string path() const { return path_.str().str(); }

private:
  llvm::SmallString<128> path_;
};

TEST(Store, KnowsEveryProperty) {
  std::shared_ptr<const Store> store = loaded({model(R"(
      {"function": "my::f", "blocks": "database", "waits": "result", "timeout": 2,
       "instead": "co_await my::g",
       "callables": [{"argument": 1, "runs": "off-loop", "returned": "wrapped", "executor": 0,
                      "skipped": true},
                     {"argument": "any", "runs": "inline", "executor": "object"},
                     {"argument": "object", "executor": 0}],
       "hops": true, "does": "closes", "open-future": true, "shields": true, "bounds": 4, "queries": true, "asks-error": true, "detaches": true, "owned": true, "done": true, "loop-bound": true,
        "main-thread": true, "overloads": {"parameters": 1, "without": ["my::Tag"]},
       "on": ["my::in"], "nowait": {"argument": 3, "flags": 5}, "why": "because"},
      {"function": "my::g", "thread-safe": true, "why": "locks"},
      {"type": "my::T", "role": "coroutine", "start": "eager", "dropped": "leaks",
       "errors": "terminates", "droppable": true, "must-close": true, "single-use": true,
       "given": {"returning": "my::R", "blocks": "dns", "instead": "my::h"}, "why": "since"})")});
  const FunctionFacts *function = store->function("my::f");
  ASSERT_TRUE(function);
  EXPECT_EQ(function->blocks, Blocking::Database);
  EXPECT_EQ(function->waits, Waits::Result);
  EXPECT_EQ(function->timeout, 2);
  EXPECT_EQ(function->instead, "co_await my::g");
  ASSERT_EQ(function->callables.size(), 3u);
  EXPECT_EQ(function->callables[0].argument, 1);
  EXPECT_EQ(function->callables[0].runs, Runs::OffLoop);
  EXPECT_EQ(function->callables[0].returned, Returned::Wrapped);
  EXPECT_EQ(function->callables[0].executor, 0);
  EXPECT_EQ(function->callables[1].argument, -1);
  EXPECT_EQ(function->callables[1].runs, Runs::Inline);
  EXPECT_EQ(function->callables[1].returned, Returned::Unknown);
  EXPECT_EQ(function->callables[1].executor, -2);
  EXPECT_EQ(function->callables[2].argument, -2);
  EXPECT_EQ(function->callables[2].executor, 0);
  EXPECT_EQ(function->does, model::Does::Closes);
  EXPECT_TRUE(function->hops && function->queries && function->asksError &&
              function->callables[0].skipped && function->detaches && function->owned &&
              function->done && function->loopBound && !function->threadSafe &&
              function->mainThread);
  ASSERT_TRUE(store->function("my::g"));
  EXPECT_TRUE(store->function("my::g")->threadSafe);
  EXPECT_TRUE(function->openFuture && function->shields);
  EXPECT_EQ(function->bounds, 4u);
  EXPECT_EQ(function->overloads.parameters, 1u);
  EXPECT_EQ(function->overloads.without, std::vector<std::string>{"my::Tag"});
  EXPECT_EQ(function->on, std::vector<std::string>{"my::in"});
  ASSERT_TRUE(function->nowait);
  EXPECT_EQ(function->nowait->argument, 3);
  EXPECT_EQ(function->nowait->flags, 5u);
  EXPECT_EQ(function->why, "because");
  const TypeFacts *type = store->type("my::T");
  ASSERT_TRUE(type);
  EXPECT_EQ(type->role, Role::Coroutine);
  EXPECT_EQ(type->start, coro::Start::Eager);
  EXPECT_EQ(type->drop, coro::Drop::Leaks);
  EXPECT_EQ(type->errors, coro::Errors::Terminates);
  EXPECT_TRUE(type->droppable && type->mustClose && type->singleUse == true);
  ASSERT_TRUE(type->given);
  EXPECT_EQ(type->given->returning, "my::R");
  EXPECT_EQ(type->given->blocks, Blocking::Dns);
  EXPECT_EQ(type->given->instead, "my::h");
  EXPECT_EQ(type->why, "since");
}

TEST(Store, KnowsTheLastArgument) {
  std::shared_ptr<const Store> store =
      loaded({model(R"({"function": "f", "blocks": "dns", "timeout": "last",
                        "nowait": {"argument": "last", "flags": 1}, "why": "x"})")});
  EXPECT_EQ(store->function("f")->timeout, -1);
  EXPECT_EQ(store->function("f")->nowait->argument, -1);
}

TEST(Store, FactsAndTypesAreApart) {
  std::shared_ptr<const Store> store =
      loaded({model(R"({"function": "f", "hops": true, "why": "x"})")});
  EXPECT_TRUE(store->function("f"));
  EXPECT_FALSE(store->type("f"));
  EXPECT_FALSE(store->function("my::f"));
  EXPECT_FALSE(store->cFunction("f"));
}

TEST(Store, LaterModelsWinFactByFact) {
  std::shared_ptr<const Store> store =
      loaded({model(R"({"function": "f", "blocks": "dns", "timeout": 1, "why": "x"})"),
              model(R"({"function": "f", "blocks": "file", "why": "y"})")});
  EXPECT_EQ(store->function("f")->blocks, Blocking::File);
  EXPECT_EQ(store->function("f")->timeout, 1);
  EXPECT_EQ(store->function("f")->why, "y");
}

TEST(Store, NonblockingTakesBackWhatBlocksAndTheOtherWayRound) {
  std::string blocks = model(R"({"function": "f", "blocks": "dns", "why": "x"})");
  std::string waits = model(R"({"function": "f", "waits": "loop", "why": "x"})");
  std::string not_ = model(R"({"function": "f", "nonblocking": true, "why": "x"})");
  std::shared_ptr<const Store> store = loaded({blocks, waits, not_});
  EXPECT_TRUE(store->function("f")->nonblocking);
  EXPECT_FALSE(store->function("f")->blocks);
  EXPECT_FALSE(store->function("f")->waits);
  EXPECT_FALSE(loaded({not_, blocks})->function("f")->nonblocking);
  EXPECT_FALSE(loaded({not_, waits})->function("f")->nonblocking);
}

TEST(Store, SubjectsAreSpelledForEveryNamespace) {
  std::shared_ptr<const Store> store = loaded({model(
      R"({"function": ["my::f", "mine::g"], "hops": true, "instead": "my::h, dummy::i", "why": "x"})",
      R"("namespaces": ["my", "other::my"], "replacements": [{"for": "any", "use": "my::h"}],)")});
  EXPECT_EQ(store->function("my::f")->instead, "my::h, dummy::i");
  EXPECT_EQ(store->function("other::my::f")->instead, "other::my::h, dummy::i");
  EXPECT_TRUE(store->function("mine::g"));
  EXPECT_FALSE(store->function("other::mine::g"));
  EXPECT_EQ(store->replacement(Blocking::Dns, "my::T")->use, "my::h");
  EXPECT_EQ(store->replacement(Blocking::Dns, "other::my::T")->use, "other::my::h");
}

TEST(Store, LanguageCIsApart) {
  std::shared_ptr<const Store> store =
      loaded({model(R"({"function": "f", "hops": true, "why": "x"})", R"("language": "c",)")});
  EXPECT_TRUE(store->cFunction("f"));
  EXPECT_FALSE(store->function("f"));
}

TEST(Store, MayKnowTheLastComponent) {
  std::shared_ptr<const Store> store =
      loaded({model(R"({"function": ["a::f", "a::operator[]", "a::operator a::b"],
                                  "hops": true, "why": "x"},
                                 {"type": "a::T", "role": "task", "why": "x"})")});
  EXPECT_TRUE(store->mayKnow("f"));
  EXPECT_TRUE(store->mayKnow("operator[]"));
  EXPECT_TRUE(store->mayKnow("operator a::b"));
  EXPECT_TRUE(store->mayKnow("T"));
  EXPECT_FALSE(store->mayKnow("a"));
}

TEST(Store, LibraryOfTheLongestNamespace) {
  std::shared_ptr<const Store> store =
      loaded({model("", R"("namespaces": ["boost"],)"),
              R"({"schema": 1, "library": "asio", "namespaces": ["boost::asio"],
                            "facts": []})"});
  EXPECT_EQ(store->libraryOf("boost::thread")->name, "my");
  EXPECT_EQ(store->libraryOf("boost::asio::awaitable")->name, "asio");
  EXPECT_EQ(store->libraryOf("boost::asio_like::awaitable")->name, "my");
  EXPECT_FALSE(store->libraryOf("boosted::thread"));
}

TEST(Store, ReplacementsAddUp) {
  std::string first = R"("namespaces": ["my"], "replacements": [
      {"for": ["sleep", "dns"], "use": "first"}, {"for": "any", "use": "first any"}],)";
  std::string second = R"("namespaces": ["my"], "replacements": [
      {"for": "sleep", "use": "second"}],)";
  std::shared_ptr<const Store> store = loaded({model("", first), model("", second)});
  EXPECT_EQ(store->replacement(Blocking::Sleep, "my::Task")->use, "second");
  EXPECT_EQ(store->replacement(Blocking::Dns, "my::Task")->use, "first");
  EXPECT_EQ(store->replacement(Blocking::File, "my::Task")->use, "first any");
  EXPECT_FALSE(store->replacement(Blocking::File, "other::Task"));
}

TEST(Store, UserModelsAreOnTopOfTheShippedOnes) {
  Folder folder;
  std::string path = folder.write(
      "my.json", model(R"({"function": "std::this_thread::sleep_for", "nonblocking": true,
                           "why": "a fake clock in tests"})"));
  std::vector<LoadError> errors;
  std::shared_ptr<const Store> store = Store::load({path}, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_FALSE(store->function("std::this_thread::sleep_for")->blocks);
  EXPECT_TRUE(store->function("std::this_thread::sleep_until")->blocks);
  EXPECT_TRUE(Store::shipped()->function("std::this_thread::sleep_for")->blocks);
  EXPECT_EQ(store->libraryOf("aio::Task")->origin, "<shipped>/aio.json");
}

TEST(Store, AModelWithAMistakeIsLeftOutWhole) {
  Folder folder;
  std::string bad = folder.write("bad.json", model(R"({"function": "bad", "hops": true, "why": "x"},
                                                      {"function": "worse", "hop": true,
                                                       "hops": true, "why": "x"})"));
  std::string good =
      folder.write("good.json", model(R"({"function": "good", "hops": true, "why": "x"})"));
  std::string missing = folder.path() + "/missing.json";
  std::vector<LoadError> errors;
  std::shared_ptr<const Store> store = Store::load({missing, bad, good}, errors);
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_EQ(errors[0].message(), missing + ": cannot be read: No such file or directory");
  EXPECT_EQ(errors[1].file, bad);
  EXPECT_EQ(errors[1].pointer, "/facts/1/hop");
  EXPECT_FALSE(store->function("bad"));
  EXPECT_TRUE(store->function("good"));
}

TEST(Store, ADirectoryCannotBeRead) {
  Folder folder;
  std::vector<LoadError> errors;
  Store::load({folder.path()}, errors);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].message(), folder.path() + ": cannot be read: Is a directory");
}

TEST(Store, UnchangedFilesAreLoadedOnce) {
  Folder folder;
  std::string text = model(R"({"function": "f", "hops": true, "why": "x"})");
  std::string path = folder.write("my.json", text);
  std::vector<LoadError> errors;
  std::shared_ptr<const Store> first = Store::load({path}, errors);
  EXPECT_EQ(Store::load({path}, errors), first);
  folder.write("my.json", model(R"({"function": "g", "hops": true, "why": "x"})"));
  EXPECT_TRUE(Store::load({path}, errors)->function("g"));
  EXPECT_TRUE(first->function("f")) << "whoever has the old one keeps it";
  EXPECT_EQ(Store::load({}, errors), Store::shipped());
  EXPECT_TRUE(errors.empty());
}

TEST(Store, MistakesAreToldAgainToWhoeverLoadsTheSameFiles) {
  Folder folder;
  std::string path = folder.write("my.json", "{");
  std::vector<LoadError> first, second;
  Store::load({path}, first);
  Store::load({path}, second);
  EXPECT_EQ(first.size(), 1u);
  EXPECT_EQ(second.size(), 1u);
}

} // namespace
} // namespace asynctidy::model
