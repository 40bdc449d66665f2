// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Runs types/*.cpp: coroutine types in the shapes of real libraries. A file starts with what is
/// expected, one block for each type:
///
///     // type: lib::task<int>
///     // start: lazy
///     // drop: destroys
///
/// Every type is asked for three times: merely named, complete, and after the part of the file
/// under `#ifdef DEFINED` has defined coroutines that return it.
#include "coro/CoroutineType.h"
#include "support/Snippet.h"

#include <gtest/gtest.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <map>
#include <tuple>

namespace asynctidy::coro {
namespace {

std::string text(Start start) {
  switch (start) {
  case Start::Lazy:
    return "lazy";
  case Start::Eager:
    return "eager";
  case Start::Unknown:
    break;
  }
  return "unknown";
}

std::string text(Drop drop) {
  switch (drop) {
  case Drop::Destroys:
    return "destroys";
  case Drop::Detaches:
    return "detaches";
  case Drop::Leaks:
    return "leaks";
  case Drop::Blocks:
    return "blocks";
  case Drop::Fails:
    return "fails";
  case Drop::Unknown:
    break;
  }
  return "unknown";
}

std::string text(Errors errors) {
  switch (errors) {
  case Errors::Stored:
    return "stored";
  case Errors::Rethrown:
    return "rethrown";
  case Errors::Terminates:
    return "terminates";
  case Errors::Swallowed:
    return "swallowed";
  case Errors::Unknown:
    break;
  }
  return "unknown";
}

std::string text(bool value) { return value ? "yes" : "no"; }

using Facts = std::map<std::string, std::string>;

Facts describe(const std::optional<CoroutineType> &type) {
  if (!type)
    return {{"coroutine", "no"}};
  return {{"coroutine", "yes"},
          {"start", text(type->start)},
          {"drop", text(type->drop)},
          {"errors", text(type->errors)},
          {"awaitable", text(type->awaitable)},
          {"single-use", text(type->singleUse)},
          {"generator", text(type->generator)},
          {"async-generator", text(type->asyncGenerator)},
          {"synchronous", text(type->synchronous)}};
}

/// Nothing is concluded without a reason, nor left open without one; only a proof of "no" has none.
void expectReasons(const CoroutineType &type, const std::string &where) {
  const CoroutineType::Reasons &why = type.because;
  for (const auto &[name, reason, isWanted] :
       {std::tuple("start", why.start, true), std::tuple("drop", why.drop, true),
        std::tuple("errors", why.errors, true), std::tuple("awaitable", why.awaitable, true),
        std::tuple("single-use", why.singleUse, type.singleUse),
        std::tuple("generator", why.generator, type.generator),
        std::tuple("async-generator", why.asyncGenerator, type.asyncGenerator)}) {
    EXPECT_EQ(static_cast<bool>(reason), isWanted) << where << ": " << name;
    const bool hasPlace = isWanted && !(type.synchronous && name == std::string("drop"));
    EXPECT_EQ(reason.place.isValid(), hasPlace) << where << ": " << name << ": " << reason.str();
    EXPECT_EQ(reason.str().find("?"), std::string::npos) << where << ": " << reason.str();
  }
  EXPECT_TRUE(why.synchronous || !type.synchronous) << where;
}

struct Expected {
  std::string type;
  Facts facts;
};

std::vector<Expected> expectations(llvm::StringRef code) {
  std::vector<Expected> blocks;
  llvm::SmallVector<llvm::StringRef> lines;
  code.split(lines, '\n');
  for (llvm::StringRef line : lines) {
    if (!line.consume_front("// "))
      continue;
    const auto [key, value] = line.split(": ");
    if (key == "type")
      blocks.push_back({value.str(), {}});
    else if (!blocks.empty() && !value.empty() && !key.contains(' '))
      blocks.back().facts[key.str()] = value.str();
  }
  return blocks;
}

/// What is expected of \p all that \p code says otherwise; what a block leaves out is not checked.
void check(const std::string &code, const std::vector<Expected> &blocks, const char *form,
           bool complete, std::vector<std::string> arguments) {
  std::string asked = code;
  for (size_t i = 0; i < blocks.size(); ++i) {
    asked += "\nusing asked" + std::to_string(i) + " = " + blocks[i].type + ";\n";
    if (complete)
      asked += "static_assert(sizeof(asked" + std::to_string(i) + ") != 0);\n";
  }
  test::Snippet snippet(asked, std::move(arguments));
  for (size_t i = 0; i < blocks.size(); ++i) {
    const std::optional<CoroutineType> type =
        coroutineType(snippet.type("asked" + std::to_string(i)), snippet.context());
    const Facts found = describe(type);
    if (type)
      expectReasons(*type, blocks[i].type + ", " + form);
    for (const auto &[key, value] : blocks[i].facts) {
      const auto actual = found.find(key);
      EXPECT_EQ(value, actual == found.end() ? "?" : actual->second)
          << blocks[i].type << ", " << form << ": " << key;
    }
  }
}

class Types : public testing::TestWithParam<std::string> {};

TEST_P(Types, AreReadFromTheirShape) {
  const std::string path = std::string(TYPES_DIR) + "/" + GetParam() + ".cpp";
  const auto buffer = llvm::MemoryBuffer::getFile(path);
  ASSERT_TRUE(buffer) << path;
  const std::string code = (*buffer)->getBuffer().str();
  const std::vector<Expected> blocks = expectations(code);
  ASSERT_FALSE(blocks.empty()) << "no `// type:` line";
  check(code, blocks, "named", false, {});
  check(code, blocks, "complete", true, {});
  if (code.find("#ifdef DEFINED") != std::string::npos)
    check(code, blocks, "defined", true, {"-DDEFINED"});
}

std::vector<std::string> files() {
  std::vector<std::string> names;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator entry(TYPES_DIR, error), end; entry != end && !error;
       entry.increment(error))
    if (llvm::sys::path::extension(entry->path()) == ".cpp")
      names.push_back(llvm::sys::path::stem(entry->path()).str());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Shapes, Types, testing::ValuesIn(files()),
                         [](const auto &info) { return info.param; });

} // namespace
} // namespace asynctidy::coro
