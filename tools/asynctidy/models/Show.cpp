// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `asynctidy models show`
#include "asynctidy/CommandLine.h"
#include "asynctidy/Driver.h"
#include "asynctidy/Parse.h"
#include "asynctidy/models/KnownNames.h"
#include "asynctidy/models/Models.h"
#include "asynctidy/models/Places.h"
#include "asynctidy/models/Statements.h"
#include "asynctidy/models/UsedTypes.h"
#include "asynctidy/models/Writing.h"

namespace asynctidy::driver {
namespace {

/// What the code of one translation unit says under the name.
struct InCode {
  std::vector<Conclusion> types;
  std::vector<const clang::FunctionDecl *> functions;

  bool empty() const { return types.empty() && functions.empty(); }
};

/// The functions that attributes say something of, each once.
std::vector<const clang::FunctionDecl *>
annotated(std::vector<const clang::FunctionDecl *> functions) {
  llvm::erase_if(functions, [](const clang::FunctionDecl *function) {
    return function->isTemplateInstantiation() || model::annotations(*function).empty();
  });
  return functions;
}

class Shown {
public:
  Shown(std::string name, bool json) : name_(std::move(name)), json_(json) {}

  void write(llvm::ArrayRef<const model::Statement *> statements, const InCode &code,
             const clang::ASTContext *context) {
    json_ ? writeJson(statements, code, context) : writeText(statements, code, context);
  }

private:
  void writeText(llvm::ArrayRef<const model::Statement *> statements, const InCode &code,
                 const clang::ASTContext *context) {
    for (const Conclusion &conclusion : code.types)
      driver::writeText(conclusion, *context, llvm::outs());
    for (const clang::FunctionDecl *function : annotated(code.functions)) {
      llvm::outs() << placeOf(function->getLocation(), *context).str() << ": " << name_ << ":";
      for (llvm::StringRef word : model::annotations(*function))
        llvm::outs() << " asynctidy::" << word;
      llvm::outs() << '\n';
    }
    writeStatements(name_, statements, llvm::outs());
  }

  void writeJson(llvm::ArrayRef<const model::Statement *> statements, const InCode &code,
                 const clang::ASTContext *context) {
    llvm::json::OStream out(llvm::outs(), /*IndentSize=*/2);
    out.object([&] {
      out.attribute("schemaVersion", 1);
      out.attribute("name", name_);
      out.attributeArray("statements", [&] { writeStatements(statements, out); });
      out.attributeArray("types", [&] {
        for (const Conclusion &conclusion : code.types)
          driver::writeJson(conclusion, *context, out);
      });
      out.attributeArray("functions", [&] {
        for (const clang::FunctionDecl *function : annotated(code.functions))
          out.object([&] {
            const Place place = placeOf(function->getLocation(), *context);
            out.attribute("file", place.file);
            out.attribute("line", place.line);
            out.attributeArray("attributes", [&] {
              for (llvm::StringRef word : model::annotations(*function))
                out.value(("asynctidy::" + word).str());
            });
          });
      });
    });
    out.flush();
    llvm::outs() << '\n';
  }

  std::string name_;
  bool json_;
};

/// "::a::B<int>" is "a::B" in models.
std::string asInModels(llvm::StringRef name) {
  name.consume_front("::");
  return (name.contains("operator") ? name : name.split('<').first).str();
}

} // namespace

llvm::Expected<int> showModel(const ModelsRequest &request) {
  if (request.names.empty() || request.names.size() > 2)
    return usageError("'asynctidy models show' wants a name, and perhaps a file that uses it");
  const bool hasFile = request.names.size() == 2;
  if (!hasFile && (request.project.flags || !request.project.buildPath.empty()))
    return usageError("-p and flags after '--' need the file that they are for");
  std::optional<Unit> unit;
  if (hasFile) {
    llvm::Expected<Unit> found = findUnit(request, {request.names[1]});
    if (!found)
      return found.takeError();
    unit = std::move(*found);
  }
  llvm::Expected<Setup> setup = setupFor(request, unit ? llvm::StringRef(unit->file) : "");
  if (!setup)
    return setup.takeError();
  std::vector<model::LoadError> mistakes;
  const model::Ledger ledger(setup->models, mistakes);
  const bool isIncomplete = reportMistakes(mistakes);
  const int done = isIncomplete ? exitUsage : exitClean;

  const std::string name = asInModels(request.names.front());
  if (!unit && showLibrary(name, ledger, request.json))
    return done;
  const std::vector<const model::Statement *> statements = ledger.about(name);
  Shown shown(name, request.json);
  bool isKnown = !statements.empty();
  if (!unit && isKnown)
    shown.write(statements, {}, nullptr);
  if (unit) {
    std::vector<model::LoadError> reported;
    const std::shared_ptr<const model::Store> store = model::Store::load(setup->models, reported);
    auto failure =
        parse(*unit, setup->options, request.resourceDirectory, [&](clang::ASTContext &context) {
          const model::Knowledge knowledge(context, store);
          const InCode code{conclusionsAbout(name, context, knowledge, ledger),
                            functionsCalled(name, context)};
          isKnown |= !code.empty();
          if (isKnown)
            shown.write(statements, code, &context);
        });
    if (failure) {
      reportFailures({std::move(*failure)});
      return exitIncomplete;
    }
  }
  if (!isKnown)
    return unknownName(request.names.front(), ledger, hasFile);
  return done;
}

} // namespace asynctidy::driver
