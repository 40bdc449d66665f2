// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Catalogue.h"

#include "asynctidy/Checks.h"
#include "asynctidy/CommandLine.h"
#include "asynctidy/Driver.h"
#include "asynctidy/Pages.h"
#include "report/Json.h"
#include "tidy/Check.h"

#include <llvm/Support/FormatVariadic.h>

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral prefix = "async-";

/// Creates a check to ask it for its options.
class Specimen {
public:
  explicit Specimen(const tidy::Registered &check)
      : context_(std::make_unique<clang::tidy::DefaultOptionsProvider>(
            clang::tidy::ClangTidyGlobalOptions(), clang::tidy::ClangTidyOptions::getDefaults())),
        check_(check.create((prefix + check.info.name).str(), &context_)) {}

  llvm::ArrayRef<const tidy::OptionBase *> options() const { return check_->options(); }

private:
  clang::tidy::ClangTidyContext context_;
  std::unique_ptr<tidy::Check> check_;
};

llvm::StringRef topicOf(const tidy::Registered &check) {
  const Page *page = findPage(check.info.name);
  return page ? page->topic : "";
}

llvm::StringRef fixOf(const tidy::CheckInfo &info) {
  return info.fix == tidy::Fix::None ? "none" : "sometimes";
}

void listText() {
  size_t width = 0;
  for (const std::string &name : checkNames())
    width = std::max(width, name.size());
  for (const tidy::Registered &check : tidy::registeredChecks()) {
    const tidy::CheckInfo &info = check.info;
    llvm::outs() << llvm::left_justify((prefix + info.name).str(), width) << "  "
                 << llvm::left_justify(tidy::name(info.tier), 7) << "  "
                 << (info.fix == tidy::Fix::None ? "     " : "fix  ") << info.summary << '\n';
  }
}

void listJson() {
  llvm::json::OStream out(llvm::outs(), /*IndentSize=*/2);
  out.object([&] {
    out.attribute("schemaVersion", 1);
    out.attributeArray("checks", [&] {
      for (const tidy::Registered &check : tidy::registeredChecks()) {
        const tidy::CheckInfo &info = check.info;
        std::string name = (prefix + info.name).str();
        out.object([&] {
          out.attribute("name", name);
          out.attribute("topic", topicOf(check));
          out.attribute("summary", info.summary);
          out.attribute("tier", tidy::name(info.tier));
          out.attribute("fix", fixOf(info));
          out.attribute("asyncioSection", info.asyncioSection);
          out.attribute("kin", info.kin);
          Specimen specimen(check);
          out.attributeArray("options", [&] {
            for (const tidy::OptionBase *option : specimen.options())
              out.object([&] {
                out.attribute("name", name + "." + option->name().str());
                out.attribute("type", option->type());
                out.attribute("default", option->defaultText());
                out.attribute("doc", option->doc());
              });
          });
        });
      }
    });
  });
  out.flush();
  llvm::outs() << '\n';
}

} // namespace

std::vector<report::Rule> rules() {
  std::vector<report::Rule> result;
  for (const tidy::Registered &check : tidy::registeredChecks()) {
    const Page *page = findPage(check.info.name);
    report::Rule rule;
    rule.check = (prefix + check.info.name).str();
    rule.topic = topicOf(check).str();
    rule.summary = check.info.summary.str();
    rule.tier = tidy::name(check.info.tier).str();
    rule.page = page ? page->text.str() : "";
    result.push_back(std::move(rule));
  }
  return result;
}

int runList(llvm::ArrayRef<const char *> arguments) {
  bool help = false;
  std::string format = "text";
  const std::vector<OptionSpec> options = {
      {"format", 'f', "FORMAT", "text (default) or json, with all that is known of a check",
       [&](llvm::StringRef value) -> llvm::Error {
         if (value != "text" && value != "json")
           return usageError("unknown format '" + value + "'; choose text or json");
         format = value;
         return llvm::Error::success();
       }},
      {"help", 'h', "", "Print this help", set(help)},
  };
  auto parsed = parseArguments(arguments, options);
  if (!parsed)
    return fail(parsed.takeError());
  if (!parsed->positional.empty() || parsed->afterDashes)
    return fail(usageError("'asynctidy list' takes no names; 'asynctidy explain NAME' shows one"));
  if (help) {
    llvm::outs()
        << "usage: asynctidy list [--format=FORMAT]\n\n"
           "Lists the checks with their tier, whether they offer fixes, and a summary.\n\n";
    describe(options, llvm::outs());
  } else if (format == "json") {
    listJson();
  } else {
    listText();
  }
  return exitClean;
}

int runExplain(llvm::ArrayRef<const char *> arguments) {
  bool help = false;
  const std::vector<OptionSpec> options = {{"help", 'h', "", "Print this help", set(help)}};
  auto parsed = parseArguments(arguments, options);
  if (!parsed)
    return fail(parsed.takeError());
  if (help) {
    llvm::outs() << "usage: asynctidy explain NAME\n\nPrints the page of a check, in Markdown.\n\n";
    describe(options, llvm::outs());
    return exitClean;
  }
  if (parsed->positional.size() != 1 || parsed->afterDashes)
    return fail(usageError("'asynctidy explain' wants the name of one check"));
  llvm::StringRef name = parsed->positional.front();
  const tidy::Registered *check = tidy::findCheck(name);
  if (!check) {
    std::string full = name.starts_with(prefix) ? name.str() : (prefix + name).str();
    std::string hint = didYouMean(full, checkNames());
    return fail(usageError("unknown check '" + name + "'" +
                           (hint.empty() ? "; 'asynctidy list' shows the checks" : hint)));
  }
  const Page *page = findPage(check->info.name);
  if (page && !page->text.empty())
    llvm::outs() << page->text;
  else
    llvm::outs() << "# " << prefix << check->info.name << "\n\n" << check->info.summary << ".\n";
  return exitClean;
}

} // namespace asynctidy::driver
