# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The python half of a pair imports this: trace(), and every report as a line on stdout.

A report is a line "! KIND: MESSAGE; NAME: VALUE...", as tracing.h prints it: what asyncio logs,
a warning, or an exception that Python cannot raise anywhere.
"""

import logging
import re
import sys
import warnings


def trace(*values):
    """Prints the values in one line, exceptions with their types."""
    texts = [repr(value) if isinstance(value, BaseException) else str(value) for value in values]
    print(*texts, flush=True)


def report(kind, message, fields=()):
    print(f"! {kind}: {message}" + "".join(f"; {name}: {value}" for name, value in fields),
          flush=True)


def show_warning(message, category, *_, **__):
    # Below the first line is where a coroutine was created.
    report(category.__name__, str(message).splitlines()[0])


class Handler(logging.Handler):
    """asyncio logs the fields of an exception context as lines "NAME: VALUE"."""

    def emit(self, record):
        message, *lines = record.getMessage().splitlines()
        fields = [found.groups() for found in map(re.compile(r"(\w+): (.*)").fullmatch, lines)
                  if found and not found[1].endswith("traceback")]
        if record.exc_info and "future" not in dict(fields):
            fields.append(("exception", repr(record.exc_info[1])))
        report(record.levelname.lower(), message, sorted(fields))


def show_unraisable(unraisable):
    report("unraisable", repr(unraisable.exc_value))


logging.getLogger("asyncio").addHandler(Handler())
warnings.showwarning = show_warning
sys.unraisablehook = show_unraisable
