// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers a test for every fixture and page, or writes what the library finds (--dump=FILE).
#include "harness/Catalog.h"
#include "harness/Dump.h"
#include "harness/FixtureRun.h"
#include "harness/ModelFixtures.h"
#include "harness/Page.h"

#include <gtest/gtest.h>
#include <llvm/ADT/StringExtras.h>

#include <cstdlib>
#include <functional>
#include <iostream>

namespace asynctidy::test {
namespace {

/// What the fixtures admit to get wrong.
struct Known {
  unsigned fixtures = 0;
  unsigned missed = 0;
  unsigned falseAlarms = 0;
} known;

class FixtureTest : public testing::Test {
public:
  explicit FixtureTest(std::function<Fixture()> parse) : parse_(std::move(parse)) {}

  void TestBody() override {
    Fixture fixture = parse_();
    ++known.fixtures;
    known.missed += fixture.count(Expectation::Kind::KnownMissed);
    known.falseAlarms += fixture.count(Expectation::Kind::KnownFalse);
    if (std::string failure = check(fixture); !failure.empty())
      ADD_FAILURE_AT(fixture.path.c_str(), 1) << failure;
  }

private:
  std::function<Fixture()> parse_;
};

class PageTest : public testing::Test {
public:
  explicit PageTest(std::string path) : path_(std::move(path)) {}

  void TestBody() override {
    if (std::string failure = check(parsePage(path_, readFile(path_))); !failure.empty())
      ADD_FAILURE_AT(path_.c_str(), 1) << failure;
  }

private:
  std::string path_;
};

class Summary : public testing::Environment {
public:
  void TearDown() override {
    if (known.fixtures)
      std::cout << known.fixtures << " fixtures; known to be missed: " << known.missed
                << ", known false alarms: " << known.falseAlarms << "\n";
  }
};

void registerFixture(const std::string &suite, const std::string &name, const std::string &path,
                     std::function<Fixture()> parse) {
  testing::RegisterTest(
      suite.c_str(), name.c_str(), nullptr, nullptr, path.c_str(), 1,
      [parse = std::move(parse)]() -> testing::Test * { return new FixtureTest(parse); });
}

void registerTests() {
  for (const Entry &entry : fixtures())
    registerFixture("Fixture/" + entry.topic, entry.check + "." + entry.stem, entry.path,
                    [path = entry.path] { return parseFixture(path, readFile(path)); });
  for (const ModelEntry &entry : modelFixtures())
    registerFixture("Model/" + entry.library, entry.stem, entry.path,
                    [entry] { return parseFixture(entry); });
  for (const SharedEntry &entry : sharedFixtures())
    registerFixture("Shared", entry.library, entry.adaptor,
                    [entry] { return parseFixture(entry); });
  for (const SharedEntry &entry : realFixtures())
    registerFixture("Real", entry.library, entry.adaptor, [entry] { return parseFixture(entry); });
  for (const Entry &entry : pages())
    testing::RegisterTest(("Page/" + entry.topic).c_str(), entry.check.c_str(), nullptr, nullptr,
                          entry.path.c_str(), 1,
                          [path = entry.path]() -> testing::Test * { return new PageTest(path); });
}

/// GoogleTest takes what follows a '-' for a list of tests to leave out, and checks' names are full
/// of them: inside a word, '?' matches the same.
void protectDashes(std::string &filter) {
  for (size_t i = 1; i + 1 < filter.size(); ++i)
    if (filter[i] == '-' && llvm::isAlnum(filter[i - 1]) && llvm::isAlnum(filter[i + 1]))
      filter[i] = '?';
}

/// A number that GoogleTest's protocol for running in parts puts into the environment.
unsigned shardNumber(const char *variable, unsigned standard) {
  unsigned number = 0;
  const char *text = std::getenv(variable);
  return text && llvm::to_integer(text, number) ? number : standard;
}

int dump(llvm::StringRef path) {
  std::error_code error;
  llvm::raw_fd_ostream out(path, error);
  if (error) {
    std::cerr << "cannot write " << path.str() << ": " << error.message() << "\n";
    return 1;
  }
  dumpFindings(out, shardNumber("GTEST_SHARD_INDEX", 0), shardNumber("GTEST_TOTAL_SHARDS", 1));
  return 0;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    if (llvm::StringRef path = argv[i]; path.consume_front("--dump="))
      return dump(path);
  testing::InitGoogleTest(&argc, argv);
  std::string filter = testing::GTEST_FLAG(filter);
  protectDashes(filter);
  testing::GTEST_FLAG(filter) = filter;
  registerTests();
  testing::AddGlobalTestEnvironment(new Summary);
  int result = RUN_ALL_TESTS();
  if (!testing::GTEST_FLAG(list_tests) && !testing::UnitTest::GetInstance()->test_to_run_count()) {
    std::cerr << "no test is called " << filter << "\n";
    return 1;
  }
  return result;
}

} // namespace
} // namespace asynctidy::test

int main(int argc, char **argv) { return asynctidy::test::main(argc, argv); }
