# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How diagnostics are worded: like Clang's, and without a library's name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from . import tree

CALL = re.compile(r"\b(?:report|note|diag)\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
LIBRARY = re.compile(
    r"\b(aio|asio|boost|cobalt|folly|seastar|cppcoro|libcoro|qcoro|stdexec|unifex|concurrencpp|"
    r"drogon|userver|QFuture|libuv|uv_\w+)\b", re.IGNORECASE)


def arguments(text: str, start: int) -> list[str]:
    """The arguments of the call whose parenthesis opens just before `start`."""
    depth, result, begin, position = 1, [], start, start
    while position < len(text):
        character = text[position]
        if character == '"':
            position = LITERAL.match(text, position).end()  # type: ignore[union-attr]
            continue
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                return result + [text[begin:position]]
        elif character == "," and depth == 1:
            result.append(text[begin:position])
            begin = position + 1
        position += 1
    return []


def literals(expression: str) -> list[str]:
    """The string literals of an expression; adjacent ones are one."""
    return ["".join(LITERAL.findall(run))
            for run in re.findall(r'(?:"(?:[^"\\]|\\.)*"\s*)+', expression)]


def messages(text: str) -> Iterator["tuple[int, str]"]:
    """Position and text of every message that a check gives to report() or note()."""
    for call in CALL.finditer(text):
        given = arguments(text, call.end())
        if len(given) >= 2:
            for message in literals(given[1]):
                yield call.start(), message


def convention(root: Path) -> Iterator[str]:
    """Lower case, no final full stop, and no advice that begins with "try"."""
    for path in tree.checks(root):
        text = path.read_text()
        for position, message in messages(text):
            where = f"{path.relative_to(root)}:{tree.line_of(text, position)}"
            if not re.match(r"[a-z%'(]", message):
                yield f"{where}: a message starts in lower case: \"{message}\""
            if message.endswith((".", "!")):
                yield f"{where}: a message has no final full stop: \"{message}\""
            if re.search(r"\b(try|please|consider)\b", message, re.IGNORECASE):
                yield f"{where}: say what happens, or what to do: \"{message}\""


def no_library(root: Path) -> Iterator[str]:
    """What a library means is lib/model's to say: no check names one in its code."""
    for path in tree.checks(root):
        text = re.sub(r"//[^\n]*", "", path.read_text())
        for found in LIBRARY.finditer(text):
            yield (f"{path.relative_to(root)}:{tree.line_of(text, found.start())}: "
                   f"names the library '{found[0]}'")
