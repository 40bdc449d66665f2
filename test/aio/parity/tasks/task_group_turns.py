# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# python: <3.13
"""In which turn of the loop tasks of a group end, are cancelled, and the group ends."""

import asyncio

from tracing import trace

turn = 0


def tick():
    global turn
    turn += 1
    asyncio.get_running_loop().call_soon(tick)


async def sleeps(name, turns):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        trace(turn, name, "ends")
    except asyncio.CancelledError:
        trace(turn, name, "cancelled")
        raise


async def fails(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(turn, name, "throws")
    raise ValueError(name)


async def late(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace(turn, name, "cancelled")
        await asyncio.sleep(0)
        raise KeyError(name)


async def swallows(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace(turn, name, "swallows")
    await asyncio.sleep(0)
    trace(turn, name, "ends")


async def ended(awaitable):
    task = asyncio.current_task()
    try:
        await awaitable
        trace(turn, "ended", task.cancelling())
    except ExceptionGroup as group:
        trace(turn, str(group), *[str(error).strip("'") for error in group.exceptions], task.cancelling())
    except asyncio.CancelledError as error:
        trace(turn, "CancelledError", str(error), task.cancelling())


async def group(*coroutines, body=None):
    async with asyncio.TaskGroup() as tasks:
        for coroutine in coroutines:
            tasks.create_task(coroutine)
        if body is not None:
            await body


async def cancelled_after(turns, coroutine, again=False):
    task = asyncio.create_task(ended(coroutine))
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel("first")
    if again:
        await asyncio.sleep(0)
        task.cancel("again")
    await task


async def creates_late():
    async with asyncio.TaskGroup() as tasks:
        async def creates():
            await asyncio.sleep(0)
            tasks.create_task(sleeps("late", 2))
            trace(turn, "created")
        tasks.create_task(creates())


async def two_groups():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(fails("outer", 3))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(late("inner"))
            await sleeps("body", 9)


async def inner_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(sleeps("outer", 9))
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails("inner", 1))
                await sleeps("body", 9)
        except ExceptionGroup as error:
            trace(turn, "inner group", str(error))


async def program():
    tick()
    trace("empty")
    await ended(group())
    trace("two tasks")
    await ended(group(sleeps("a", 1), sleeps("b", 3)))
    trace("body last")
    await ended(group(sleeps("a", 1), body=sleeps("body", 3)))
    trace("a task throws")
    await ended(group(fails("b", 2), late("c"), body=sleeps("body", 9)))
    trace("two throw in one turn")
    await ended(group(fails("a", 1), fails("b", 1), body=sleeps("body", 9)))
    trace("the body throws")
    await ended(group(late("b"), body=fails("body", 2)))
    trace("body and task throw in one turn")
    await ended(group(fails("a", 0), body=fails("body", 1)))
    trace("throws before the body awaits")
    await ended(group(fails("a", 0), sleeps("b", 9)))
    trace("one swallows")
    await ended(group(fails("a", 0), swallows("b"), body=swallows("body")))
    trace("cancelled in the body")
    await cancelled_after(3, group(sleeps("a", 9), body=sleeps("body", 9)))
    trace("cancelled at the end")
    await cancelled_after(3, group(sleeps("a", 9)))
    trace("cancelled, clean-up throws")
    await cancelled_after(3, group(late("a"), body=sleeps("body", 9)))
    trace("cancelled twice")
    await cancelled_after(3, group(late("a")), again=True)
    trace("cancelled while it throws")
    await cancelled_after(3, group(fails("a", 2), sleeps("b", 9), body=sleeps("body", 9)))
    trace("cancelled as it throws")
    await cancelled_after(2, group(fails("a", 1), late("b"), body=sleeps("body", 9)), again=True)
    trace("late")
    await ended(creates_late())
    trace("outer throws")
    await ended(two_groups())
    trace("inner throws")
    await ended(inner_fails())


asyncio.run(program())
