# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The page of 3.5: the call is at the top of the module, no loop runs."""

from tracing import trace


async def test():
    trace("never scheduled")


test()
trace("end")
