# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The JSON and SARIF reports, and where they go."""

import json
import os
import unittest

import jsonschema

from support import BAD, GOOD, SOURCE_DIR, UNAWAITED, ProjectTest


def schema(path: str) -> "jsonschema.Draft202012Validator":
    document = json.loads((SOURCE_DIR / path).read_text())
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


class ReportTest(ProjectTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("sub/bad.cpp", BAD)
        self.write("broken.cpp", '#include "missing.h"\n')
        # A finding with notes.
        self.write("blocking.cpp", '#include "task.h"\n#include <unistd.h>\n'
                                   "void nap() { sleep(1); }\n"
                                   "Task<void> run() {\n  /* é */ nap();\n  co_return;\n}\n")
        self.database("sub/bad.cpp", "broken.cpp", "blocking.cpp")


class Json(ReportTest):
    validator = schema("lib/report/asynctidy-report.schema.json")

    def test_follows_its_schema(self) -> None:
        report = self.report(expect=3)
        self.validator.validate(report)
        self.assertEqual([finding["check"] for finding in report["findings"]],
                         ["async-blocking-call", UNAWAITED])
        self.assertEqual(report["units"], 3)
        self.assertEqual(report["root"], str(self.root))
        self.assertEqual(report["tool"]["version"], os.environ["ASYNCTIDY_VERSION"])
        blocking, unawaited = report["findings"]
        self.assertEqual(blocking["range"]["start"]["line"], 5)
        self.assertEqual(blocking["range"]["start"]["column"], 12)
        self.assertTrue(blocking["notes"])
        self.assertEqual(unawaited["file"], "sub/bad.cpp")
        self.assertEqual(report["failures"][0]["unit"], "broken.cpp")

    def test_schema_rejects_what_is_wrong(self) -> None:
        report = self.report(expect=3)
        for spoil in (lambda r: r.pop("tool"), lambda r: r["findings"][0].pop("fingerprint"),
                      lambda r: r["findings"][0].update(severity="bad"),
                      lambda r: r["findings"][0].update(extra=1),
                      lambda r: r["findings"][0]["range"]["start"].update(line=0)):
            copy = json.loads(json.dumps(report))
            spoil(copy)
            self.assertFalse(self.validator.is_valid(copy))

    def test_fixes_are_applicable(self) -> None:
        finding = self.report("sub/bad.cpp")["findings"][0]
        text = BAD.encode()
        for each in reversed(finding["fixes"][0]["replacements"]):
            end = each["offset"] + each["length"]
            text = text[:each["offset"]] + each["text"].encode() + text[end:]
        self.assertEqual(text.decode(), BAD.replace("  step();\n", "  co_await step();\n", 1))

    def test_nothing_found(self) -> None:
        self.write("good.cpp", GOOD)
        report = self.report("good.cpp", expect=0)
        self.validator.validate(report)
        self.assertEqual(report["findings"], [])

    def test_files_elsewhere_are_absolute(self) -> None:
        os.chdir("/")
        self.addCleanup(os.chdir, os.path.dirname(os.path.abspath(__file__)))
        root, self.root = self.root, self.root / "sub"
        report = self.report(str(root / "blocking.cpp"))
        self.assertEqual(report["findings"][0]["file"], str(root / "blocking.cpp"))

    def test_fingerprint_survives_edits_elsewhere(self) -> None:
        first = self.report("sub/bad.cpp")["findings"][0]
        self.write("sub/bad.cpp", "// A new line.\n\n" + BAD.replace("  step();", "    step();", 1))
        second = self.report("sub/bad.cpp")["findings"][0]
        self.assertNotEqual(first["range"], second["range"])
        self.assertEqual(first["fingerprint"], second["fingerprint"])


class Sarif(ReportTest):
    validator = schema("test/tools/asynctidy/sarif-subset.schema.json")

    def sarif(self, expect: int = 3) -> dict:
        document = json.loads(self.check("--format=sarif", expect=expect).stdout)
        errors = [f"{error.json_path}: {error.message}"
                  for error in self.validator.iter_errors(document)]
        self.assertEqual(errors, [])
        return document["runs"][0]

    def test_follows_the_standard(self) -> None:
        run = self.sarif()
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
        blocking, unawaited = run["results"]
        region = blocking["locations"][0]["physicalLocation"]["region"]
        self.assertEqual((region["startLine"], region["startColumn"]), (5, 11))
        self.assertTrue(blocking["relatedLocations"])
        self.assertEqual(unawaited["locations"][0]["physicalLocation"]["artifactLocation"],
                         {"uri": "sub/bad.cpp", "uriBaseId": "SRCROOT"})
        self.assertTrue(unawaited["fixes"])
        self.assertEqual(run["originalUriBaseIds"]["SRCROOT"]["uri"], f"file://{self.root}/")

    def test_failures_are_notifications(self) -> None:
        invocation = self.sarif()["invocations"][0]
        self.assertFalse(invocation["executionSuccessful"])
        self.assertIn("missing.h", invocation["toolExecutionNotifications"][0]["message"]["text"])

    def test_fingerprints_are_those_of_the_json_report(self) -> None:
        ours = [finding["fingerprint"] for finding in self.report(expect=3)["findings"]]
        theirs = [result["partialFingerprints"]["asynctidy/v1"]
                  for result in self.sarif()["results"]]
        self.assertEqual(theirs, ours)

    def test_help_is_the_page_of_the_check(self) -> None:
        for rule in self.sarif()["tool"]["driver"]["rules"]:
            page = self.asynctidy("explain", rule["id"], expect=0).stdout
            self.assertEqual(rule["help"].get("markdown", page), page)


class Output(ReportTest):
    def test_report_to_a_file_and_a_summary_to_the_terminal(self) -> None:
        for form in ("text", "json", "sarif"):
            with self.subTest(form):
                expected = self.check(f"--format={form}", "sub", expect=1).stdout
                done = self.check(f"--format={form}", "--output=report", "sub", expect=1)
                self.assertEqual((self.root / "report").read_text(), expected)
                self.assertEqual(done.stdout, "asynctidy: 1 finding in 1 file; looked at 1 "
                                              "translation unit\n")
                self.assertEqual(done.stderr, "")

    def test_replaces_what_was_there(self) -> None:
        self.write("report", "old " * 100000)
        self.check("--format=json", "-o", "report", "sub", expect=1)
        json.loads((self.root / "report").read_text())
        self.assertEqual([name for name in self.files() if "tmp" in name], [])

    def test_device(self) -> None:
        self.check("-o", "/dev/null", "sub", expect=1)


if __name__ == "__main__":
    unittest.main()
