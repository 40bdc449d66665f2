// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a check says about itself, and the registry that its own file puts it into.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <functional>
#include <memory>
#include <vector>

namespace clang::tidy {
class ClangTidyContext;
}

namespace asynctidy::tidy {

class Check;

/// A promise about alarms.
enum class Tier {
  Default, ///< definite: under 1 false alarm in 20 on real code; a glob switches it on
  Strict,  ///< more alarms, may want annotations; on by exact name or async.Tier
  Off,     ///< taste; on by exact name or async.Tier
};

enum class Fix { None, Sometimes };

struct CheckInfo {
  /// Stem of the check's file, page and fixture folder; clang-tidy's name is "async-" + name.
  llvm::StringLiteral name;
  /// One sentence, without a final full stop.
  llvm::StringLiteral summary;
  Tier tier = Tier::Default;
  Fix fix = Fix::None;
  /// The section of asyncio's "Develop with asyncio" page; empty when C++ adds the trap.
  llvm::StringLiteral asyncioSection = "";
  /// Related rules of other linters, comma-separated; empty for none.
  llvm::StringLiteral kin = "";
};

llvm::StringRef name(Tier tier);

/// A registered check.
struct Registered {
  CheckInfo info;
  std::function<std::unique_ptr<Check>(llvm::StringRef, clang::tidy::ClangTidyContext *)> create;
};

/// All checks, sorted by name once the program runs.
const std::vector<Registered> &registeredChecks();

/// The registration with this name, with or without "async-"; null when there is none.
const Registered *findCheck(llvm::StringRef name);

namespace detail {
void registerCheck(Registered check);
}

/// At namespace scope in a check's file:
///   const Register<BlockingCall> registration{{.name = "blocking-call", ...}};
template <typename CheckType> struct Register {
  explicit Register(CheckInfo info) {
    detail::registerCheck(
        {info, [info](llvm::StringRef name, clang::tidy::ClangTidyContext *context) {
           return std::make_unique<CheckType>(name, context, info);
         }});
  }
};

} // namespace asynctidy::tidy
