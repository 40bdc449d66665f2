// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <vector>

namespace YAML {

class Node {};
Node Load(const std::string &input);
Node LoadFile(const std::string &name);
std::vector<Node> LoadAllFromFile(const std::string &name);

} // namespace YAML
