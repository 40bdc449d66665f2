// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/Option.h"

#include "tidy/Check.h"

#include <llvm/ADT/StringExtras.h>

namespace asynctidy::tidy {

OptionBase::OptionBase(Check &owner, llvm::StringLiteral name, llvm::StringLiteral doc)
    : name_(name), doc_(doc) {
  owner.addOption(*this);
}

const clang::tidy::ClangTidyCheck::OptionsView &OptionBase::view(const Check &owner) const {
  return owner.optionsView();
}

std::vector<std::string>
OptionType<std::vector<std::string>>::parse(const clang::tidy::ClangTidyCheck::OptionsView &view,
                                            llvm::StringRef option,
                                            const std::vector<std::string> &standard) {
  std::string joined = text(standard);
  llvm::StringRef value = view.get(option, joined);
  llvm::SmallVector<llvm::StringRef> parts;
  value.split(parts, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> result;
  for (llvm::StringRef part : parts)
    if (llvm::StringRef trimmed = part.trim(); !trimmed.empty())
      result.push_back(trimmed.str());
  return result;
}

std::string OptionType<std::vector<std::string>>::text(const std::vector<std::string> &value) {
  return llvm::join(value, ";");
}

} // namespace asynctidy::tidy
