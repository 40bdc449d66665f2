# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Rules of the repository. A rule takes the root of a tree and yields what it finds wrong there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))
