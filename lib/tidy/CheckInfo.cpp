// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/CheckInfo.h"

#include "tidy/Check.h"

#include <llvm/ADT/STLExtras.h>

namespace asynctidy::tidy {
namespace {

// Function-local: registrations of other files run in no particular order.
std::vector<Registered> &registry() {
  static std::vector<Registered> checks;
  return checks;
}

} // namespace

llvm::StringRef name(Tier tier) {
  switch (tier) {
  case Tier::Default:
    return "default";
  case Tier::Strict:
    return "strict";
  case Tier::Off:
    return "off";
  }
  llvm_unreachable("unknown tier");
}

const std::vector<Registered> &registeredChecks() { return registry(); }

const Registered *findCheck(llvm::StringRef name) {
  name.consume_front("async-");
  for (const Registered &check : registry())
    if (check.info.name == name)
      return &check;
  return nullptr;
}

namespace detail {

void registerCheck(Registered check) {
  auto &checks = registry();
  auto place = llvm::lower_bound(checks, check, [](const Registered &a, const Registered &b) {
    return a.info.name < b.info.name;
  });
  checks.insert(place, std::move(check));
}

} // namespace detail
} // namespace asynctidy::tidy
