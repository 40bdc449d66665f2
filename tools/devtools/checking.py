# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev check: lints a project with the asynctidy driver."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Sequence

from . import building
from .console import UsageError, say, step
from .paths import EXAMPLE, PRESET, ROOT, build_dir, driver

DATABASE = "compile_commands.json"
REPORT = Path("asynctidy.json")


def database_below(folder: Path) -> "Path | None":
    """The build directory with the compile database of a project: its newest, if it has more."""
    places = [folder, *folder.glob("build*"), *folder.glob("build*/*"),
              *folder.glob("cmake-build-*"), *folder.glob("out/*")]
    found = [place for place in places if (place / DATABASE).is_file()]
    return max(found, key=lambda place: (place / DATABASE).stat().st_mtime, default=None)


def database_of(path: Path) -> Path:
    """The build directory that says how the files at `path` are compiled."""
    path = path.resolve()
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    if path == ROOT or ROOT in path.parents:
        return build_dir(PRESET)
    folder = path if path.is_dir() else path.parent
    for place in (folder, *folder.parents):
        found = database_below(place)
        if found:
            return found
    raise UsageError(f"{path}: found no {DATABASE} here, in build*/ or in a folder above.\n"
                     "Make one with CMake (Ninja or Makefiles), then check again:\n"
                     f"  cmake -S {folder} -B {folder}/build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON")


def run(paths: Sequence[Path], build_path: "Path | None", more: Sequence[str]) -> int:
    """Returns the driver's own exit code."""
    paths = list(paths) or [EXAMPLE]
    databases = {build_path.resolve()} if build_path else {database_of(path) for path in paths}
    if len(databases) > 1:
        raise UsageError("these paths belong to different builds; check one at a time:\n  "
                         + "\n  ".join(str(place) for place in sorted(databases)))
    database = databases.pop()
    if not (database / DATABASE).is_file() and database != build_dir(PRESET):
        raise UsageError(f"{database / DATABASE}: no such file")
    building.build(["asynctidy"])
    step(f"checking {', '.join(map(str, paths))} as compiled in {database}")
    done = subprocess.run([driver(), "check", "-p", database, "--output", REPORT, *more,
                           *(path.resolve() for path in paths)], check=False)
    if REPORT.exists():
        say(f"the same findings as JSON: {REPORT}")
    return done.returncode
