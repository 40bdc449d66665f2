// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Names.h"

#include "asynctidy/Parse.h"
#include "asynctidy/Runner.h"
#include "asynctidy/Summary.h"
#include "asynctidy/models/Statements.h"

#include <llvm/Support/Threading.h>

namespace asynctidy::driver {
namespace {

struct Seen {
  std::optional<report::Failure> failure;
  std::optional<model::NameCheck> names;
};

} // namespace

std::vector<model::ModelName> userNames(const model::Ledger &ledger) {
  std::vector<model::ModelName> names;
  for (const model::Model &model : ledger.models())
    if (!model.isShipped)
      llvm::append_range(names, model::namesIn(model));
  return names;
}

void noteUndeclared(llvm::ArrayRef<model::ModelName> names, const model::NameCheck &seen,
                    size_t units, llvm::raw_ostream &stream) {
  for (const model::ModelName &name : names) {
    if (seen.isDeclared(name))
      continue;
    stream << name.file << ": " << name.pointer << ": note: no " << noun(name.kind) << " '"
           << name.spellings.front() << "' is declared in " << count(units, "translation unit");
    if (std::string hint = seen.hint(name); !hint.empty())
      stream << "; " << hint;
    stream << '\n';
  }
}

llvm::Expected<bool> noteUndeclared(const model::Ledger &ledger, const ModelsRequest &request,
                                    std::vector<std::string> sources) {
  CheckRequest where = request.project;
  where.paths = std::move(sources);
  llvm::Expected<Project> project = findProject(where);
  if (!project)
    return project.takeError();
  llvm::Expected<Setup> setup = setupFor(request, project->units.front().file);
  if (!setup)
    return setup.takeError();

  const std::vector<model::ModelName> names = userNames(ledger);
  model::NameCheck all(names);
  std::vector<Seen> results(project->units.size());
  const model::NameCheck none = all;
  forEachIndex(results.size(), llvm::hardware_concurrency().compute_thread_count(), [&](size_t i) {
    Seen &result = results[i];
    result.names = none;
    result.failure = parse(project->units[i], setup->options, request.resourceDirectory,
                           [&](const clang::ASTContext &context) { result.names->look(context); });
  });
  std::vector<report::Failure> failures;
  for (Seen &result : results) {
    all.merge(*result.names);
    if (result.failure)
      failures.push_back(std::move(*result.failure));
  }
  noteUndeclared(names, all, results.size() - failures.size(), llvm::outs());
  return !reportFailures(std::move(failures));
}

} // namespace asynctidy::driver
