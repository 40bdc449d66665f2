# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The inner deadline passes, then the outer one; and an outer one that passes within the inner."""

import asyncio

from tracing import trace


async def main():
    try:
        async with asyncio.timeout(10) as outer:
            try:
                async with asyncio.timeout(0.002) as inner:
                    await asyncio.sleep(3600)
            except TimeoutError:
                trace("inner", inner.expired(), outer.expired())
            outer.reschedule(asyncio.get_running_loop().time())
            await asyncio.sleep(3600)
    except TimeoutError:
        trace("outer", outer.expired())
    try:
        async with asyncio.timeout(0.002) as outer:
            try:
                async with asyncio.timeout(10) as inner:
                    await asyncio.sleep(3600)
            except TimeoutError:
                trace("never")
    except TimeoutError:
        trace("outer alone", inner.expired(), outer.expired())


asyncio.run(main())
