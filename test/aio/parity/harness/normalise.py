# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes a line of asyncio's trace and the same line of aio's equal.

What is taken away: addresses, places in the source, durations, numbers of tasks, what only one
side can say (callbacks and results of futures, stacks, what was running), namespaces, and class
names that are not public.
"""

import re

PLACE = r"\S+:\d+"
SPELLINGS = [
    (r"; (?:created at: \S+?(?=;|$)|stack: [^;]*|running: .*$)", ""),
    (r"\b(?:aio::(?:detail::)?|asyncio\.|std::)", ""),
    (r"\(anonymous namespace\)::", ""),
    (r"\b_(?=GatheringFuture\b)", ""),
    (r"\b_UnixSelectorEventLoop\b", "EventLoop"),
    (r"\bTask-\d+\b", "Task-N"),
    (r" at 0x[0-9a-f]+\b", ""),
    (r"\bfd=\d+\b", "fd=N"),
    (rf",? (?:\(?(?:created|defined|running) )?at {PLACE}?(?=[>,\])]|$)\)?", ""),
    (rf" \(defined at {PLACE}\)", ""),
    (r"\b(took|poll) \d+\.\d+\b", r"\1 N"),
    (r"\b(\w+)\(''\)", r"\1()"),
    # A coroutine by its last name: what it is in differs, and how that is spelled.
    (r"\b(coro=<|coroutine ')(?:[^'\s]*(?:\.|::))?(<lambda>|\w+)", r"\1\2"),
    (r"(coro=<[\w<>]+\(\)) (?:running|done)\b", r"\1"),
    (r"(! error: Exception in callback ).*?(?=; \w+: |$)", r"\1CALLBACK"),
]
SPELLINGS = [(re.compile(pattern), by) for pattern, by in SPELLINGS]
FIELDS = "asyncgen|context|exception|future|handle|protocol|server|task|transport"
ORIGINS = "created at|running|stack"
OPEN, CLOSE = "<[({", ">])}"


def end_of_group(text, start):
    """Behind the bracket that closes the one at start; the end of the text without one."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] in OPEN:
            depth += 1
        elif text[at] in CLOSE and not text[at - 1] == "-":
            depth -= 1
            if depth == 0:
                return at + 1
    return len(text)


def replace_groups(text, opening, by):
    """Replaces each bracketed group that the pattern matches the start of."""
    pattern = re.compile(opening)
    at = 0
    while found := pattern.search(text, at):
        bracket = found.end() - 1 if found[0][-1] in OPEN else found.start()
        end = end_of_group(text, bracket)
        replacement = by(text[found.start():end])
        text = text[:found.start()] + replacement + text[end:]
        at = found.start() + len(replacement)
    return text


def handle(text):
    kind = re.match(r"<(\w+)( cancelled)?", text)
    return kind[0] + ">"


def sorted_fields(line):
    """Without those that say where something comes from."""
    head, *fields = re.split(rf"; (?=(?:{FIELDS}|{ORIGINS}): )", line)
    return "; ".join([head] + sorted(field for field in fields
                                     if not re.match(rf"(?:{ORIGINS}): ", field)))


def normalised(line):
    line = replace_groups(line, r" cb=\[", lambda _: "")
    line = replace_groups(line, r"; context: \{", lambda _: "; context: {...}")
    line = replace_groups(line, r"<socket\.socket\b", lambda _: "<socket>")
    line = replace_groups(line, r"<(?:Timer)?Handle\b", handle)
    line = re.sub(r"(<(?:Task|Future) finished.*?) result=[^<>]*?(?= created at|>)", r"\1", line)
    for pattern, by in SPELLINGS:
        line = pattern.sub(by, line)
    return sorted_fields(line) if line.startswith("! ") else line
