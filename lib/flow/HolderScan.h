// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Where variables and members that hold a callable get their values, found in one pass over code.
#pragma once

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <llvm/ADT/DenseMap.h>

#include <limits>
#include <optional>
#include <vector>

namespace asynctidy::flow {

/// Whether an object of \p type holds one callable that its type does not tell: a pointer or
/// reference to a function or method, std::function and its kin.
bool isHolder(clang::QualType type);

/// What is written in a translation unit, system headers apart, as far as it can give a variable
/// a value. Nothing in it depends on template parameters.
struct Program {
  /// Functions with a body, lambdas and instantiations included.
  std::vector<const clang::FunctionDecl *> functions;
  /// Initialisers of global variables and members, and default arguments.
  std::vector<const clang::Expr *> initialisers;
};

/// A part of the text of a function. Places are numbers that grow along the text.
struct Span {
  unsigned begin = 0;
  unsigned end = std::numeric_limits<unsigned>::max();

  bool contains(unsigned place) const { return begin <= place && place < end; }
};

struct HolderScan {
  struct Given {
    const clang::Expr *value = nullptr;
    /// From where on the holder has it.
    unsigned place = 0;
    /// The block, by index, that this is a statement of; empty for one that may be left out.
    std::optional<std::size_t> block;
  };
  struct Holder {
    std::vector<Given> given;
    /// Somebody may change it by a reference or pointer to it, or by a method.
    bool open = false;
  };
  struct Lambda {
    const clang::LambdaExpr *expr = nullptr;
    Span span;
  };

  llvm::DenseMap<const clang::ValueDecl *, Holder> holders;
  /// Where holders are named.
  llvm::DenseMap<const clang::Expr *, unsigned> places;
  /// Outer ones come before those in them.
  std::vector<Span> blocks;
  std::vector<Span> loops;
  std::vector<Lambda> lambdas;
};

/// The local variables of \p function, in it and in the lambdas in it.
HolderScan scanLocals(const clang::FunctionDecl &function);

/// Members, and variables that outlive calls. The places in it tell nothing.
HolderScan scanGlobals(const Program &program);

} // namespace asynctidy::flow
