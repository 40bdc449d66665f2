// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Dump.h"

#include "harness/Catalog.h"
#include "harness/FixtureRun.h"

#include <llvm/Support/JSON.h>

namespace asynctidy::test {

void dumpFindings(llvm::raw_ostream &out, unsigned shard, unsigned shards) {
  llvm::json::OStream json(out, 1);
  json.arrayBegin();
  std::vector<Entry> all = fixtures();
  for (unsigned i = shard; i < all.size(); i += shards) {
    const Entry &entry = all[i];
    Fixture fixture = parseFixture(entry.path, readFile(entry.path));
    Setup setup = setupOf(fixture);
    json.object([&] {
      json.attribute("file", entry.path);
      json.attribute("checks", setup.checks);
      json.attributeObject("options", [&] {
        for (const auto &[key, value] : setup.options)
          json.attribute(key, value);
      });
      json.attributeArray("flags", [&] {
        for (const std::vector<std::string> &flags : {commonFlags(), setup.flags})
          for (const std::string &flag : flags)
            json.value(flag);
      });
      json.attributeArray("findings", [&] {
        for (const Finding &finding : findings(entry.path, fixture.source.text(), setup))
          json.object([&] {
            json.attribute("file", finding.file);
            json.attribute("line", finding.line);
            json.attribute("column", finding.column);
            json.attribute("check", finding.check);
            json.attribute("message", finding.message);
            json.attributeArray("notes", [&] {
              for (const std::string &note : finding.notes)
                json.value(note);
            });
          });
      });
    });
  }
  json.arrayEnd();
  out << "\n";
}

} // namespace asynctidy::test
