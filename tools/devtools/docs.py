# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The generated parts of README.md and of the checks' pages."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from . import building, markers, metadata, packages, sections
from .console import Failure, say
from .metadata import Check
from .paths import ROOT


def check_table(checks: list[Check]) -> str:
    rows = []
    for check in checks:
        page = check.path(".md").relative_to(ROOT)
        rows.append([f"[async-{check.name}]({page})", check.summary, check.tier,
                     "yes" if check.fix else "", check.section])
    return markers.table(["check", "what it reports", "tier", "fix", "asyncio's section"], rows)


def section_table() -> str:
    rows = []
    for row in sections.rows(ROOT):
        page = row.check.with_suffix(".md").relative_to(ROOT)
        fixture = report = ""
        if row.proof:
            where = row.proof.fixture.relative_to(ROOT)
            fixture = f"[{where.name}]({where})"
            report = f"`{row.proof.report}`"
        rows.append([row.section, f"[async-{row.name}]({page})", fixture, report])
    return markers.table(["section", "check", "fixture", "aio's report when it runs"], rows)


def dependency_table() -> str:
    return markers.table(["package", "what for"],
                         [[f"`{name}`", reason] for name, reason in packages.PACKAGES.items()])


def option_section(check: Check) -> str:
    if not check.options:
        return "This check has no options of its own.\n"
    lines = []
    for option in check.options:
        default = f"default `{option.default}`" if option.default else "empty by default"
        lines.append(f"- `{option.name}` ({option.type}, {default}): {option.doc}\n")
    return "".join(lines)


def generated() -> dict[Path, str]:
    """Every page that has generated parts, as it should be."""
    checks = metadata.checks()
    readme = ROOT / "README.md"
    text = readme.read_text()
    text = markers.replaced(text, "checks", check_table(checks), readme)
    text = markers.replaced(text, "sections", section_table(), readme)
    text = markers.replaced(text, "dependencies", dependency_table(), readme)
    pages = {readme: text}
    for check in checks:
        page = check.path(".md")
        if not page.exists():
            raise Failure(f"{page.relative_to(ROOT)}: the check has no page")
        pages[page] = markers.replaced(page.read_text(), "options", option_section(check),
                                       page.relative_to(ROOT))
    return pages


def run(check_only: bool) -> int:
    building.build(["asynctidy"])
    stale = {page: text for page, text in generated().items() if page.read_text() != text}
    if not check_only:
        for page, text in stale.items():
            page.write_text(text)
            say(f"wrote {page.relative_to(ROOT)}")
        return 0
    for page, text in stale.items():
        name = str(page.relative_to(ROOT))
        sys.stdout.writelines(difflib.unified_diff(
            page.read_text().splitlines(keepends=True), text.splitlines(keepends=True),
            name, name + " (generated)"))
    if stale:
        raise Failure("generated text is out of date; run tools/dev docs")
    return 0
