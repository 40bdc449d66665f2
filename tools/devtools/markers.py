# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Generated parts of hand-written pages: what stands between <!-- name --> and <!-- /name -->."""

from __future__ import annotations

import re
from pathlib import Path

from .console import Failure


def replaced(page: str, name: str, text: str, where: "str | Path") -> str:
    """The page with another text between its markers."""
    between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    result, count = between.subn(lambda found: found[1] + text + found[2], page)
    if count != 1:
        raise Failure(f"{where}: there must be one <!-- {name} --> … <!-- /{name} -->, "
                      f"each on a line of its own, and there are {count}")
    return result


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n"
                   for line in lines)
