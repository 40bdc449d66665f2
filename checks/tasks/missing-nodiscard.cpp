// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a class of coroutines, tasks or futures loses work or errors when an object is dropped,
// and lets the compiler drop it silently; or a function returns an object of such a class of a
// library. Misses on purpose: classes and functions that nothing in the translation unit uses.
#include "flow/Nodiscard.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class MissingNodiscard : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types whose objects may be dropped, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Discardable &discardable : flow::discardables(unit))
      if (const auto *record = llvm::dyn_cast<clang::CXXRecordDecl>(discardable.declaration))
        wordClass(*record, *discardable.meaning);
      else
        wordFunction(*llvm::cast<clang::FunctionDecl>(discardable.declaration),
                     *discardable.meaning);
  }

  void wordClass(const clang::CXXRecordDecl &record, const model::Meaning &meaning) {
    if (tidy::listed(*allowedTypes_, &record))
      return;
    clang::SourceLocation name =
        record.getQualifierLoc() ? record.getQualifierLoc().getBeginLoc() : record.getLocation();
    report(record.getLocation(), "%0 is not [[nodiscard]]; %1 when an object of it is dropped",
           &record, consequence(meaning), insertion(name));
  }

  void wordFunction(const clang::FunctionDecl &function, const model::Meaning &meaning) {
    if (tidy::listed(*allowedTypes_, function.getReturnType()))
      return;
    report(function.getLocation(),
           "neither %0 nor the type it returns is [[nodiscard]]; %1 when "
           "its result is dropped",
           &function, consequence(meaning), insertion(function.getInnerLocStart()));
  }

  static llvm::StringRef consequence(const model::Meaning &meaning) {
    return meaning.neverRunsWhenDropped() ? "nothing warns that the work never runs"
                                          : "nothing warns that its error is lost";
  }

  static std::vector<clang::FixItHint> insertion(clang::SourceLocation place) {
    if (place.isInvalid() || place.isMacroID())
      return {};
    return {clang::FixItHint::CreateInsertion(place, "[[nodiscard]] ")};
  }
};

const tidy::Register<MissingNodiscard> registration{{
    .name = "missing-nodiscard",
    .summary = "Coroutine types and factories without [[nodiscard]] let the compiler drop work",
    .tier = tidy::Tier::Strict,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Detect coroutine objects never scheduled",
    .kin = "modernize-use-nodiscard",
}};

} // namespace
} // namespace asynctidy
