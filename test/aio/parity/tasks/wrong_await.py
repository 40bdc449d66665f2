# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Awaiting oneself or a future of another loop is an error of the await, in a later turn."""

import asyncio

from tracing import trace

turn = 0


def tick():
    global turn
    turn += 1
    asyncio.get_running_loop().call_soon(tick)


async def awaits(what, cancels=False):
    task = asyncio.current_task()
    if cancels:
        task.cancel("first")
    try:
        await (what or task)
    except RuntimeError as error:
        trace(turn, str(error).split(":")[0].split("<")[0])
    except asyncio.CancelledError as error:
        trace(turn, "CancelledError", str(error))


async def program(other):
    tick()
    await asyncio.create_task(awaits(None))
    await asyncio.create_task(awaits(None, True))
    await asyncio.create_task(awaits(other.create_future()))
    await asyncio.create_task(awaits(other.create_future(), True))
    trace(turn, "end")


other = asyncio.new_event_loop()
asyncio.run(program(other))
other.close()
