// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Words and fixes that several checks share.
#pragma once

#include "flow/Unit.h"

#include <clang/Basic/Diagnostic.h>

#include <string>
#include <vector>

namespace asynctidy::tidy {

/// What to call a function in a message: "'fetch'", "'std::this_thread::sleep_for'", "this lambda".
std::string spelled(const clang::FunctionDecl &function);

/// What to call the callee of \p step where it is called: the variable or member that holds it, if
/// there is one.
std::string spelled(const flow::Step &step);

/// What to call the callee of \p call in the words of the code: a constructor goes by its type
/// ("'std::ifstream'"), a method by the class of its object ("'std::future::wait'", wherever the
/// library declares it), what a variable or member holds by its name.
std::string spelled(const flow::Call &call);

/// What to call a value: "coroutine 'fetch'", "task 'start'", "the awaitable from 'lock_async'".
std::string described(const flow::Value &value);

/// `co_await ` before \p value where the language and the promise of \p function accept it; empty
/// otherwise.
std::vector<clang::FixItHint> awaitFix(const flow::Value &value, const flow::Function &function,
                                       const clang::ASTContext &context);

/// `if (!future.done()) ` before \p call, which is made on that future; empty where that is no
/// statement of its own or no question is known.
std::vector<clang::FixItHint> checkFirstFix(const flow::Call &call, model::Knowledge &knowledge);

/// Whether a list option names \p function by its qualified name or by its last component.
bool listed(const std::vector<std::string> &names, const clang::NamedDecl *declaration);
/// The same for the class of \p type.
bool listed(const std::vector<std::string> &names, clang::QualType type);

} // namespace asynctidy::tidy
