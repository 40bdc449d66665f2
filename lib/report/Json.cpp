// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/Json.h"

namespace asynctidy::report {

llvm::json::Value utf8(llvm::StringRef text) {
  return llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text);
}

std::vector<Fix> fixesOf(const Finding &finding) {
  std::vector<Fix> fixes;
  if (!finding.message.fix.empty())
    fixes.push_back({finding.message.text, finding.message.fix});
  for (const Message &note : finding.notes)
    if (!note.fix.empty())
      fixes.push_back({note.text, note.fix});
  return fixes;
}

} // namespace asynctidy::report
