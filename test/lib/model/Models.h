// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Models as text, for the tests of what is made of them.
#pragma once

#include "model/Loader.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>

namespace asynctidy::model {

/// A model with \p facts, and with \p more top-level members, each followed by a comma.
inline std::string model(llvm::StringRef facts, llvm::StringRef more = "") {
  return (R"({"schema": 1, "library": "my", )" + more + R"("facts": [)" + facts + "]}").str();
}

/// \p models on top of \p base.
inline std::shared_ptr<const Store> loaded(std::initializer_list<std::string> models,
                                           const Store &base = {}) {
  auto store = std::make_shared<Store>(base);
  std::vector<LoadError> errors;
  for (const std::string &json : models)
    Loader(*store).add(json, "my.json", errors);
  for (const LoadError &error : errors)
    ADD_FAILURE() << error.message();
  return store;
}

} // namespace asynctidy::model
