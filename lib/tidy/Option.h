// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// An option of a check, declared once: reading, storing (-dump-config, --verify-config) and the
/// generated documentation all come from the declaration.
#pragma once

#include "tidy/LlvmCompat.h"

#include <string>
#include <vector>

namespace asynctidy::tidy {

class Check;

/// What all options have in common.
class OptionBase {
public:
  OptionBase(const OptionBase &) = delete;
  OptionBase &operator=(const OptionBase &) = delete;
  virtual ~OptionBase() = default;

  llvm::StringRef name() const { return name_; }
  llvm::StringRef doc() const { return doc_; }
  virtual llvm::StringRef type() const = 0;
  virtual std::string defaultText() const = 0;
  virtual void store(const clang::tidy::ClangTidyCheck::OptionsView &view,
                     clang::tidy::ClangTidyOptions::OptionMap &map) const = 0;

protected:
  OptionBase(Check &owner, llvm::StringLiteral name, llvm::StringLiteral doc);
  const clang::tidy::ClangTidyCheck::OptionsView &view(const Check &owner) const;

private:
  llvm::StringLiteral name_;
  llvm::StringLiteral doc_;
};

/// Reads, writes and describes values of one type; specialised below.
template <typename T> struct OptionType;

template <> struct OptionType<bool> {
  static constexpr llvm::StringLiteral name = "bool";
  static bool parse(const clang::tidy::ClangTidyCheck::OptionsView &view, llvm::StringRef option,
                    bool standard) {
    return view.get(option, standard);
  }
  static std::string text(bool value) { return value ? "true" : "false"; }
};

template <> struct OptionType<unsigned> {
  static constexpr llvm::StringLiteral name = "number";
  static unsigned parse(const clang::tidy::ClangTidyCheck::OptionsView &view,
                        llvm::StringRef option, unsigned standard) {
    return view.get(option, standard);
  }
  static std::string text(unsigned value) { return std::to_string(value); }
};

/// Names separated by ';', as in clang-tidy's own checks.
template <> struct OptionType<std::vector<std::string>> {
  static constexpr llvm::StringLiteral name = "list";
  static std::vector<std::string> parse(const clang::tidy::ClangTidyCheck::OptionsView &view,
                                        llvm::StringRef option,
                                        const std::vector<std::string> &standard);
  static std::string text(const std::vector<std::string> &value);
};

template <typename T> class Option : public OptionBase {
public:
  /// As a member of a check: Option<bool> files{*this, "Files", true, "Report ..."};
  Option(Check &owner, llvm::StringLiteral name, T standard, llvm::StringLiteral doc)
      : OptionBase(owner, name, doc), standard_(std::move(standard)),
        value_(OptionType<T>::parse(view(owner), name, standard_)) {}

  const T &operator*() const { return value_; }
  const T *operator->() const { return &value_; }

  llvm::StringRef type() const override { return OptionType<T>::name; }
  std::string defaultText() const override { return OptionType<T>::text(standard_); }
  void store(const clang::tidy::ClangTidyCheck::OptionsView &view,
             clang::tidy::ClangTidyOptions::OptionMap &map) const override {
    view.store(map, name(), llvm::StringRef(OptionType<T>::text(value_)));
  }

private:
  T standard_;
  T value_;
};

} // namespace asynctidy::tidy
