// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Reader.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace asynctidy::model {
namespace {

std::string quoted(llvm::StringRef word) { return ("\"" + word + "\"").str(); }

std::string description(const llvm::json::Value &value) {
  if (const llvm::json::Array *array = value.getAsArray())
    return array->empty() ? "an empty array" : "an array";
  if (const llvm::json::Object *object = value.getAsObject())
    return object->empty() ? "an empty object" : "an object";
  std::string text;
  llvm::raw_string_ostream(text) << value;
  return text;
}

std::string list(llvm::ArrayRef<llvm::StringRef> words) {
  return llvm::join(llvm::map_range(words, quoted), ", ");
}

std::string suggestion(llvm::StringRef written, llvm::ArrayRef<llvm::StringRef> known) {
  llvm::StringRef near = nearest(written, known);
  return near.empty() ? "" : "; did you mean " + quoted(near) + "?";
}

} // namespace

std::string pointerToken(llvm::StringRef key) {
  std::string token = "/";
  for (char c : key)
    token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return token;
}

Reader Reader::at(llvm::StringRef key, const llvm::json::Value &value) const {
  return {value, pointer_ + pointerToken(key), file_, errors_};
}

Reader Reader::at(std::size_t index, const llvm::json::Value &value) const {
  return {value, pointer_ + "/" + llvm::utostr(index), file_, errors_};
}

void Reader::report(const llvm::Twine &reason) const {
  errors_.push_back({file_.str(), pointer_, reason.str()});
}

void Reader::reportMember(llvm::StringRef key, const llvm::Twine &reason) const {
  errors_.push_back({file_.str(), pointer_ + pointerToken(key), reason.str()});
}

void Reader::expected(const llvm::Twine &expected) const {
  report("expected " + expected + ", found " + description(value_));
}

void Reader::expectedOneOf(llvm::ArrayRef<llvm::StringRef> known) const {
  report("expected one of " + list(known) + ", found " + description(value_) +
         suggestion(value_.getAsString().value_or(""), known));
}

void Reader::forEach(llvm::function_ref<void(Reader)> visit) const {
  const llvm::json::Array *array = value_.getAsArray();
  if (!array)
    return expected("an array");
  for (const auto &[index, element] : llvm::enumerate(*array))
    visit(at(index, element));
}

bool checkKeys(const Reader &from, llvm::ArrayRef<llvm::StringRef> known) {
  const llvm::json::Object *object = from.value().getAsObject();
  if (!object) {
    from.expected("an object");
    return false;
  }
  std::vector<llvm::StringRef> unknown;
  for (const auto &member : *object)
    if (!llvm::is_contained(known, llvm::StringRef(member.first)))
      unknown.push_back(member.first);
  llvm::sort(unknown); // an llvm::json::Object keeps no order
  for (llvm::StringRef key : unknown)
    from.reportMember(key,
                      "unknown property; expected one of " + list(known) + suggestion(key, known));
  return true;
}

void read(const Reader &from, bool &to) {
  if (std::optional<bool> value = from.value().getAsBoolean())
    to = *value;
  else
    from.expected("true or false");
}

void read(const Reader &from, unsigned &to) {
  std::optional<int64_t> value = from.value().getAsInteger();
  if (value && *value >= 0 && *value <= INT16_MAX)
    to = *value;
  else
    from.expected("a number that is not negative");
}

void read(const Reader &from, std::string &to) {
  std::optional<llvm::StringRef> text = from.value().getAsString();
  if (text && !text->trim().empty())
    to = text->str();
  else
    from.expected("a text that is not empty");
}

void read(const Reader &from, std::vector<std::string> &to) {
  from.forEach([&](Reader element) { read(element, to.emplace_back()); });
}

void readIndexOr(const Reader &from, llvm::ArrayRef<IndexWord> words, int &to) {
  std::string expected = "the index of an argument, from 0";
  for (const IndexWord &each : words) {
    if (from.value().getAsString() == each.word) {
      to = each.meaning;
      return;
    }
    bool isLast = &each == &words.back();
    expected += isLast ? (words.size() > 1 ? " or \"" : ", or \"") : ", \"";
    expected += each.word;
    expected += '"';
  }
  std::optional<int64_t> index = from.value().getAsInteger();
  if (index && *index >= 0 && *index <= INT16_MAX)
    to = *index;
  else
    from.expected(expected);
}

void readOneOrMore(const Reader &from, std::vector<std::string> &to) {
  if (from.value().getAsString())
    return read(from, to.emplace_back());
  const llvm::json::Array *array = from.value().getAsArray();
  if (!array || array->empty())
    return from.expected("a text or an array of texts");
  read(from, to);
}

} // namespace asynctidy::model
