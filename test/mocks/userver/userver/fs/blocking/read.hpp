// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

namespace userver {
inline namespace v2_0 {
namespace fs::blocking {

std::string ReadFileContents(const std::string &path);
bool FileExists(const std::string &path);
int GetFileType(const std::string &path);

} // namespace fs::blocking
} // namespace v2_0
} // namespace userver
