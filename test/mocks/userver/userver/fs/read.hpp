// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <userver/engine/async.hpp>

#include <string>

namespace userver {
inline namespace v2_0 {
namespace fs {

std::string ReadFileContents(engine::TaskProcessor &processor, const std::string &path);

} // namespace fs
} // namespace v2_0
} // namespace userver
