// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Advice.h"
#include "asynctidy/models/Places.h"
#include "asynctidy/models/Writing.h"

#include <llvm/ADT/StringExtras.h>

namespace asynctidy::driver {
namespace {

llvm::StringRef verdict(const Conclusion &conclusion) {
  const model::Meaning &meaning = conclusion.explanation.meaning;
  switch (meaning.role) {
  case model::Role::Coroutine:
    return meaning.droppable ? "a coroutine that may be dropped"
                             : "a coroutine: dropped, it never runs";
  case model::Role::Task:
    return meaning.droppable ? "started work that may be dropped"
                             : "started work: dropped, nobody sees its end or its error";
  case model::Role::Future:
    return meaning.droppable ? "a result to come that may be dropped" : "a result to come";
  case model::Role::Promise:
    return "what fulfils a future";
  case model::Role::Awaitable:
    return meaning.droppable ? "something to await that may be dropped"
                             : "something to await: dropped, nothing happens";
  case model::Role::Value:
    return conclusion.explanation.meaning.generator ? "a generator, no asynchronous work"
                                                    : "no asynchronous work";
  case model::Role::None:
    break;
  default:
    return model::spelling(meaning.role);
  }
  if (!conclusion.coroutine)
    return meaning.awaitable ? "can be awaited, and dropped as well" : "nothing asynchronous";
  return meaning.start == coro::Start::Unknown
             ? "not known whether it starts by itself: dropping it is not reported"
             : "started work that nobody can observe through it: may be dropped";
}

class Paragraph {
public:
  Paragraph(const clang::ASTContext &context, llvm::raw_ostream &stream)
      : context_(context), stream_(stream) {}

  void write(const Conclusion &conclusion) {
    stream_ << placeOf(conclusion.definition->getLocation(), context_).str() << ": "
            << conclusion.name << ": " << verdict(conclusion) << '\n';
    if (const clang::CXXRecordDecl *base = conclusion.explanation.base)
      row("as", model::qualifiedName(*base), "what is stated of this base class holds for it");
    for (const model::Property &property : conclusion.explanation.properties)
      if (isWorthTelling(property, conclusion))
        write(property);
    if (const auto &coroutine = conclusion.coroutine)
      write(*coroutine);
    write(adviceOn(conclusion));
  }

private:
  static bool isWorthTelling(const model::Property &property, const Conclusion &conclusion) {
    if (property.statement || !property.attribute.empty() || property.name == "role")
      return true;
    if (property.value == nullptr)
      return conclusion.coroutine && property.because;
    // What is not so is of interest only where it might have been.
    return property.value.getAsBoolean() != false ||
           (property.name == "awaitable" && conclusion.coroutine);
  }

  void write(const model::Property &property) {
    const std::string value =
        property.name == "role" && property.value == nullptr ? "none" : inWords(property.value);
    if (!property.attribute.empty())
      return row(
          property.name, value,
          ("[[clang::annotate(\"asynctidy::" + property.attribute + "\")]] in the code").str());
    if (property.statement)
      return row(property.name, value,
                 property.statement->why + " [" + sourceOf(*property.statement) + "]");
    row(property.name, value, words(property.because));
  }

  void write(const coro::CoroutineType &coroutine) {
    if (coroutine.asyncGenerator)
      row("generator", "yes", "its values are awaited: " + words(coroutine.because.asyncGenerator));
    else if (coroutine.generator)
      row("generator", "yes", words(coroutine.because.generator));
    if (coroutine.synchronous)
      row("synchronous", "yes", words(coroutine.because.synchronous));
    else if (coroutine.start == coro::Start::Unknown && coroutine.because.synchronous)
      row("synchronous", "not known", words(coroutine.because.synchronous));
  }

  void write(const Advice &advice) {
    if (advice.missing.empty())
      return;
    const bool isOne = advice.entries.size() == 1;
    stream_ << "  not proven: " << llvm::join(advice.missing, ", ") << "; "
            << (isOne ? "if you know, say so in a model:" : "say in a model which of these it is:")
            << '\n';
    for (const llvm::json::Object &entry : advice.entries) {
      llvm::json::Object copy = entry;
      stream_ << "    " << llvm::json::Value(std::move(copy)) << '\n';
    }
    for (const auto &[property, choices] : advice.choices)
      stream_ << "    \"" << property << "\" is one of " << llvm::join(choices, ", ") << '\n';
    if (advice.attributes.empty())
      return;
    stream_ << "  or on the class itself: [[clang::annotate(\"asynctidy::"
            << advice.attributes.front() << "\")]]";
    for (llvm::StringRef word : llvm::ArrayRef(advice.attributes).drop_front())
      stream_ << (word == advice.attributes.back() ? " or " : ", ") << "asynctidy::" << word;
    stream_ << '\n';
  }

  void row(llvm::StringRef name, llvm::StringRef value, llvm::StringRef why) {
    stream_ << "  " << llvm::left_justify(name, 11) << ' ';
    if (why.empty())
      stream_ << value << '\n';
    else
      stream_ << llvm::left_justify(value, 10) << ' ' << why << '\n';
  }

  /// The reason with the code it is about, and where that is.
  std::string words(const coro::Reason &reason) {
    std::string text = reason.str();
    const Place place = placeOf(reason.place, context_);
    if (!place.code.empty())
      text += ": '" + place.code + "'";
    if (!place.file.empty())
      text += " [" + place.file + ":" + std::to_string(place.line) + "]";
    return text;
  }

  const clang::ASTContext &context_;
  llvm::raw_ostream &stream_;
};

} // namespace

std::string inWords(const llvm::json::Value &value) {
  if (value == nullptr)
    return "not known";
  if (std::optional<bool> flag = value.getAsBoolean())
    return *flag ? "yes" : "no";
  if (std::optional<llvm::StringRef> text = value.getAsString())
    return text->str();
  std::string text;
  llvm::raw_string_ostream(text) << value;
  return text;
}

std::string sourceOf(const model::Statement &statement) {
  return statement.model->origin + ": " + statement.pointer;
}

void writeText(const Conclusion &conclusion, const clang::ASTContext &context,
               llvm::raw_ostream &stream) {
  Paragraph(context, stream).write(conclusion);
}

} // namespace asynctidy::driver
