# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How checks are named and where they lie."""

from __future__ import annotations

import re

TOPICS = ("tasks", "cancellation", "threads", "blocking", "resources", "lifetime", "style")
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ORDERS = ("no-", "avoid-", "use-", "async-")


def problem_with_name(name: str) -> str:
    """Why this is no name for a check; empty when it is one."""
    if not NAME.fullmatch(name):
        return f"'{name}': a name is made of lower-case words and hyphens, like blocking-call"
    if name.startswith(ORDERS):
        return f"'{name}': a name says what is found; it starts with none of {', '.join(ORDERS)}"
    return ""


def problem_with_summary(summary: str) -> str:
    """Why this is no summary; empty when it is one."""
    if not summary or not summary[0].isupper():
        return "the summary starts with a capital"
    if summary.endswith((".", "!", "?")) or re.search(r"[.!?] [A-Z]", summary):
        return "the summary is one sentence without a final full stop"
    if re.search(r'["\\\n]', summary):
        return "the summary has no quotes, backslashes or line breaks"
    return ""
