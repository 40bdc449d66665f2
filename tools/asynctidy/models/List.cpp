// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `asynctidy models list`
#include "asynctidy/CommandLine.h"
#include "asynctidy/Driver.h"
#include "asynctidy/models/Models.h"

#include <llvm/Support/Format.h>

namespace asynctidy::driver {
namespace {

void listText(const std::deque<model::Model> &models) {
  size_t width = 0;
  for (const model::Model &model : models)
    width = std::max(width, model.document.library.size());
  for (const model::Model &model : models) {
    llvm::outs() << llvm::left_justify(model.document.library, width) << ' '
                 << llvm::format_decimal(model.facts, 5) << "  ";
    if (!model.isShipped)
      llvm::outs() << '[' << model.origin << "] ";
    llvm::outs() << model.document.about << '\n';
  }
}

void listJson(const std::deque<model::Model> &models) {
  llvm::json::OStream out(llvm::outs(), /*IndentSize=*/2);
  out.object([&] {
    out.attribute("schemaVersion", 1);
    out.attributeArray("models", [&] {
      for (const model::Model &model : models)
        out.object([&] {
          out.attribute("library", model.document.library);
          out.attribute("file", model.origin);
          out.attribute("shipped", model.isShipped);
          out.attribute("facts", model.facts);
          out.attribute("namespaces", llvm::json::Array(model.document.namespaces));
          out.attribute("about", model.document.about);
        });
    });
  });
  out.flush();
  llvm::outs() << '\n';
}

} // namespace

llvm::Expected<int> listModels(const ModelsRequest &request) {
  if (!request.names.empty() || request.project.flags)
    return usageError("'asynctidy models list' takes no names; 'asynctidy models show NAME' shows "
                      "one");
  llvm::Expected<Setup> setup = setupFor(request, "");
  if (!setup)
    return setup.takeError();
  std::vector<model::LoadError> mistakes;
  const model::Ledger ledger(setup->models, mistakes);
  request.json ? listJson(ledger.models()) : listText(ledger.models());
  return reportMistakes(mistakes) ? exitUsage : exitClean;
}

} // namespace asynctidy::driver
