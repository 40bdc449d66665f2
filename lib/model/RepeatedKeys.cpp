// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Document.h"

#include <set>

namespace asynctidy::model {
namespace {

/// An object or array that is open where the scan is.
struct Frame {
  bool object;
  std::set<std::string> keys;
  std::string key;       ///< of the member that is being read
  std::size_t index = 0; ///< of the element that is being read
  bool expectsKey = true;
};

std::string pointer(llvm::ArrayRef<Frame> frames) {
  std::string text;
  for (const Frame &frame : frames)
    text += frame.object ? pointerToken(frame.key) : "/" + std::to_string(frame.index);
  return text;
}

/// The string literal, quotes included, that \p text starts with.
llvm::StringRef literal(llvm::StringRef text) {
  std::size_t end = 1;
  while (text[end] != '"')
    end += text[end] == '\\' ? 2 : 1;
  return text.take_front(end + 1);
}

std::string decoded(llvm::StringRef literal) {
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(literal);
  if (!value) {
    llvm::consumeError(value.takeError());
    return literal.str();
  }
  return value->getAsString().value_or("").str();
}

} // namespace

void reportRepeatedKeys(llvm::StringRef json, llvm::StringRef file,
                        std::vector<LoadError> &errors) {
  std::vector<Frame> frames;
  for (; !json.empty(); json = json.drop_front()) {
    char c = json.front();
    if (c == '{' || c == '[') {
      frames.push_back({c == '{', {}, {}});
    } else if (c == '}' || c == ']') {
      frames.pop_back();
    } else if (c == ',') {
      ++frames.back().index;
      frames.back().expectsKey = true;
    } else if (c == '"') {
      llvm::StringRef text = literal(json);
      json = json.drop_front(text.size() - 1);
      if (frames.empty() || !frames.back().object || !frames.back().expectsKey)
        continue;
      frames.back().expectsKey = false;
      frames.back().key = decoded(text);
      if (!frames.back().keys.insert(frames.back().key).second)
        errors.push_back({file.str(), pointer(frames), "appears twice in the same object"});
    }
  }
}

} // namespace asynctidy::model
