// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Macros.h"

#include <clang/Lex/Lexer.h>

using namespace clang;

namespace asynctidy::flow {

bool isInMacro(SourceLocation place, const ASTContext &context,
               llvm::function_ref<bool(llvm::StringRef name)> matches) {
  const SourceManager &sources = context.getSourceManager();
  for (; place.isMacroID(); place = sources.getImmediateMacroCallerLoc(place))
    if (matches(Lexer::getImmediateMacroName(place, sources, context.getLangOpts())))
      return true;
  return false;
}

} // namespace asynctidy::flow
