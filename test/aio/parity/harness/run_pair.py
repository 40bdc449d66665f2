#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs both programs of a pair, in normal and in debug mode, and compares their traces.

usage: run_pair.py [--show] PROGRAM PAIR.cpp README

PROGRAM is PAIR.cpp, built; PAIR.py is beside it, README is aio's. --show prints the traces of
both. Exit status 77: this python is not one to compare with.
"""

import difflib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from normalise import normalised
from pair import MODES, BadPair, counts_slow_reports, differences, wanted_python

SKIPPED = 77
SLOW = re.compile(r"! warning: (Executing .* took|poll) ")
ATTEMPTS = 3
TRACING = Path(__file__).resolve().parent.parent


class Failed(Exception):
    """A program did not run to its end as it should."""


def seconds():
    return float(os.environ.get("PARITY_TIMEOUT", "20"))


def run(command, environment):
    """The lines of its trace."""
    environment = {**{name: value for name, value in os.environ.items()
                      if not name.startswith(("AIO_", "PYTHON"))}, **environment}
    try:
        # A session of its own, so that what it started ends with it.
        program = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                                   encoding="utf-8", errors="replace", stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, start_new_session=True)
    except OSError as error:
        raise Failed(f"does not start: {error}") from None
    with program:
        try:
            output, errors = program.communicate(timeout=seconds())
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            output, errors = program.communicate()
            raise Failed(f"still running after {seconds()} s\n{output}{errors}") from None
    if program.returncode != 0:
        raise Failed(f"exit status {program.returncode}\n{output}{errors}")
    if errors:
        raise Failed(f"writes to stderr\n{errors}")
    if not output:
        raise Failed("prints nothing")
    return [normalised(line) for line in output.splitlines()]


def run_python(source, mode):
    # Without site-packages it starts faster.
    options = ["-S"] + (["-X", "dev"] if mode == "debug" else [])
    return run([sys.executable, *options, str(source)],
               {"PYTHONPATH": str(TRACING), "PYTHONDONTWRITEBYTECODE": "1"})


def run_aio(program, mode):
    return run([str(program)], {"AIO_DEBUG": "1"} if mode == "debug" else {})


def difference(python, aio):
    """The lines that only one of them has, in order, with a sign as in a patch."""
    lines = []
    matcher = difflib.SequenceMatcher(None, python, aio, autojunk=False)
    for kind, first, last, aio_first, aio_last in matcher.get_opcodes():
        if kind != "equal":
            lines += [f"- {line}" for line in python[first:last]]
            lines += [f"+ {line}" for line in aio[aio_first:aio_last]]
    return lines


def named(name, call):
    try:
        return call()
    except Failed as failed:
        raise Failed(f"{name} {failed}") from None


def failure_in(mode, program, source, expected, slow_reports):
    """Why the traces in that mode are not as they should be; empty if they are."""
    # A slow report too many may be the machine's: it counts if it comes each time.
    for _ in range(ATTEMPTS if slow_reports else 1):
        traces = [named("python", lambda: run_python(source, mode)),
                  named("aio", lambda: run_aio(program, mode))]
        if not slow_reports:
            traces = [[line for line in trace if not SLOW.match(line)] for trace in traces]
        found = difference(*traces)
        if found == expected:
            return ""
    lines = [f"in {mode} mode, - python, + aio:"] + found
    if expected:
        lines += ["but the pair says:"] + expected
    return "\n".join(lines)


def show(program, source):
    for mode in MODES:
        for name, call in (("python", lambda: run_python(source, mode)),
                           ("aio", lambda: run_aio(program, mode))):
            print(f"--- {name}, {mode} mode", *named(name, call), sep="\n")


def failure(program, cpp, readme):
    source = cpp.with_suffix(".py")
    for twin in (cpp, source):
        if not twin.exists():
            return f"{twin.name} is missing"
    try:
        text = cpp.read_text()
        expected = differences(text, readme.read_text())
        found = [failure_in(mode, program, source, expected[mode], counts_slow_reports(text))
                 for mode in MODES]
    except (BadPair, Failed) as why:
        return str(why)
    return "\n".join(filter(None, found))


def main(arguments):
    shows = arguments[:1] == ["--show"]
    program, cpp, readme = map(Path, arguments[shows:])
    if shows:
        show(program, cpp.with_suffix(".py"))
        return 0
    if cpp.with_suffix(".py").exists():
        skipped = wanted_python(cpp.with_suffix(".py").read_text(), sys.version_info)
        if skipped:
            print(skipped)
            return SKIPPED
    why = failure(program, cpp, readme)
    if why:
        print(f"{cpp}: {why}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
