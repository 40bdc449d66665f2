# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev corpus: the alarms of the checks on real code, and what a change does to them.

Both revisions look at the same files in the same compile databases, so that what differs is the
checks' doing: code that changed with them, like test/apps, is taken as it is now.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Sequence

from . import building, markers, process, revision
from .console import Failure, UsageError, say, steps_only_on_a_terminal
from .paths import ROOT, build_dir, driver

APPS = "test/apps"
# The default checks, whatever .clang-tidy files lie beside the code.
CONFIGURATION = "{Checks: 'async-*'}"


@dataclass(frozen=True)
class Database:
    """Files with their compile commands: those below `paths`, or all when there are none."""

    name: str
    folder: Path
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, order=True)
class Alarm:
    """What is reported where. The wording does not count: a better one is no other alarm."""

    database: str
    check: str
    file: str
    line: int
    column: int


@dataclass
class Result:
    """What one revision reports, and how many files it could not parse."""

    alarms: "Counter[Alarm]"
    unparsed: int = 0


def databases(given: Sequence[Path]) -> list[Database]:
    """Our example programs and the databases given, each as its folder or its file."""
    found = [Database(APPS, build_dir(), (ROOT / APPS,))]
    for path in given:
        file = path / "compile_commands.json" if path.is_dir() else path
        if file.name != "compile_commands.json" or not file.is_file():
            raise UsageError(f"{path}: there is no compile database; give a folder with "
                             "compile_commands.json, or that file")
        if file.parent.resolve() not in {database.folder.resolve() for database in found[1:]}:
            found.append(Database(str(path), file.parent))
    return found


def alarms_in(report: str, database: str) -> "Counter[Alarm]":
    """Those of a report of `asynctidy check --format json`."""
    return Counter(Alarm(database, finding["check"], finding["file"],
                         finding["range"]["start"]["line"], finding["range"]["start"]["column"])
                   for finding in json.loads(report)["findings"])


def check(program: Path, database: Database) -> Result:
    """Runs a driver over a database. Its progress is shown on a terminal."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        shown = sys.stderr.isatty()
        done = subprocess.run([program, "check", "-p", database.folder, "--config", CONFIGURATION,
                               "--format", "json", "--output", report,
                               *([] if shown else ["--quiet"]), *database.paths],
                              text=True, errors="replace", stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=None if shown else subprocess.PIPE,
                              check=False)
        if done.returncode not in (0, 1, 3) or not report.exists():
            raise Failure(f"{done.stderr or ''}{program} failed on {database.name} "
                          f"with exit code {done.returncode}", 2)
        text = report.read_text(encoding="utf-8")
    return Result(alarms_in(text, database.name), json.loads(text)["failures"])


def check_all(program: Path, chosen: Iterable[Database]) -> Result:
    total = Result(Counter())
    for database in chosen:
        result = check(program, database)
        total.alarms.update(result.alarms)
        total.unparsed += result.unparsed
    return total


def rows(alarms: "Iterable[Counter[Alarm]]", chosen: Iterable[Database]) -> list[list[str]]:
    """One per database and check, with the number of each kind of alarms; the sums last."""
    kinds = list(alarms)
    pairs = {(alarm.database, alarm.check) for kind in kinds for alarm in kind}

    def number(kind: "Counter[Alarm]", database: str, check: str) -> int:
        return sum(count for alarm, count in kind.items()
                   if (alarm.database, alarm.check) == (database, check))

    lines = [[f"`{database.name}`", check, *[str(number(kind, database.name, check))
                                            for kind in kinds]]
             for database in chosen
             for check in sorted(check for name, check in pairs if name == database.name)]
    return [*lines, ["all", "", *[str(sum(kind.values())) for kind in kinds]]]


def table(now: Result, chosen: Sequence[Database]) -> str:
    """How many alarms there are per check."""
    return markers.table(["database", "check", "alarms"], rows([now.alarms], chosen))


def comparison(before: Result, now: Result, chosen: Sequence[Database]) -> str:
    """How many alarms were added and removed per check, and which."""
    added, removed = now.alarms - before.alarms, before.alarms - now.alarms
    text = markers.table(["database", "check", "added", "removed", "alarms"],
                         rows([added, removed, now.alarms], chosen))
    changed = sorted([(alarm, "added") for alarm in added.elements()] +
                     [(alarm, "removed") for alarm in removed.elements()])
    if changed:
        text += "\n" + markers.table(["", "check", "place"],
                                     [[what, alarm.check,
                                       f"`{alarm.file}:{alarm.line}:{alarm.column}`"]
                                      for alarm, what in changed])
    return text


def run(base: "str | None", given: Sequence[Path]) -> int:
    """Exit codes: those of `diff`, and 3 when some files could not be parsed."""
    steps_only_on_a_terminal()
    chosen = databases(given)
    commit = revision.commit(base) if base else ""
    building.build(["asynctidy"])
    before = check_all(revision.driver(commit), chosen) if base else None
    now = check_all(driver(), chosen)
    print(comparison(before, now, chosen) if before else table(now, chosen), end="")
    unparsed = max(now.unparsed, before.unparsed if before else 0)
    if unparsed:
        say(f"{unparsed} {'file' if unparsed == 1 else 'files'} could not be parsed; "
            "their alarms are missing")
        return 3
    return 1 if before and before.alarms != now.alarms else 0
