# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the build tells these tests, through the environment."""

import os

CLANG_TIDY = os.environ["CLANG_TIDY"]
PLUGIN = os.environ["PLUGIN"]
# The LLVM release that the plugin was built for.
PLUGIN_LLVM = os.environ["PLUGIN_LLVM"]
FIXTURE_TESTS = os.environ["FIXTURE_TESTS"]
CANARY = os.path.join(os.environ["SOURCE_DIR"], "tools", "plugin", "canary.cpp")
