# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a pair of programs says about itself in comments.

In x.py, "# python: >=3.12" or "# python: <3.13": the versions whose asyncio does this.
In x.cpp, "// differs: REASON", one of the bold sentences of "What differs from asyncio" in aio's
README, and below it the difference, line by line: "// MODE: - LINE" is a line that only Python
prints, "// MODE: + LINE" one that only aio does; MODE is normal, debug or both. A long line goes on
in a comment that is indented by two more blanks.
In x.cpp too, "// slow reports count": those of slow callbacks, which on a busy machine come by
chance and so are left out of every other trace.
"""

import re

MODES = ("normal", "debug")


class BadPair(Exception):
    """The files of a pair do not say what they should."""


def reasons_of(readme):
    """The bold sentences of the section, without their last full stops."""
    section = re.search(r"^## What differs from asyncio\n(.*?)(?=^## |\Z)", readme,
                        re.MULTILINE | re.DOTALL)
    if not section:
        raise BadPair("the README has no section 'What differs from asyncio'")
    return {" ".join(bold.split()).rstrip(".:")
            for bold in re.findall(r"^- \*\*(.+?)\*\*", section[1], re.MULTILINE | re.DOTALL)}


def differences(source, readme):
    """For each mode the lines, with their signs, in which the traces must differ."""
    reasons = [reason.rstrip(".:") for reason in
               re.findall(r"^// differs:[ \t]*(.*?)[ \t]*$", source, re.MULTILINE)]
    lines = [(where, line.replace("\n//  ", "")) for where, line in
             re.findall(rf"^// ({'|'.join(MODES)}|both): ([-+] .*(?:\n//   .*)*)$", source,
                        re.MULTILINE)]
    if bool(reasons) != bool(lines):
        raise BadPair("'// differs: REASON' and the lines of the difference belong together")
    known = reasons_of(readme) if reasons else set()
    for reason in reasons:
        if reason not in known:
            raise BadPair(f"'differs: {reason}' is not in the README's 'What differs from asyncio'")
    return {mode: [line for where, line in lines if where in (mode, "both")] for mode in MODES}


def counts_slow_reports(source):
    return re.search(r"^// slow reports count$", source, re.MULTILINE) is not None


def wanted_python(source, version):
    """Why this version of Python is not the one to compare with; empty if it is."""
    for sign, major, minor in re.findall(r"^# python:[ \t]*(>=|<)(\d+)\.(\d+)[ \t]*$", source,
                                         re.MULTILINE):
        bound = (int(major), int(minor))
        if (version[:2] < bound) == (sign == ">="):
            return f"needs python {sign}{major}.{minor}"
    return ""
