# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The plugin in clang-tidy finds in all fixtures what the library in the test process finds."""

import collections
import concurrent.futures
import json
import os
import re
import subprocess
import tempfile
import unittest

import setting

DIAGNOSTIC = re.compile(
    r"^(?:(?P<file>/.+?):(?P<line>\d+):(?P<column>\d+): )?"
    r"(?P<level>warning|error|note): (?P<message>.*?)(?: \[(?P<check>[\w.,-]+)\])?$")
FILES_PER_PROCESS = 20
PROCESSES = os.cpu_count() or 1


def in_process(shard):
    """Every PROCESSES-th fixture, with its settings and what the library finds in it."""
    environment = dict(os.environ, GTEST_SHARD_INDEX=str(shard), GTEST_TOTAL_SHARDS=str(PROCESSES))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "findings.json")
        subprocess.run([setting.FIXTURE_TESTS, f"--dump={path}"], env=environment, check=True)
        with open(path, encoding="utf-8") as file:
            return json.load(file)


def batches(fixtures):
    """Lists of fixtures that one clang-tidy process can check."""
    groups = collections.defaultdict(list)
    for fixture in fixtures:
        settings = {key: fixture[key] for key in ("checks", "options", "flags")}
        groups[json.dumps(settings, sort_keys=True)].append(fixture)
    for group in groups.values():
        for start in range(0, len(group), FILES_PER_PROCESS):
            yield group[start:start + FILES_PER_PROCESS]


def parse(output):
    findings = []
    for line in output.splitlines():
        found = DIAGNOSTIC.match(line)
        if not found:
            continue
        if found["level"] == "note":
            findings[-1]["notes"].append(found["message"])
        else:
            findings.append({
                "file": found["file"] or "", "line": int(found["line"] or 0),
                "column": int(found["column"] or 0), "check": found["check"],
                "message": found["message"], "notes": []})
    return findings


def through_plugin(batch):
    first = batch[0]
    config = json.dumps({"CheckOptions": first["options"]})
    command = [setting.CLANG_TIDY, f"--load={setting.PLUGIN}", "--quiet",
               f"--checks={first['checks']}", f"--config={config}"]
    done = subprocess.run(
        command + [each["file"] for each in batch] + ["--"] + first["flags"],
        capture_output=True, text=True, check=False)
    return parse(done.stdout)


def as_lines(findings):
    return sorted("{file}:{line}:{column}: {message} [{check}] {notes}".format(**each)
                  for each in findings)


class SameFindings(unittest.TestCase):
    maxDiff = None

    def test_plugin_and_library_agree(self):
        with concurrent.futures.ThreadPoolExecutor(PROCESSES) as pool:
            fixtures = sum(pool.map(in_process, range(PROCESSES)), [])
            found = sum(pool.map(through_plugin, batches(fixtures)), [])
        expected = sum((each["findings"] for each in fixtures), [])
        self.assertTrue(expected, "the library finds nothing in any fixture")
        self.assertEqual(as_lines(found), as_lines(expected))


if __name__ == "__main__":
    unittest.main()
