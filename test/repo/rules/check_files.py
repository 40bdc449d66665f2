# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A check is its code, its page and its fixtures, all under one name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from devtools.checks import TOPICS, problem_with_name, problem_with_summary

from . import tree

REGISTRATION = re.compile(r"\bRegister<\w+>\s+\w+\{\{(.*?)\}\};", re.DOTALL)
EXPECTATION = re.compile(r"//\s*expect:\s*async-([a-z0-9-]+)")


def field(registration: str, name: str) -> "str | None":
    """The string that a registration gives to a field; adjacent literals are one."""
    found = re.search(rf'\.{name}\s*=\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', registration)
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found[1])) if found else None


def places(root: Path) -> Iterator[str]:
    """Code and page lie side by side, in a folder that is a topic, under a name like any other."""
    for path in tree.files(root / "checks"):
        where = path.relative_to(root)
        if path.name == "CMakeLists.txt":
            continue
        if len(where.parts) != 3 or where.parts[1] not in TOPICS:
            yield f"{where}: not checks/<topic>/<name>, with a topic of {', '.join(TOPICS)}"
        elif path.suffix not in (".cpp", ".md"):
            yield f"{where}: neither code nor page of a check"
        elif problem_with_name(path.stem):
            yield f"{where}: {problem_with_name(path.stem)}"
        elif not path.with_suffix(".md" if path.suffix == ".cpp" else ".cpp").exists():
            yield f"{where}: has no {'page' if path.suffix == '.cpp' else 'code'} beside it"
    stems = [path.stem for path in tree.checks(root)]
    for stem in sorted({stem for stem in stems if stems.count(stem) > 1}):
        yield f"checks: two checks are called {stem}"


def registrations(root: Path) -> Iterator[str]:
    """One registration a file, named as the file; its summary is one sentence without full stop."""
    for path in tree.checks(root):
        where = path.relative_to(root)
        found = REGISTRATION.findall(path.read_text())
        if len(found) != 1:
            yield f"{where}: {len(found)} registrations; there must be one"
            continue
        if field(found[0], "name") != path.stem:
            yield f"{where}: registered as {field(found[0], 'name')}"
        problem = problem_with_summary(field(found[0], "summary") or "")
        if problem:
            yield f"{where}: {problem}"


def fixtures(root: Path) -> Iterator[str]:
    """Every check has a fixture that it flags and one that it leaves alone; no folder is left over."""
    folders = {path.parent for path in tree.files(root / "test" / "checks", ".cpp")
               if path.relative_to(root).parts[2] in TOPICS}
    expected = set()
    for path in tree.checks(root):
        folder = root / "test" / "checks" / path.parent.name / path.stem
        expected.add(folder)
        texts = [each.read_text() for each in tree.files(folder, ".cpp")]
        where = folder.relative_to(root)
        flagged = [path.stem in EXPECTATION.findall(text) for text in texts]
        if True not in flagged:
            yield f"{where}: no fixture expects async-{path.stem}"
        if False not in flagged:
            yield f"{where}: no fixture is without expectation"
    for folder in sorted(folders):
        if folder not in expected and not any(each in folder.parents for each in expected):
            yield f"{folder.relative_to(root)}: there is no such check"
