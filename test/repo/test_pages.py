# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import unittest

from rules import pages
from support import RuleTest

PAGE = """# async-slow-call

Blocks.

## Example

```cpp
# define X
```

## Why

It blocks.

## How it decides

It looks.

## Options

<!-- options -->
None.
<!-- /options -->

## Silencing

NOLINT.

## See also

Nothing.
"""


def page(text: str) -> "dict[str, str]":
    return {"checks/blocking/slow-call.md": text}


class Filled(RuleTest):
    def test_a_good_page(self) -> None:
        self.assert_finds(pages.filled, page(PAGE))

    def test_an_empty_section(self) -> None:
        self.assert_finds(pages.filled, page(PAGE.replace("It looks.", "")),
                          "nothing under 'How it decides'")

    def test_the_repository(self) -> None:
        self.assert_holds(pages.filled)


class OptionMarkers(RuleTest):
    def test_a_good_page(self) -> None:
        self.assert_finds(pages.option_markers, page(PAGE))

    def test_no_markers(self) -> None:
        self.assert_finds(pages.option_markers, page(PAGE.replace("<!-- /options -->", "")),
                          "must hold")

    def test_markers_elsewhere(self) -> None:
        marked = "<!-- options -->\nNone.\n<!-- /options -->\n"
        self.assert_finds(pages.option_markers, page(PAGE.replace(marked, "") + marked), "must hold")

    def test_something_beside_them(self) -> None:
        self.assert_finds(pages.option_markers,
                          page(PAGE.replace("<!-- /options -->", "<!-- /options -->\nmore\n")),
                          "nothing else")

    def test_the_repository(self) -> None:
        self.assert_holds(pages.option_markers)


class Links(RuleTest):
    def test_links_that_lead_somewhere(self) -> None:
        self.assert_finds(pages.links, {"a.md": "[b](b.md#top), [web](https://example.org/x)\n",
                                        "b.md": "```\n[no](link)\n```\n"})

    def test_a_dead_link(self) -> None:
        self.assert_finds(pages.links, {"docs/a.md": "[b](../b.md)\n"}, "links to ../b.md")

    def test_the_repository(self) -> None:
        self.assert_holds(pages.links)


if __name__ == "__main__":
    unittest.main()
