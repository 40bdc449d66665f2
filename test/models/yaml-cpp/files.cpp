// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <yaml-cpp/yaml.h>

#include "../../mocks/job.h"

Job configured() {
  YAML::Load("a: 1");
  YAML::LoadFile("a.yaml"); // expect: async-blocking-call: 'YAML::LoadFile' blocks
  YAML::LoadAllFromFile("b.yaml"); // expect: async-blocking-call: 'YAML::LoadAllFromFile' blocks
  co_return;
}
