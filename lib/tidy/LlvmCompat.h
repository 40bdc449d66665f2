// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Everything that differs between LLVM releases. No other file includes these headers or asks for
/// the version.
#pragma once

#include <clang/Basic/Version.h>

#include <clang-tidy/ClangTidyCheck.h>
#include <clang-tidy/ClangTidyModule.h>
#if CLANG_VERSION_MAJOR < 22 // merged into ClangTidyModule.h there
#include <clang-tidy/ClangTidyModuleRegistry.h>
#endif
