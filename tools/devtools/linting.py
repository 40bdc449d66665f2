# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""clang-tidy with our .clang-tidy over our own code.

Its checks would walk all of Clang's headers in every file: the plugin tools/lint keeps them to our
own code, and the precompiled header of the build is reused."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import building, process
from .console import Failure
from .paths import ROOT, build_dir, plugin

CLANG_TIDY = "clang-tidy-19"
FOLDERS = ("lib", "checks", "tools")


def sources() -> "list[Path]":
    """The translation units of the build that are ours and no test."""
    commands = json.loads((build_dir() / "compile_commands.json").read_text())
    files = {Path(command["file"]) for command in commands}
    return sorted(file for file in files if build_dir() not in file.parents
                  and any(ROOT / folder in file.parents for folder in FOLDERS))


def findings(file: Path) -> str:
    """What clang-tidy prints about one file; empty when it is content."""
    done = subprocess.run([CLANG_TIDY, "-load", plugin(), "-load", plugin().with_name("OwnCode.so"),
                           "-p", build_dir(), "--quiet", "--warnings-as-errors=*", file],
                          cwd=ROOT, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    return done.stdout or done.stderr if done.returncode != 0 else ""


def run() -> int:
    building.build(["AsyncTidy", "OwnCode"])
    with ThreadPoolExecutor(process.jobs()) as pool:
        found = [text for text in pool.map(findings, sources()) if text]
    # A finding in a header comes with every file that includes it.
    for text in dict.fromkeys(found):
        print(text, end="")
    if found:
        raise Failure(f"clang-tidy has findings in {len(found)} files")
    return 0
