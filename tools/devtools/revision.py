# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Another revision of this checkout, built beside it: a clone that shares the objects of this one
lies in build/base, and is built again only when another revision is asked for."""

from __future__ import annotations

import subprocess
from pathlib import Path

from . import packages, process
from .building import first_failure
from .console import UsageError, step
from .paths import PRESET, ROOT

CLONE = ROOT / "build" / "base"


def commit(name: str, root: Path = ROOT) -> str:
    """The full hash of the commit that a branch, tag or hash names."""
    found = subprocess.run(["git", "rev-parse", "--verify", "--quiet", "--end-of-options",
                            f"{name}^{{commit}}"], cwd=root, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if found.returncode != 0:
        raise UsageError(f"'{name}' names no revision of this repository")
    return found.stdout.strip()


def check_out(revision: str, root: Path = ROOT, clone: Path = CLONE) -> None:
    """Brings the clone to a revision. Files that are the same keep their times, so that little is
    built again."""
    if not (clone / ".git").exists():
        process.output_of(["git", "clone", "--quiet", "--shared", "--no-checkout", root, clone],
                          cwd=root)
    process.output_of(["git", "checkout", "--quiet", "--force", "--detach", revision], cwd=clone)


def driver(revision: str, root: Path = ROOT, clone: Path = CLONE) -> Path:
    """The command-line front end of a revision; builds it unless that was what was built last."""
    build = clone / "build" / PRESET
    program, built = build / "bin" / "asynctidy", build / "built-revision"
    if program.exists() and built.exists() and built.read_text() == revision:
        return program
    packages.install_missing()
    check_out(revision, root, clone)
    step(f"building {revision[:12]} in {build.relative_to(root)}")
    built.unlink(missing_ok=True)
    process.run_quietly(["cmake", "--preset", PRESET], cwd=clone, what="configuring")
    process.run_quietly(["cmake", "--build", build, "--target", "asynctidy"], cwd=clone,
                        what="building", excerpt=first_failure)
    built.write_text(revision)
    return program
