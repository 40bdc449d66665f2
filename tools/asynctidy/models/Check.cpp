// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `asynctidy models check`
#include "asynctidy/CommandLine.h"
#include "asynctidy/Driver.h"
#include "asynctidy/Summary.h"
#include "asynctidy/models/Models.h"
#include "asynctidy/models/Names.h"

#include <llvm/Support/FileSystem.h>

#include <set>

namespace asynctidy::driver {
namespace {

/// The models and sources among the names that were given: without --verify-models all are models.
llvm::Expected<std::vector<std::string>> takeModels(const ModelsRequest &request,
                                                    std::vector<std::string> &sources) {
  std::vector<std::string> models;
  for (const std::string &name : request.names)
    (request.verifyNames && !llvm::StringRef(name).ends_with(".json") ? sources : models)
        .push_back(name);
  if (models.empty())
    return usageError("'asynctidy models check' wants at least one model, a JSON file");
  for (const std::string &name : models)
    if (std::error_code error = llvm::sys::fs::access(name, llvm::sys::fs::AccessMode::Exist))
      return usageError("cannot read the model '" + name + "': " + error.message());
  return models;
}

/// Where a model takes back what an earlier one of the user's says: it may, but who wrote them may
/// not know.
void noteOverrides(const model::Ledger &ledger) {
  std::set<std::string> said;
  for (const model::Statement &each : ledger.statements()) {
    const model::Statement *later = each.overriddenBy;
    if (!later || each.model->isShipped || each.value == later->value)
      continue;
    std::string line = later->model->origin + ": " + later->pointer + ": note: overrides \"" +
                       each.property.str() + "\" of '" + each.name + "' at " + each.model->origin +
                       ": " + each.pointer;
    if (said.insert(line).second)
      llvm::outs() << line << '\n';
  }
}

} // namespace

llvm::Expected<int> checkModels(const ModelsRequest &request) {
  std::vector<std::string> sources;
  llvm::Expected<std::vector<std::string>> models = takeModels(request, sources);
  if (!models)
    return models.takeError();
  if (request.json)
    return usageError("'asynctidy models check' prints text only");
  std::vector<model::LoadError> mistakes;
  const model::Ledger ledger(*models, mistakes);
  for (const model::LoadError &mistake : mistakes)
    llvm::outs() << mistake.message() << '\n';
  noteOverrides(ledger);
  bool isComplete = true;
  if (request.verifyNames) {
    llvm::Expected<bool> looked = noteUndeclared(ledger, request, sources);
    if (!looked)
      return looked.takeError();
    isComplete = *looked;
  }
  llvm::outs().flush();
  llvm::errs() << "asynctidy: " << count(mistakes.size(), "mistake") << " in "
               << count(models->size(), "model") << '\n';
  if (!isComplete)
    return exitIncomplete;
  return mistakes.empty() ? exitClean : exitFindings;
}

} // namespace asynctidy::driver
