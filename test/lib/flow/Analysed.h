// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A snippet with its facts. Lines that tests ask about are marked in the code: `f(); // @name`.
#pragma once

#include "flow/Unit.h"
#include "support/Snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asynctidy::test {

class Analysed {
public:
  explicit Analysed(const std::string &code, bool broken = false)
      : text_(code), snippet_(code, {}, broken),
        unit_(snippet_.context(), model::Store::shipped()) {}

  flow::Unit &unit() { return unit_; }
  const Snippet &snippet() const { return snippet_; }

  const flow::Function &function(llvm::StringRef name) {
    const flow::Function *found = unit_.find(&snippet_.function(name));
    if (!found)
      throw std::runtime_error("no facts about " + name.str());
    return *found;
  }

  /// The fates of the values that arise on the line marked @\p mark, in order.
  std::vector<flow::Fate> fates(const std::string &mark) {
    std::vector<flow::Fate> result;
    for (const flow::Function &function : unit_.functions())
      for (const flow::Value &value : function.values)
        if (isAt(mark, *value.expr))
          result.push_back(value.fate);
    return result;
  }

  /// The context of the function or lambda that makes the call on the line marked @\p mark.
  flow::Context context(const std::string &mark) {
    for (const flow::Function &function : unit_.functions())
      for (const flow::Call &call : function.calls)
        if (isAt(mark, *call.expr))
          return unit_.contextOf(function);
    throw std::runtime_error("no call at @" + mark);
  }

  /// Whether \p node begins on the line marked @\p mark.
  bool isAt(const std::string &mark, const clang::Stmt &node) const {
    return snippet_.line(node.getBeginLoc()) == lineOf(mark);
  }

private:
  unsigned lineOf(const std::string &mark) const {
    std::size_t place = text_.find("@" + mark + "\n");
    if (place == std::string::npos)
      throw std::runtime_error("no mark @" + mark);
    return 1 + std::count(text_.begin(), text_.begin() + place, '\n');
  }

  std::string text_;
  Snippet snippet_;
  flow::Unit unit_;
};

} // namespace asynctidy::test
