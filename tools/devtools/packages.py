# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The Debian packages that the checkout needs, each with its reason, and installing them.

This is the only list; the README's table is generated from it.
"""

from __future__ import annotations

import os
import shutil
import subprocess

from . import process
from .console import UsageError, say, step

PACKAGES = {
    "clang-19": "the compiler",
    "libclang-rt-19-dev": "the sanitizers' runtimes: `tools/dev sanitize`",
    "libclang-19-dev": "Clang's headers, clang-tidy's and clangd's libraries",
    "llvm-19-dev": "LLVM's headers and CMake files",
    "clang-tidy-19": "the program that the plugin is loaded into; lints our own code",
    "clang-format-19": "`tools/dev format`",
    "cmake": "the build",
    "ninja-build": "the build",
    "pkg-config": "finds libuv",
    "libuv1-dev": "`lib/aio` polls, sleeps and spawns with it",
    "libgrpc++-dev": "clangd's library refers to it",
    "libprotobuf-dev": "clangd's library refers to it",
    "libgtest-dev": "the tests",
    "libgmock-dev": "the tests",
    "libasio-dev": "the example programs in `test/apps`; the tests: models against the real headers",
    "libboost-dev": "the example programs in `test/apps`; the tests: models against the real headers",
    "qcoro-qt5-dev": "the tests: models against the real headers",
    "libcapnp-dev": "the tests: models against the real headers",
    "libsqlite3-dev": "the tests: models against the real headers",
    "libpq-dev": "the tests: models against the real headers",
    "libmariadb-dev": "the tests: models against the real headers",
    "libcurl4-openssl-dev": "the tests: models against the real headers",
    "libhiredis-dev": "the tests: models against the real headers",
    "libzmq3-dev": "the tests: models against the real headers",
    "cppzmq-dev": "the tests: models against the real headers",
    "python3-jsonschema": "the tests: reports against their schemas",
    "git": "lists the files that `tools/dev format` looks at",
    "python3": "`tools/dev`, the tests of the repository",
}


def missing() -> list[str]:
    """The packages that dpkg does not call installed."""
    known = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *PACKAGES],
        text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    installed = {line.split()[0] for line in known.splitlines() if line.endswith(" installed")}
    return [package for package in PACKAGES if package not in installed]


def as_root() -> list[str]:
    """What to put before a command that only root may run."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo"]
    raise UsageError("packages are missing, and this needs root or sudo. As root, run:\n"
                     f"  apt-get install {' '.join(missing())}")


def install_missing() -> None:
    """Installs what is missing, and touches nothing else."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-query"):
        say("this is not a Debian machine: nothing is installed; CMake will say what is missing")
        return
    absent = missing()
    if not absent:
        return
    prefix = as_root()
    step(f"installing {' '.join(absent)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    process.run_quietly([*prefix, "apt-get", "update"], what="apt-get update", environment=quiet)
    process.run_quietly([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install",
                         "--yes", "--no-install-recommends", *absent],
                        what="apt-get install", environment=quiet)
