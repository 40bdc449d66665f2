// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "flow/Function.h"
#include "flow/Targets.h"

namespace asynctidy::flow {

/// The facts of \p declaration, which must have a body that does not depend on template
/// parameters. \p complete says whether the translation unit parsed without errors; if not, a
/// variable that looks unused may have lost its uses, and Fate::NeverNamed is not concluded.
Function generateFacts(const clang::FunctionDecl &declaration, model::Knowledge &knowledge,
                       Targets &targets, bool complete);

} // namespace asynctidy::flow
