# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""clang-format over our own sources."""

from __future__ import annotations

import subprocess

from . import packages, process
from .console import Failure
from .paths import ROOT

CLANG_FORMAT = "clang-format-19"


def sources() -> list[str]:
    """Our C++ files that exist, committed or about to be."""
    listed = process.output_of(["git", "ls-files", "-z", "--cached", "--others",
                                "--exclude-standard", "--", "*.cpp", "*.h"])
    return sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def run(check_only: bool) -> int:
    packages.install_missing()
    mode = ["--dry-run", "--Werror"] if check_only else ["-i"]
    done = subprocess.run([CLANG_FORMAT, *mode, *sources()], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise Failure("these files are not formatted; run tools/dev format" if check_only
                      else f"{CLANG_FORMAT} failed")
    return 0
