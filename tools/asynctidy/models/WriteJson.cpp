// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/Advice.h"
#include "asynctidy/models/Places.h"
#include "asynctidy/models/Writing.h"
#include "report/Json.h"

namespace asynctidy::driver {
namespace {

class Writer {
public:
  Writer(const clang::ASTContext &context, llvm::json::OStream &out)
      : context_(context), out_(out) {}

  void write(const Conclusion &conclusion) {
    out_.object([&] {
      out_.attribute("name", conclusion.name);
      out_.attribute("subject", conclusion.subject);
      writePlace(placeOf(conclusion.definition->getLocation(), context_));
      out_.attribute("coroutine", conclusion.coroutine.has_value());
      if (const clang::CXXRecordDecl *base = conclusion.explanation.base)
        out_.attribute("base", model::qualifiedName(*base));
      out_.attributeArray("properties", [&] {
        for (const model::Property &property : conclusion.explanation.properties)
          write(property);
        if (const auto &coroutine = conclusion.coroutine)
          write(*coroutine);
      });
      out_.attributeObject("advice", [&] { write(adviceOn(conclusion)); });
    });
  }

private:
  void write(const model::Property &property) {
    out_.object([&] {
      out_.attribute("name", property.name);
      out_.attribute("value", property.value);
      if (!property.attribute.empty()) {
        out_.attribute("source", "attribute");
        out_.attribute("attribute", ("asynctidy::" + property.attribute).str());
      } else if (const model::Statement *statement = property.statement) {
        out_.attribute("source", statement->model->isShipped ? "shipped model" : "model");
        out_.attribute("model", report::utf8(statement->model->origin));
        out_.attribute("pointer", statement->pointer);
        out_.attribute("why", statement->why);
      } else {
        writeReason(property.because);
      }
    });
  }

  void write(const coro::CoroutineType &coroutine) {
    auto flag = [&](llvm::StringRef name, bool value, const coro::Reason &because) {
      out_.object([&] {
        out_.attribute("name", name);
        out_.attribute("value", value);
        writeReason(because);
      });
    };
    flag("generator", coroutine.generator, coroutine.because.generator);
    flag("async-generator", coroutine.asyncGenerator, coroutine.because.asyncGenerator);
    flag("synchronous", coroutine.synchronous, coroutine.because.synchronous);
  }

  void write(const Advice &advice) {
    out_.attributeArray("missing", [&] {
      for (llvm::StringRef property : advice.missing)
        out_.value(property);
    });
    out_.attributeArray("entries", [&] {
      for (const llvm::json::Object &entry : advice.entries)
        out_.value(llvm::json::Object(entry));
    });
    out_.attributeObject("choices", [&] {
      for (const auto &[property, words] : advice.choices)
        out_.attribute(property, llvm::json::Array(words));
    });
    out_.attributeArray("attributes", [&] {
      for (llvm::StringRef word : advice.attributes)
        out_.value(("asynctidy::" + word).str());
    });
  }

  void writeReason(const coro::Reason &reason) {
    out_.attribute("source", "structure");
    out_.attribute("because", report::utf8(reason.str()));
    writePlace(placeOf(reason.place, context_));
  }

  void writePlace(const Place &place) {
    if (place.file.empty())
      return;
    out_.attribute("file", report::utf8(place.file));
    out_.attribute("line", place.line);
    out_.attribute("column", place.column);
    if (!place.code.empty())
      out_.attribute("code", report::utf8(place.code));
  }

  const clang::ASTContext &context_;
  llvm::json::OStream &out_;
};

} // namespace

void writeJson(const Conclusion &conclusion, const clang::ASTContext &context,
               llvm::json::OStream &out) {
  Writer(context, out).write(conclusion);
}

} // namespace asynctidy::driver
