// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/Fingerprint.h"

#include "report/Paths.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/SHA256.h>

namespace asynctidy::report {
namespace {

std::string normalised(llvm::StringRef line) {
  std::string result;
  for (char c : line.trim())
    if (!llvm::isSpace(c))
      result += c;
    else if (result.back() != ' ')
      result += ' ';
  return result;
}

} // namespace

void fingerprint(std::vector<Finding> &findings, llvm::StringRef root, SourceFiles &files) {
  llvm::StringMap<unsigned> seen;
  for (Finding &finding : findings) {
    const Range &place = finding.message.place;
    std::string key = finding.check + '\n' + relativeTo(root, place.file) + '\n' +
                      normalised(files.line(place.file, place.begin.line));
    unsigned count = seen[key]++;
    key += '\n' + std::to_string(count);
    std::array<uint8_t, 32> hash = llvm::SHA256::hash(llvm::arrayRefFromStringRef(key));
    finding.fingerprint = llvm::toHex(llvm::ArrayRef(hash).take_front(16), /*LowerCase=*/true);
  }
}

} // namespace asynctidy::report
