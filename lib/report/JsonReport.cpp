// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/JsonReport.h"

#include "report/Json.h"
#include "report/Paths.h"

namespace json = llvm::json;

namespace asynctidy::report {
namespace {

/// Raised when a reader of the old format could misread the new one.
constexpr int schemaVersion = 1;

class Writer {
public:
  Writer(const Report &report, llvm::raw_ostream &stream)
      : report_(report), out_(stream, /*IndentSize=*/2) {}

  void write() {
    out_.object([&] {
      out_.attribute("schemaVersion", schemaVersion);
      out_.attributeObject("tool", [&] {
        out_.attribute("name", "asynctidy");
        out_.attribute("version", report_.toolVersion);
        out_.attribute("clangVersion", report_.clangVersion);
      });
      out_.attribute("root", utf8(report_.root));
      out_.attribute("units", report_.units);
      out_.attributeArray("findings", [&] {
        for (const Finding &finding : report_.findings)
          write(finding);
      });
      out_.attributeArray("failures", [&] {
        for (const Failure &failure : report_.failures)
          write(failure);
      });
    });
    out_.flush();
  }

private:
  void write(const Finding &finding) {
    const Rule *rule = report_.rule(finding.check);
    out_.object([&] {
      out_.attribute("check", finding.check);
      out_.attribute("severity", finding.severity == Severity::Error ? "error" : "warning");
      out_.attribute("tier", rule ? rule->tier : "default");
      writeMembers(finding.message);
      out_.attribute("fingerprint", finding.fingerprint);
      out_.attribute("fixed", finding.fixed);
      out_.attributeArray("notes", [&] {
        for (const Message &note : finding.notes)
          out_.object([&] { writeMembers(note); });
      });
      out_.attributeArray("fixes", [&] {
        for (const Fix &fix : fixesOf(finding))
          write(fix);
      });
    });
  }

  void write(const Failure &failure) {
    out_.object([&] {
      out_.attribute("unit", name(failure.unit));
      out_.attribute("errors", failure.errors);
      out_.attributeObject("first", [&] { writeMembers(failure.first); });
    });
  }

  void write(const Fix &fix) {
    out_.object([&] {
      out_.attribute("description", utf8(fix.description));
      out_.attributeArray("replacements", [&] {
        for (const Replacement &replacement : fix.replacements)
          out_.object([&] {
            out_.attribute("file", name(replacement.range.file));
            out_.attribute("offset", replacement.range.offset);
            out_.attribute("length", replacement.range.length);
            out_.attribute("text", utf8(replacement.text));
            writeRange(replacement.range);
          });
      });
    });
  }

  void writeMembers(const Message &message) {
    out_.attribute("message", utf8(message.text));
    if (message.place.file.empty())
      return;
    out_.attribute("file", name(message.place.file));
    writeRange(message.place);
  }

  void writeRange(const Range &range) {
    // A file that can no longer be read has offsets, but no lines.
    if (range.begin.line == 0 || range.end.line == 0)
      return;
    out_.attributeObject("range", [&] {
      writePosition("start", range.begin, range.offset);
      writePosition("end", range.end, range.offset + range.length);
    });
  }

  void writePosition(llvm::StringRef key, Position position, unsigned offset) {
    out_.attributeObject(key, [&] {
      out_.attribute("line", position.line);
      out_.attribute("column", position.column);
      out_.attribute("offset", offset);
    });
  }

  json::Value name(llvm::StringRef file) const { return utf8(relativeTo(report_.root, file)); }

  const Report &report_;
  json::OStream out_;
};

} // namespace

void writeJson(const Report &report, llvm::raw_ostream &stream) {
  Writer(report, stream).write();
  stream << '\n';
}

} // namespace asynctidy::report
