# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev sanitize: the tests of lib/aio under the sanitizers, built without any of LLVM's code.

The test program runs as a whole, once per mode, as that is much faster than one process per test.
"""

from __future__ import annotations

import os
import subprocess

from . import building
from .console import Failure, step
from .paths import ROOT, build_dir

# Nothing is suppressed. UndefinedBehaviorSanitizer goes on after a finding unless it is told.
PRESETS = {
    "asan-aio": {"ASAN_OPTIONS": "detect_stack_use_after_return=1",
                 "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1"},
    "tsan-aio": {"TSAN_OPTIONS": "halt_on_error=1"},
}
MODES = {"plainly": {}, "in debug mode": {"AIO_DEBUG": "1"}, "shuffled": {"AIO_SHUFFLE": "random"}}
TIMEOUT_SECONDS = 300


def run_tests(preset: str, mode: str) -> None:
    step(f"testing lib/aio {mode} under {preset}")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AIO_")}
    try:
        done = subprocess.run([build_dir(preset) / "bin" / "aio_tests", "--gtest_brief=1"],
                              cwd=ROOT, env={**inherited, **PRESETS[preset], **MODES[mode]},
                              text=True, errors="replace", stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired as hanging:
        raise Failure(f"{hanging.output}lib/aio hangs {mode} under {preset}") from hanging
    if done.returncode != 0:
        raise Failure(f"{done.stdout}lib/aio failed {mode} under {preset}")


def run() -> int:
    for preset in PRESETS:
        building.build(["aio_tests"], preset)
        for mode in MODES:
            run_tests(preset, mode)
    return 0
