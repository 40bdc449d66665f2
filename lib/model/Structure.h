// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a type means when neither attribute nor model says: read from its declaration alone.
#pragma once

#include "model/Basis.h"
#include "model/Knowledge.h"

namespace asynctidy::model {

/// A coroutine type is, by its proven start:
///  - synchronous, or a generator that nobody can await: Role::Value;
///  - lazy: Role::Coroutine;
///  - eager and awaitable: Role::Task, droppable unless errors are stored for whoever awaits it;
///  - eager and not awaitable: Role::None, since nothing can be observed through it;
///  - unknown: Role::None with whatever else is known. It may be a handle on work that runs anyway.
///
/// Any other awaitable class is Role::Awaitable only when being awaited is all that it is for: see
/// whatElse() in Structure.cpp. \p bases gets what the answer rests on.
Meaning structuralMeaning(const clang::CXXRecordDecl &record, clang::QualType type,
                          const clang::ASTContext &context, Bases &bases);

} // namespace asynctidy::model
