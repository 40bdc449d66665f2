#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a fixture's program in aio's debug mode and compares its reports with the fixture.

usage: run_on_aio.py PROGRAM FIXTURE.cpp
"""

import os
import re
import subprocess
import sys

PREFIX = "aio: "
SECONDS = 20
# Depends on the machine's load as well: a report of this kind counts if it comes each time.
SLOW = re.compile(r"^aio: \w+: Executing .* took ")
ATTEMPTS = 3


def expected_reports(source):
    """The texts of the "// runtime:" lines; an empty list for "none"."""
    texts = re.findall(r"^// runtime:[ \t]*(.*?)[ \t]*$", source, re.MULTILINE)
    if not texts:
        raise ValueError("no '// runtime:' line")
    return [] if texts == ["none"] else texts


def reports(stderr):
    return [line for line in stderr.splitlines() if line.startswith(PREFIX)]


def mismatches(expected, found):
    """The difference, as lines: every text is in some report, every report has some text."""
    missing = [f"- expected  {text}" for text in expected if not any(text in each for each in found)]
    extra = [f"+ found     {each}" for each in found if not any(text in each for text in expected)]
    return missing + extra


def run(program):
    environment = dict(os.environ, AIO_DEBUG="1")
    # A program that makes the mistake may leak what it forgets.
    options = environment.get("ASAN_OPTIONS", "")
    environment["ASAN_OPTIONS"] = f"{options}:detect_leaks=0".lstrip(":")
    return subprocess.run(
        [program], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", timeout=SECONDS, check=False)


def failure(program, source):
    """Why the program does not do what the fixture says; empty if it does."""
    expected = expected_reports(source)
    for attempt in range(ATTEMPTS):
        try:
            done = run(program)
        except subprocess.TimeoutExpired:
            return f"still running after {SECONDS} s"
        found = reports(done.stderr)
        if done.returncode != 0:
            return f"exit status {done.returncode}\n{done.stderr}"
        difference = mismatches(expected, found)
        if not any(SLOW.search(line.partition("found     ")[2]) for line in difference):
            break
    return "\n".join(difference)


def main():
    program, fixture = sys.argv[1:]
    with open(fixture, encoding="utf-8") as file:
        source = file.read()
    why = failure(program, source)
    if why:
        print(f"{fixture}: its reports on aio are not what '// runtime:' says\n{why}",
              file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
