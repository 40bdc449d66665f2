// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a local variable holds what must be closed (a transport, a stream, a server, an event
// loop), and on some way to its end, also one that an exception takes, nobody closes it. Misses on
// purpose: resources in members, and those that anybody else has got hold of.
#include "flow/Resources.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnclosedTransport : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types that need not be closed, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Unclosed &unclosed : flow::unclosedResources(function, unit))
        if (!tidy::listed(*allowedTypes_, unclosed.resource->getType()))
          word(unclosed, unit.knowledge());
  }

  void word(const flow::Unclosed &unclosed, model::Knowledge &knowledge) {
    if (!report(unclosed.acquired, message(unclosed.breach), unclosed.resource))
      return;
    notePath(unclosed.breach.path);
    if (unclosed.breach.kind == flow::Breach::Overwritten)
      note(unclosed.breach.at->getBeginLoc(), "it is overwritten here");
    note(unclosed.acquired, "%0", knowledge.type(unclosed.resource->getType()).why);
  }

  static llvm::StringRef message(const flow::Breach &breach) {
    switch (breach.kind) {
    case flow::Breach::AtEnd:
      return breach.path.empty() ? "%0 is never closed"
                                 : "%0 is not closed on every way to its end";
    case flow::Breach::Overwritten:
      return "%0 is overwritten before it is closed";
    case flow::Breach::Thrown:
      return "%0 is not closed when an exception leaves the function";
    }
    return "";
  }
};

const tidy::Register<UnclosedTransport> registration{{
    .name = "unclosed-transport",
    .summary = "Transports, streams, servers and event loops that are not closed on some path leak",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Close transports and event loops",
    .kin = "asyncio's ResourceWarning, PVS-Studio V773",
}};

} // namespace
} // namespace asynctidy
