// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a local variable, or a parameter that is the function's own, holds what must be closed
// (a transport, a stream, a server, an event loop), and on some way to its end, also one that an
// exception takes, nobody closes it. The same for what the function itself gives back at the end of
// the straight way, by an awaited close() or by delete; and for what a coroutine takes from a lock,
// a semaphore or a gate and gives back on other ways. Misses on purpose: resources in members, and
// those that anybody else has got hold of.
#include "flow/Pairs.h"
#include "flow/Resources.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

#include <clang/Lex/Lexer.h>

namespace asynctidy {
namespace {

class UnclosedTransport : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types that need not be closed, by (qualified) name."};

  tidy::Option<bool> exceptions_{*this, "Exceptions", true,
                                 "Report what only an exception out of a co_await leaves open."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Unclosed &unclosed : flow::unclosedResources(unit))
      if (!tidy::listed(*allowedTypes_, unclosed.resource->getType()) &&
          (*exceptions_ || unclosed.breach.kind != flow::Breach::Thrown))
        word(unclosed, unit);
    for (const flow::Function &function : unit.functions())
      for (const flow::Unreleased &unreleased : flow::unreleased(function, unit))
        if (!tidy::listed(*allowedTypes_, unreleased.object->getType()) &&
            (*exceptions_ || unreleased.breach.kind != flow::Breach::Thrown))
          word(unreleased);
  }

  void word(const flow::Unreleased &unreleased) {
    const flow::Call &acquired = *unreleased.acquired;
    bool thrown = unreleased.breach.kind == flow::Breach::Thrown;
    if (!report(acquired.expr->getBeginLoc(),
                thrown ? "what %0 takes from %1 is not given back when an exception leaves the "
                         "function; who waits for it waits for ever then"
                       : "what %0 takes from %1 is not given back on every way; who waits for it "
                         "waits for ever then",
                tidy::spelled(acquired), unreleased.object))
      return;
    notePath(unreleased.breach.path);
    if (acquired.facts->instead.empty())
      note(acquired.expr->getBeginLoc(), "keep it in an object whose destructor gives it back");
    else
      note(acquired.expr->getBeginLoc(), "use %0 instead, which gives it back by itself",
           acquired.facts->instead);
  }

  void word(const flow::Unclosed &unclosed, flow::Unit &unit) {
    if (!report(unclosed.acquired, message(unclosed), unclosed.resource,
                fix(unclosed, unit.context())))
      return;
    if (unclosed.begun)
      note(unclosed.begun->getBeginLoc(), "it is begun here");
    notePath(unclosed.breach.path);
    if (unclosed.breach.kind == flow::Breach::Overwritten)
      note(unclosed.breach.at->getBeginLoc(), "it is overwritten here");
    if (unclosed.closedAt)
      note(unclosed.closedAt->getBeginLoc(), "on the way to here it is");
    else
      note(unclosed.acquired, "%0", unit.knowledge().type(unclosed.resource->getType()).why);
  }

  static std::vector<clang::FixItHint> fix(const flow::Unclosed &unclosed,
                                           const clang::ASTContext &context) {
    if (!unclosed.remedy)
      return {};
    const auto &[close, before, block] = *unclosed.remedy;
    clang::SourceLocation place = before ? before->getBeginLoc() : block->getRBracLoc();
    const clang::SourceManager &sources = context.getSourceManager();
    bool ownLine = sources.getSpellingLineNumber(place) !=
                   sources.getSpellingLineNumber(block->body_back()->getBeginLoc());
    std::string text = close->getReturnType()->isVoidType() ? "" : "co_await ";
    text += unclosed.resource->getNameAsString() + "." + close->getNameAsString() + "();";
    if (place.isMacroID())
      return {};
    if (before || ownLine) {
      std::string indent = clang::Lexer::getIndentationForLine(place, sources).str();
      text = (before ? "" : "  ") + text + "\n" + indent;
    } else {
      text += " ";
    }
    return {clang::FixItHint::CreateInsertion(place, text)};
  }

  static llvm::StringRef message(const flow::Unclosed &unclosed) {
    switch (unclosed.breach.kind) {
    case flow::Breach::AtEnd:
      return unclosed.breach.path.empty() && !unclosed.closedAt
                 ? "%0 is never closed"
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
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Close transports and event loops",
    .kin = "asyncio's ResourceWarning, PVS-Studio V773",
}};

} // namespace
} // namespace asynctidy
