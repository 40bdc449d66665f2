# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The verbs of tools/dev."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import (benchmark, building, checking, corpus, docs, formatting, linting, ready, sanitizing,
               scaffold, testing)
from .console import Failure, say

EXIT_CODES = """exit codes of check: 0 no findings, 1 findings, 2 usage or environment,
3 files that could not be parsed"""
CORPUS_EXIT_CODES = """exit codes: 0 the alarms are the same, or there is no --base; 1 some were added
or removed; 2 usage or environment; 3 files that could not be parsed, whose alarms are missing"""


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="tools/dev", description="Use and work on this checkout.")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, help: str, epilog: str = "") -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=help, description=help, epilog=epilog)
        added.set_defaults(more=[])
        return added

    check = verb("check", "install what is missing, build, and lint a project (default: the "
                 "example test/apps/asio_chat); writes asynctidy.json, too", EXIT_CODES)
    check.add_argument("paths", metavar="PATH", nargs="*", type=Path,
                       help="a source file, or the folder of a CMake project")
    check.add_argument("-p", dest="build_path", metavar="DIR", type=Path,
                       help="the folder with compile_commands.json (default: found from PATH)")
    check.set_defaults(run=lambda given: checking.run(given.paths, given.build_path, given.more))

    test = verb("test", "install what is missing, build everything and run all tests; what "
                "follows -- goes to ctest")
    test.add_argument("--preset", default="release", help="of CMakePresets.json")
    test.set_defaults(run=lambda given: testing.run(given.more, given.preset))

    build = verb("build", "install what is missing and build everything")
    build.add_argument("--preset", default="release", help="of CMakePresets.json")
    build.set_defaults(run=lambda given: building.run(given.preset))

    new_check = verb("new-check", "write the files of a new check: nothing else is to be edited")
    new_check.add_argument("topic", metavar="TOPIC")
    new_check.add_argument("name", metavar="NAME", help="without async-")
    new_check.add_argument("summary", metavar="SENTENCE", help="without a final full stop")
    new_check.set_defaults(run=lambda given: scaffold.run(given.topic, given.name, given.summary))

    generate = verb("docs", "generate tables and options in README.md and the checks' pages")
    generate.add_argument("--check", action="store_true", help="print a diff and fail instead")
    generate.set_defaults(run=lambda given: docs.run(given.check))

    layout = verb("format", "format our C++ files")
    layout.add_argument("--check", action="store_true", help="fail instead of formatting")
    layout.set_defaults(run=lambda given: formatting.run(given.check))

    lint = verb("lint", "run clang-tidy over our own code")
    lint.set_defaults(run=lambda given: linting.run())

    sanitize = verb("sanitize", "run the tests of lib/aio under AddressSanitizer, "
                    "UndefinedBehaviorSanitizer and ThreadSanitizer")
    sanitize.set_defaults(run=lambda given: sanitizing.run())

    bench = verb("bench", "compare running times and memory with clang++ and clang-tidy")
    bench.add_argument("what", nargs="?", choices=list(benchmark.VERBS), default="checks",
                       help="aio: compare lib/aio with asyncio, uvloop and Asio instead; "
                       "growth: the worst code in several sizes")
    bench.add_argument("--runs", metavar="N", type=int, default=5, help="of each program")
    bench.add_argument("--update", action="store_true",
                       help="write the table into README.md, or into lib/aio's")
    bench.set_defaults(run=lambda given: benchmark.VERBS[given.what](given.runs, given.update))

    real = verb("corpus", "count the alarms of the default checks on test/apps and on any compile "
                "databases, as a Markdown table; with --base, those added and removed since",
                CORPUS_EXIT_CODES)
    real.add_argument("databases", metavar="DATABASE", nargs="*", type=Path,
                      help="a folder with compile_commands.json, or that file")
    real.add_argument("--base", metavar="REF",
                      help="the revision to compare with; it is built in build/base")
    real.set_defaults(run=lambda given: corpus.run(given.base, given.databases))

    gates = verb("ready", "everything that CI asks for; tests last")
    gates.set_defaults(run=lambda given: ready.run())
    return top


def main(arguments: "list[str]") -> int:
    if sys.version_info < (3, 9):
        say("Python 3.9 or later is needed")
        return 2
    own, more = arguments, []
    if "--" in arguments:
        at = arguments.index("--")
        own, more = arguments[:at], arguments[at + 1:]
    given = parser().parse_args(own)
    if more and given.verb not in ("check", "test"):
        parser().error(f"{given.verb} takes nothing after --")
    given.more = more
    try:
        return given.run(given)
    except Failure as failure:
        say(str(failure))
        return failure.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
