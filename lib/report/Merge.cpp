// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/Merge.h"

#include "report/Fingerprint.h"

#include <llvm/ADT/STLExtras.h>

#include <numeric>
#include <tuple>

namespace asynctidy::report {
namespace {

auto key(const Finding &finding) {
  const Message &message = finding.message;
  return std::tie(message.place.file, message.place.offset, finding.check, message.text);
}

/// Equal elements keep their order; std::stable_sort of libstdc++ 12 uses what C++17 deprecates.
template <typename T, typename Key> void sortBy(std::vector<T> &elements, Key key) {
  std::vector<size_t> order(elements.size());
  std::iota(order.begin(), order.end(), size_t(0));
  llvm::sort(order, [&](size_t a, size_t b) {
    return std::tuple(key(elements[a]), a) < std::tuple(key(elements[b]), b);
  });
  std::vector<T> sorted;
  sorted.reserve(elements.size());
  for (size_t index : order)
    sorted.push_back(std::move(elements[index]));
  elements = std::move(sorted);
}

} // namespace

void merge(Report &report, SourceFiles &files) {
  std::vector<Finding> &findings = report.findings;
  sortBy(findings, key);
  auto last =
      llvm::unique(findings, [](const Finding &a, const Finding &b) { return key(a) == key(b); });
  findings.erase(last, findings.end());
  for (Finding &finding : findings) {
    files.locate(finding.message);
    for (Message &note : finding.notes)
      files.locate(note);
  }
  fingerprint(findings, report.root, files);

  sortBy(report.failures, [](const Failure &failure) { return llvm::StringRef(failure.unit); });
  for (Failure &failure : report.failures)
    files.locate(failure.first);
}

} // namespace asynctidy::report
