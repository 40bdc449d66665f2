// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `asynctidy models infer`
#include "asynctidy/CommandLine.h"
#include "asynctidy/Driver.h"
#include "asynctidy/Parse.h"
#include "asynctidy/Summary.h"
#include "asynctidy/models/Models.h"
#include "asynctidy/models/Writing.h"

namespace asynctidy::driver {
namespace {

void writeAllText(llvm::ArrayRef<Conclusion> found, const clang::ASTContext &context) {
  for (const Conclusion &conclusion : found) {
    writeText(conclusion, context, llvm::outs());
    llvm::outs() << '\n';
  }
  llvm::outs().flush();
  llvm::errs() << "asynctidy: " << count(found.size(), "type") << '\n';
}

void writeAllJson(llvm::ArrayRef<Conclusion> found, const clang::ASTContext &context) {
  llvm::json::OStream out(llvm::outs(), /*IndentSize=*/2);
  out.object([&] {
    out.attribute("schemaVersion", 1);
    out.attributeArray("types", [&] {
      for (const Conclusion &conclusion : found)
        writeJson(conclusion, context, out);
    });
  });
  out.flush();
  llvm::outs() << '\n';
}

} // namespace

llvm::Expected<int> inferTypes(const ModelsRequest &request) {
  llvm::Expected<Unit> unit = findUnit(request, request.names);
  if (!unit)
    return unit.takeError();
  llvm::Expected<Setup> setup = setupFor(request, unit->file);
  if (!setup)
    return setup.takeError();
  std::vector<model::LoadError> mistakes;
  const model::Ledger ledger(setup->models, mistakes);
  const bool isIncomplete = reportMistakes(mistakes);
  std::vector<model::LoadError> reported;
  const std::shared_ptr<const model::Store> store = model::Store::load(setup->models, reported);
  auto failure =
      parse(*unit, setup->options, request.resourceDirectory, [&](clang::ASTContext &context) {
        const model::Knowledge knowledge(context, store);
        const auto found = conclusions(context, knowledge, ledger);
        request.json ? writeAllJson(found, context) : writeAllText(found, context);
      });
  if (failure) {
    reportFailures({std::move(*failure)});
    return exitIncomplete;
  }
  return isIncomplete ? exitUsage : exitClean;
}

} // namespace asynctidy::driver
