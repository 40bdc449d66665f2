# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Parties wait for each other; abort() breaks the barrier until reset()."""

import asyncio

from tracing import trace


async def party(name, barrier):
    try:
        trace(name, await barrier.wait())
    except asyncio.BrokenBarrierError:
        trace(name, "broken")


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(name, barrier)) for name in "ab"]
    await asyncio.sleep(0)
    trace("waiting", barrier.n_waiting, barrier.parties, barrier.broken)
    await party("main", barrier)
    await asyncio.gather(*tasks)
    task = asyncio.create_task(party("c", barrier))
    await asyncio.sleep(0)
    await barrier.abort()
    await task
    await party("d", barrier)
    await barrier.reset()
    trace(barrier.broken)


asyncio.run(main())
