# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is compared with what."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Callable, Sequence

from .measure import Subject

# A check without matchers: what clang-tidy costs by itself.
NO_CHECK = "llvm-header-guard"


def compile_command(build: Path, source: Path) -> "list[str]":
    """How the build compiles a file, without a launcher and without output."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        if Path(entry["directory"], entry["file"]) == source:
            words = entry.get("arguments") or shlex.split(entry["command"])
            if Path(words[0]).name in ("ccache", "sccache"):
                words = words[1:]
            at = words.index("-o")
            return [word for word in words[:at] + words[at + 2:] if word != "-c"]
    raise RuntimeError(f"{build}: does not compile {source}")


def one_file(build: Path, source: Path) -> "list[Subject]":
    """The compiler first, then clang-tidy without and with the plugin, then the driver."""
    tidy = ["clang-tidy-19", "--quiet", "-p", build]
    return [
        Subject("`clang++-19 -fsyntax-only`", [*compile_command(build, source), "-fsyntax-only"]),
        Subject("`clang-tidy-19`, a check that does nothing",
                [*tidy, f"--checks=-*,{NO_CHECK}", source]),
        Subject("`clang-tidy-19` with the plugin, default checks",
                [*tidy, "-load", build / "lib" / "AsyncTidy.so", "--checks=-*,async-*", source]),
        Subject("`asynctidy check -j 1`, default checks",
                [build / "bin" / "asynctidy", "check", "-p", build, "-j", "1", source],
                exit_codes=(0, 1)),
    ]


def many_files(driver: Path, folder: Path, jobs: int) -> "list[Subject]":
    """A whole project, on one thread and on several."""
    return [Subject(f"`-j {count}`", [driver, "check", "-p", folder, "-j", str(count), folder],
                    exit_codes=(0, 1)) for count in (1, jobs)]


def growing(driver: Path, folder: Path, name: str, make: "Callable[[int], str]",
            sizes: "Sequence[int]") -> "list[Subject]":
    """The driver on one generated unit in several sizes."""
    result = []
    for size in sizes:
        source = folder / f"{make.__name__}{size}.cpp"
        source.write_text(make(size))
        result.append(Subject(f"{size} {name}",
                              [driver, "check", "-q", "-j", "1", source, "--", "-std=c++20"],
                              exit_codes=(0, 1)))
    return result
