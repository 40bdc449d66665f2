// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The real headers of libraries: headers/<name>.h includes what a model talks about and says in
/// comments at its head what the tests have to know. README.md in that folder describes them.
#pragma once

#include "support/Snippet.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <gtest/gtest.h>
#include <llvm/ADT/StringExtras.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace asynctidy::model {

struct RealHeaders {
  std::string name; ///< "boost-asio"
  std::string path;
  std::string model;                ///< "asio", by default the name
  std::string alias;                ///< stands for the first namespace of the model; may be empty
  std::set<std::string> missing;    ///< subjects that the installed version does not have
  std::set<std::string> older;      ///< types that mean less in the installed version
  std::vector<std::string> flags;   ///< how to find them
  std::vector<std::string> samples; ///< specialisations of the templates among the subjects

  /// \p subject of the model, whose first namespace is \p space, as it is called here; empty where
  /// it is missing.
  std::string spelled(const std::string &subject, const std::string &space) const;
};

/// All of them, sorted by name.
std::vector<RealHeaders> realHeaders();

inline void PrintTo(const RealHeaders &headers, std::ostream *stream) { *stream << headers.name; }

/// The name of a test for \p info.param.
inline std::string nameOf(const testing::TestParamInfo<RealHeaders> &info) {
  std::string name = info.param.name;
  llvm::erase_if(name, [](char c) { return !llvm::isAlnum(c); });
  return name;
}

/// \p text as the headers/<name>.h.
RealHeaders readHeaders(std::string name, std::string path, llvm::StringRef text);

/// The declarations that models may talk about, by the names that models have for them.
class Declarations : public clang::RecursiveASTVisitor<Declarations> {
public:
  /// Those of all headers, too.
  explicit Declarations(clang::ASTContext &context);

  template <class T> using Named = std::map<std::string, std::vector<const T *>>;
  Named<clang::FunctionDecl> functions;
  Named<clang::FunctionDecl> cFunctions;
  Named<clang::CXXRecordDecl> types;

  bool TraverseStmt(clang::Stmt *) { return true; }
  bool VisitFunctionDecl(clang::FunctionDecl *function);
  bool VisitCXXRecordDecl(clang::CXXRecordDecl *record);
};

} // namespace asynctidy::model
