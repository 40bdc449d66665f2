# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev check: lints a project with the driver, which finds the compile database by itself."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Sequence

from . import building
from .console import step
from .paths import EXAMPLE, ROOT, build_dir, driver

REPORT = "asynctidy.json"


def database_arguments(paths: Sequence[Path]) -> "list[str | Path]":
    """What to tell the driver about files of this checkout, whose database is that of our build."""
    ours = all(path.resolve() == ROOT or ROOT in path.resolve().parents for path in paths)
    return ["-p", build_dir()] if ours else []


def run(paths: Sequence[Path], build_path: "Path | None", more: Sequence[str]) -> int:
    """Returns the driver's own exit code."""
    paths = list(paths) or [EXAMPLE]
    building.build(["asynctidy"])
    database = ["-p", build_path] if build_path else database_arguments(paths)
    step(f"checking {', '.join(map(str, paths))}; findings also go to {REPORT}")
    return subprocess.run([driver(), "check", *database, "--also", f"json={REPORT}", *more, *paths],
                          check=False).returncode
