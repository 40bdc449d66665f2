// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Statements.h"

#include "asynctidy/models/Writing.h"
#include "report/Json.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace asynctidy::driver {
namespace {

/// The pointer to the entry that \p statement is a property of.
llvm::StringRef entryOf(const model::Statement &statement) {
  return llvm::StringRef(statement.pointer).rsplit('/').first;
}

bool isOneEntry(const model::Statement &one, const model::Statement &other) {
  return one.model == other.model && one.kind == other.kind && entryOf(one) == entryOf(other);
}

/// "role task, dropped detaches"
std::string summaryOf(llvm::ArrayRef<const model::Statement *> statements) {
  std::string text;
  for (const model::Statement *each : statements)
    if (!each->overriddenBy)
      text += (text.empty() ? "" : ", ") + each->property.str() + ' ' + inWords(each->value);
  return text;
}

/// Of a library: the names that its models state something of, in their order, each once.
std::vector<const model::Statement *> firstOfEachName(llvm::StringRef library,
                                                      const model::Ledger &ledger) {
  std::vector<const model::Statement *> result;
  llvm::StringMap<char> seen;
  for (const model::Statement &each : ledger.statements())
    if (each.model->document.library == library && seen.try_emplace(each.name).second)
      result.push_back(&each);
  return result;
}

void libraryText(llvm::ArrayRef<const model::Model *> models, const model::Ledger &ledger) {
  for (const model::Model *model : models) {
    llvm::outs() << model->document.library << " (" << model->origin << ")\n";
    if (!model->document.about.empty())
      llvm::outs() << "  " << model->document.about << '\n';
    if (!model->document.namespaces.empty())
      llvm::outs() << "  namespaces: " << llvm::join(model->document.namespaces, ", ") << '\n';
    for (const model::Replacement &each : model->document.replacements)
      llvm::outs() << "  instead of "
                   << (each.category ? model::spelling(*each.category) : "other blocking") << ": "
                   << each.use << '\n';
  }
  const auto names = firstOfEachName(models.front()->document.library, ledger);
  size_t width = 0;
  for (const model::Statement *each : names)
    width = std::max(width, each->name.size());
  for (const model::Statement *each : names)
    llvm::outs() << "  " << llvm::left_justify(each->name, width) << "  "
                 << summaryOf(ledger.about(each->name)) << '\n';
}

void libraryJson(llvm::ArrayRef<const model::Model *> models, const model::Ledger &ledger) {
  llvm::json::OStream out(llvm::outs(), /*IndentSize=*/2);
  out.object([&] {
    out.attribute("schemaVersion", 1);
    out.attribute("library", models.front()->document.library);
    out.attributeArray("models", [&] {
      for (const model::Model *model : models)
        out.object([&] {
          out.attribute("file", report::utf8(model->origin));
          out.attribute("about", model->document.about);
          out.attribute("namespaces", llvm::json::Array(model->document.namespaces));
          out.attributeArray("replacements", [&] {
            for (const model::Replacement &each : model->document.replacements)
              out.object([&] {
                out.attribute("for", each.category ? model::spelling(*each.category) : "any");
                out.attribute("use", each.use);
              });
          });
        });
    });
    out.attributeArray("names", [&] {
      for (const model::Statement *each : firstOfEachName(models.front()->document.library, ledger))
        out.object([&] {
          out.attribute("name", each->name);
          out.attributeArray("statements", [&] { writeStatements(ledger.about(each->name), out); });
        });
    });
  });
  out.flush();
  llvm::outs() << '\n';
}

} // namespace

llvm::StringRef noun(model::Kind kind) {
  switch (kind) {
  case model::Kind::Type:
    return "type";
  case model::Kind::Function:
    return "function";
  case model::Kind::CFunction:
    return "C function";
  }
  llvm_unreachable("all kinds are listed");
}

void writeStatements(llvm::StringRef name, llvm::ArrayRef<const model::Statement *> statements,
                     llvm::raw_ostream &stream) {
  const model::Statement *last = nullptr;
  auto close = [&] {
    if (last && !last->proof.empty())
      stream << "  " << llvm::left_justify("proof", 12) << ' ' << last->proof << '\n';
  };
  // The strongest entry first, its properties in the order of the format.
  std::vector<std::vector<const model::Statement *>> entries;
  for (const model::Statement *each : statements)
    if (entries.empty() || !isOneEntry(*entries.back().front(), *each))
      entries.push_back({each});
    else
      entries.back().push_back(each);
  for (const auto &entry : llvm::reverse(entries)) {
    close();
    last = entry.front();
    stream << last->model->origin << ": " << entryOf(*last) << ": " << name << ", "
           << noun(last->kind) << ": " << last->why << '\n';
    for (const model::Statement *each : entry) {
      stream << "  " << llvm::left_justify(each->property, 12) << ' ' << inWords(each->value);
      if (each->overriddenBy)
        stream << " (overridden by " << sourceOf(*each->overriddenBy) << ')';
      stream << '\n';
    }
  }
  close();
}

void writeStatements(llvm::ArrayRef<const model::Statement *> statements,
                     llvm::json::OStream &out) {
  for (const model::Statement *each : llvm::reverse(statements))
    out.object([&] {
      out.attribute("kind", noun(each->kind));
      out.attribute("property", each->property);
      out.attribute("value", each->value);
      out.attribute("why", each->why);
      if (!each->proof.empty())
        out.attribute("proof", each->proof);
      out.attribute("model", report::utf8(each->model->origin));
      out.attribute("shipped", each->model->isShipped);
      out.attribute("pointer", each->pointer);
      if (const model::Statement *later = each->overriddenBy)
        out.attributeObject("overriddenBy", [&] {
          out.attribute("model", report::utf8(later->model->origin));
          out.attribute("pointer", later->pointer);
        });
    });
}

bool showLibrary(llvm::StringRef name, const model::Ledger &ledger, bool json) {
  std::vector<const model::Model *> models;
  for (const model::Model &model : ledger.models())
    if (model.document.library == name)
      models.push_back(&model);
  if (models.empty())
    return false;
  json ? libraryJson(models, ledger) : libraryText(models, ledger);
  return true;
}

} // namespace asynctidy::driver
