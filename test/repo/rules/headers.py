# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every header of lib/ compiles by itself, as the code beside it is compiled."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Iterator

from . import tree


def commands(binary_dir: Path) -> "dict[Path, tuple[list[str], str]]":
    """For each folder with code: how one file of it is compiled, without its name and output, and
    where."""
    result: "dict[Path, tuple[list[str], str]]" = {}
    for entry in json.loads((binary_dir / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        if Path(words[0]).name in ("ccache", "sccache"):
            words = words[1:]
        output = words.index("-o")
        kept = [word for word in words[:output] + words[output + 2:]
                if word not in ("-c", entry["file"])]
        result.setdefault(Path(entry["file"]).parent, (kept, entry["directory"]))
    return result


def self_contained(root: Path, binary_dir: Path) -> Iterator[str]:
    """No header needs another to be included before it."""
    compile_as = commands(binary_dir)
    headers = [path for path in tree.files(root / "lib", ".h") if path.parent in compile_as]

    def errors(header: Path) -> str:
        words, directory = compile_as[header.parent]
        source = f'#include "{header}"\n'
        done = subprocess.run([*words, "-fsyntax-only", "-x", "c++", "-"], cwd=directory, text=True,
                              input=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False)
        return done.stdout if done.returncode != 0 else ""

    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for header, text in zip(headers, pool.map(errors, headers)):
            if text:
                yield f"{header.relative_to(root)}: does not compile by itself\n{text}"
