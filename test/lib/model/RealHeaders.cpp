// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "RealHeaders.h"

#include "model/Knowledge.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace asynctidy::model {

std::string RealHeaders::spelled(const std::string &subject, const std::string &space) const {
  std::string spelled = subject;
  if (!alias.empty() && llvm::StringRef(subject).starts_with(space + "::"))
    spelled.replace(0, space.size(), alias);
  return missing.count(spelled) ? "" : spelled;
}

RealHeaders readHeaders(std::string name, std::string path, llvm::StringRef text) {
  RealHeaders headers;
  headers.model = name;
  headers.name = std::move(name);
  headers.path = std::move(path);
  for (llvm::StringRef line : llvm::split(text, '\n')) {
    auto [word, rest] = line.split(": ");
    llvm::SmallVector<llvm::StringRef> values;
    llvm::SplitString(rest, values);
    auto append = [&](auto &to) {
      for (llvm::StringRef value : values)
        to.insert(to.end(), value.str());
    };
    if (word == "// model")
      headers.model = rest.trim().str();
    else if (word == "// alias")
      headers.alias = rest.trim().str();
    else if (word == "// missing")
      append(headers.missing);
    else if (word == "// older")
      append(headers.older);
    else if (word == "// flags")
      append(headers.flags);
    else if (word == "// sample")
      headers.samples.push_back(rest.trim().str());
  }
  return headers;
}

std::vector<RealHeaders> realHeaders() {
  std::vector<RealHeaders> all;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(HEADERS_DIR, error), end; it != end && !error;
       it.increment(error)) {
    llvm::StringRef path = it->path();
    if (!path.ends_with(".h"))
      continue;
    auto buffer = llvm::MemoryBuffer::getFile(path);
    if (!buffer)
      llvm::report_fatal_error(llvm::Twine("cannot read ") + path);
    all.push_back(
        readHeaders(llvm::sys::path::stem(path).str(), path.str(), (*buffer)->getBuffer()));
  }
  llvm::sort(all, [](const auto &a, const auto &b) { return a.name < b.name; });
  return all;
}

Declarations::Declarations(clang::ASTContext &context) {
  context.setTraversalScope({context.getTranslationUnitDecl()});
  TraverseDecl(context.getTranslationUnitDecl());
}

bool Declarations::VisitFunctionDecl(clang::FunctionDecl *function) {
  functions[qualifiedName(*function)].push_back(function);
  if (function->isExternC())
    cFunctions[lastComponent(*function)].push_back(function);
  return true;
}

bool Declarations::VisitCXXRecordDecl(clang::CXXRecordDecl *record) {
  types[qualifiedName(*record)].push_back(record);
  return true;
}

} // namespace asynctidy::model
