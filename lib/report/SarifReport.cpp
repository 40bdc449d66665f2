// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/SarifReport.h"

#include "report/Json.h"
#include "report/Paths.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

namespace json = llvm::json;

namespace asynctidy::report {
namespace {

constexpr llvm::StringLiteral schema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr llvm::StringLiteral rootId = "SRCROOT";

/// Only the default tier promises few false alarms.
llvm::StringRef levelOf(llvm::StringRef tier) { return tier == "default" ? "warning" : "note"; }
llvm::StringRef precisionOf(llvm::StringRef tier) {
  return tier == "default" ? "high" : tier == "strict" ? "medium" : "low";
}

class Writer {
public:
  Writer(const Report &report, SourceFiles &files, llvm::raw_ostream &stream)
      : report_(report), files_(files), out_(stream, /*IndentSize=*/2) {}

  void write() {
    out_.object([&] {
      out_.attribute("$schema", schema);
      out_.attribute("version", "2.1.0");
      out_.attributeArray("runs", [&] { out_.object([&] { writeRun(); }); });
    });
    out_.flush();
  }

private:
  void writeRun() {
    out_.attributeObject("tool", [&] {
      out_.attributeObject("driver", [&] {
        out_.attribute("name", "asynctidy");
        out_.attribute("version", report_.toolVersion);
        out_.attribute("semanticVersion", report_.toolVersion);
        out_.attributeArray("rules", [&] {
          for (const Rule &rule : report_.rules)
            write(rule);
        });
        out_.attributeObject("properties",
                             [&] { out_.attribute("clangVersion", report_.clangVersion); });
      });
    });
    out_.attributeObject("automationDetails", [&] { out_.attribute("id", "asynctidy/"); });
    out_.attribute("columnKind", "unicodeCodePoints");
    out_.attributeObject("originalUriBaseIds", [&] {
      out_.attributeObject(rootId, [&] {
        llvm::StringRef root = report_.root;
        out_.attribute("uri", utf8(uriOf(root) + (root.ends_with("/") ? "" : "/")));
      });
    });
    out_.attributeArray("invocations", [&] { out_.object([&] { writeInvocation(); }); });
    out_.attributeArray("results", [&] {
      for (const Finding &finding : report_.findings)
        write(finding);
    });
  }

  void write(const Rule &rule) {
    out_.object([&] {
      out_.attribute("id", rule.check);
      writeText("shortDescription", rule.summary);
      out_.attributeObject("help", [&] {
        out_.attribute("text", utf8(rule.page.empty() ? rule.summary : rule.page));
        if (!rule.page.empty())
          out_.attribute("markdown", utf8(rule.page));
      });
      out_.attributeObject("defaultConfiguration", [&] {
        out_.attribute("enabled", rule.tier == "default");
        out_.attribute("level", levelOf(rule.tier));
      });
      out_.attributeObject("properties", [&] {
        out_.attribute("tier", rule.tier);
        out_.attribute("precision", precisionOf(rule.tier));
        out_.attributeArray("tags", [&] {
          out_.value("coroutines");
          if (!rule.topic.empty())
            out_.value(rule.topic);
        });
      });
    });
  }

  void writeInvocation() {
    out_.attribute("executionSuccessful", report_.failures.empty());
    out_.attributeArray("toolExecutionNotifications", [&] {
      for (const Failure &failure : report_.failures)
        out_.object([&] {
          out_.attribute("level", "error");
          writeText("message", relativeTo(report_.root, failure.unit) +
                                   " could not be parsed: " + failure.first.text);
          out_.attributeArray("locations", [&] {
            Range place = failure.first.place;
            if (place.file.empty())
              place.file = failure.unit;
            out_.object([&] { writePhysicalLocation(place); });
          });
        });
    });
  }

  void write(const Finding &finding) {
    const Rule *rule = report_.rule(finding.check);
    out_.object([&] {
      out_.attribute("ruleId", finding.check);
      if (rule)
        out_.attribute("ruleIndex", rule - report_.rules.data());
      out_.attribute("level", finding.severity == Severity::Error
                                  ? "error"
                                  : levelOf(rule ? rule->tier : "default"));
      writeText("message", finding.message.text);
      out_.attributeArray(
          "locations", [&] { out_.object([&] { writePhysicalLocation(finding.message.place); }); });
      out_.attributeObject("partialFingerprints",
                           [&] { out_.attribute("asynctidy/v1", finding.fingerprint); });
      if (!finding.notes.empty())
        out_.attributeArray("relatedLocations", [&] {
          for (const auto &[index, note] : llvm::enumerate(finding.notes))
            out_.object([&, index = index, &note = note] {
              out_.attribute("id", index);
              writeText("message", note.text);
              if (!note.place.file.empty())
                writePhysicalLocation(note.place);
            });
        });
      // A fix that was applied is no proposal any more.
      if (std::vector<Fix> fixes = fixesOf(finding); !fixes.empty() && !finding.fixed)
        out_.attributeArray("fixes", [&] {
          for (const Fix &fix : fixes)
            out_.object([&] { write(fix); });
        });
    });
  }

  /// SARIF groups the replacements of a fix by file.
  void write(const Fix &fix) {
    writeText("description", fix.description);
    out_.attributeArray("artifactChanges", [&] {
      llvm::ArrayRef<Replacement> rest = fix.replacements;
      while (!rest.empty()) {
        llvm::StringRef file = rest.front().range.file;
        auto sameFile = rest.take_while([&](const auto &each) { return each.range.file == file; });
        rest = rest.drop_front(sameFile.size());
        out_.object([&] {
          writeArtifact(file);
          out_.attributeArray("replacements", [&] {
            for (const Replacement &replacement : sameFile)
              out_.object([&] {
                writeRegion("deletedRegion", replacement.range);
                out_.attributeObject("insertedContent",
                                     [&] { out_.attribute("text", utf8(replacement.text)); });
              });
          });
        });
      }
    });
  }

  void writePhysicalLocation(const Range &range) {
    out_.attributeObject("physicalLocation", [&] {
      writeArtifact(range.file);
      if (range.begin.line != 0)
        writeRegion("region", range);
    });
  }

  void writeArtifact(llvm::StringRef file) {
    std::string name = relativeTo(report_.root, file);
    out_.attributeObject("artifactLocation", [&] {
      out_.attribute("uri", utf8(uriOf(name)));
      if (!llvm::sys::path::is_absolute(name))
        out_.attribute("uriBaseId", rootId);
    });
  }

  void writeRegion(llvm::StringRef key, const Range &range) {
    out_.attributeObject(key, [&] {
      if (range.begin.line != 0 && range.end.line != 0) {
        out_.attribute("startLine", range.begin.line);
        out_.attribute("startColumn", files_.codePointColumn(range.file, range.begin));
        out_.attribute("endLine", range.end.line);
        out_.attribute("endColumn", files_.codePointColumn(range.file, range.end));
      }
      out_.attribute("byteOffset", range.offset);
      out_.attribute("byteLength", range.length);
    });
  }

  void writeText(llvm::StringRef key, llvm::StringRef text) {
    out_.attributeObject(key, [&] { out_.attribute("text", utf8(text)); });
  }

  const Report &report_;
  SourceFiles &files_;
  json::OStream out_;
};

} // namespace

void writeSarif(const Report &report, SourceFiles &files, llvm::raw_ostream &stream) {
  Writer(report, files, stream).write();
  stream << '\n';
}

} // namespace asynctidy::report
