# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The findings in the programs of this folder are those of their labels.tsv, and no others."""

import csv
import functools
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = sorted(path for path in HERE.iterdir() if path.is_dir() and list(path.glob("*.cpp")))
TRAP = re.compile(r"// Trap: \S")
WARNING = re.compile(r"^(/.*?):(\d+):(\d+): warning: .* \[(async-[\w-]+)\]$")


def rows(folder):
    """The rows of labels.tsv; none in a folder without one."""
    table = folder / "labels.tsv"
    if not table.exists():
        return []
    with table.open(newline="") as lines:
        found = list(csv.DictReader(lines, delimiter="\t"))
    for row in found:
        assert row["verdict"] in ("true", "false", "missed") and row["why"], row
    return found


def labels(folder):
    """(file, line, check) of every label of an alarm."""
    return sorted({(row["file"], int(row["line"]), row["check"])
                   for row in rows(folder) if row["verdict"] != "missed"})


def traps(folder):
    """(file, line) of every comment that says "Trap:"."""
    return sorted((path.name, number)
                  for path in [*folder.glob("*.cpp"), *folder.glob("*.h")]
                  for number, line in enumerate(path.read_text().splitlines(), 1)
                  if TRAP.search(line))


@functools.cache
def from_driver(folder):
    """(file, line, column, check) of each finding of the asynctidy command."""
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch) / "report.json"
        run = subprocess.run(
            [os.environ["ASYNCTIDY"], "check", "-p", os.environ["ASYNCTIDY_BUILD"],
             "--format", "json", "--output", report, folder],
            capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stdout + run.stderr
        findings = json.loads(report.read_text())["findings"]
    found = set()
    for finding in findings:
        place = finding["location"] if "location" in finding else finding
        path = pathlib.Path(place["file"])
        line, column = place["range"]["start"]["line"], place["range"]["start"]["column"]
        found.add((path.name, line, column, finding["check"]))
    return sorted(found)


def from_plugin(folder):
    """The same of clang-tidy with the plugin."""
    run = subprocess.run(
        [os.environ["CLANG_TIDY"], "-load", os.environ["ASYNCTIDY_PLUGIN"],
         "-checks=-*,async-*", "-header-filter=.*", "--quiet", "-p", os.environ["ASYNCTIDY_BUILD"],
         *sorted(folder.glob("*.cpp"))],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    matches = (WARNING.match(line) for line in run.stdout.splitlines())
    return sorted({(pathlib.Path(m[1]).name, int(m[2]), int(m[3]), m[4]) for m in matches if m})


class Labels(unittest.TestCase):
    maxDiff = None

    def test_every_program_has_exactly_its_labelled_findings(self):
        for folder in PROGRAMS:
            with self.subTest(program=folder.name):
                found = sorted({(file, line, check)
                                for file, line, _, check in from_driver(folder)})
                self.assertEqual(found, labels(folder))

    def test_the_plugin_finds_what_the_driver_finds(self):
        for folder in PROGRAMS:
            with self.subTest(program=folder.name):
                self.assertEqual(from_plugin(folder), from_driver(folder))

    def test_every_trap_has_a_label(self):
        for folder in PROGRAMS:
            with self.subTest(program=folder.name):
                labelled = {(row["file"], int(row["trap"])) for row in rows(folder)
                            if row.get("trap")}
                self.assertEqual(sorted(labelled), traps(folder))
        self.assertGreater(sum(len(traps(folder)) for folder in PROGRAMS), 20)

    def test_something_is_labelled(self):
        self.assertGreater(sum(len(labels(folder)) for folder in PROGRAMS), 20)


if __name__ == "__main__":
    unittest.main()
