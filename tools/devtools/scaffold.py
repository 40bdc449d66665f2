# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev new-check: the files of a new check, as a small example that works and is to be edited."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from string import Template

from . import checks, formatting
from .console import UsageError, say
from .paths import ROOT

TEMPLATES = Path(__file__).with_name("templates")


def files(topic: str, name: str) -> "dict[str, str]":
    """The path of every file of a check, and its template."""
    return {
        f"checks/{topic}/{name}.cpp": "check.cpp.in",
        f"checks/{topic}/{name}.md": "page.md.in",
        f"test/checks/{topic}/{name}/flagged.cpp": "flagged.cpp.in",
        f"test/checks/{topic}/{name}/clean.cpp": "clean.cpp.in",
    }


def validate(topic: str, name: str, summary: str, root: Path) -> None:
    if topic not in checks.TOPICS:
        raise UsageError(f"'{topic}' is no topic; topics are {', '.join(checks.TOPICS)}")
    problem = checks.problem_with_name(name) or checks.problem_with_summary(summary)
    if problem:
        raise UsageError(problem)
    taken = list((root / "checks").glob(f"*/{name}.*"))
    if taken:
        raise UsageError(f"there is a check of this name: {taken[0].relative_to(root)}")


def write(topic: str, name: str, summary: str, root: Path = ROOT) -> "list[Path]":
    """Writes the files and returns their paths."""
    validate(topic, name, summary, root)
    words = {"name": name, "summary": summary,
             "class_name": "".join(word.capitalize() for word in name.split("-"))}
    written = []
    for target, template in files(topic, name).items():
        path = root / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template((TEMPLATES / template).read_text()).substitute(words))
        written.append(path)
    if shutil.which(formatting.CLANG_FORMAT):
        subprocess.run([formatting.CLANG_FORMAT, "-i", written[0]], check=True)
    return written


def run(topic: str, name: str, summary: str) -> int:
    for path in write(topic, name, summary):
        print(path.relative_to(ROOT))
    say(f"now edit them; until then one test fails: tools/dev test -- -R {topic}.{name}")
    return 0
