# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a cancellation does to each thing a task can await, and where its message arrives."""

import asyncio

from tracing import trace

turn = 0


def tick():
    global turn
    turn += 1
    asyncio.get_running_loop().call_soon(tick)


async def sleeps(name, turns=99):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        trace(turn, name, "cancelled", str(error))
        raise
    trace(turn, name, "ends")
    return 1


async def swallows(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        trace(turn, name, "swallows", str(error))
    await asyncio.sleep(0)
    return 2


async def ended(name, awaitable):
    try:
        await awaitable
        trace(turn, name, "ended")
    except asyncio.CancelledError as error:
        trace(turn, name, "CancelledError", str(error))
        raise
    except ValueError as error:
        trace(turn, name, error)


async def cancelled(awaitable, message="why", turns=3):
    """Cancels a task that awaits it."""
    task = asyncio.create_task(ended("task", awaitable))
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(turn, "cancel", task.cancel(message), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error))
    trace("cancelled", task.cancelled(), task.cancelling(), "again", task.cancel())


async def program():
    tick()
    loop = asyncio.get_running_loop()
    trace("coroutine")
    await cancelled(sleeps("inner"))
    trace("before its start")
    task = asyncio.create_task(sleeps("inner"))
    task.cancel("early")
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error), task.cancelled())
    trace("future")
    await cancelled(loop.create_future())
    trace("sleep")
    await cancelled(asyncio.sleep(3600))
    trace("task")
    await cancelled(asyncio.create_task(sleeps("inner")))
    trace("task that swallows it")
    await cancelled(asyncio.create_task(swallows("inner")))
    trace("done task")
    done = asyncio.create_task(sleeps("inner", 0))
    await done
    await cancelled(done, turns=0)
    trace("gather")
    await cancelled(asyncio.gather(sleeps("a"), sleeps("b", 1)))
    trace("gather, returning exceptions")
    await cancelled(asyncio.gather(sleeps("a"), sleeps("b", 1), return_exceptions=True))
    trace("gather of what swallows it")
    await cancelled(asyncio.gather(swallows("a")))
    await cancelled(asyncio.gather(swallows("a"), return_exceptions=True))
    trace("shield")
    inner = asyncio.create_task(sleeps("inner", 8))
    await cancelled(asyncio.shield(inner))
    trace(turn, "inner", await inner)
    trace("shielded one cancelled")
    inner = asyncio.create_task(sleeps("inner"))
    loop.call_soon(loop.call_soon, inner.cancel, "by hand")
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error))
    trace("wait")
    inner = asyncio.create_task(sleeps("inner", 8))
    await cancelled(asyncio.wait([inner]))
    await inner
    trace("twice")
    task = asyncio.create_task(ended("task", swallows("inner")))
    await asyncio.sleep(0)
    trace(task.cancel("first"), task.cancel("second"), task.cancelling())
    await task
    trace(task.cancelled(), task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    trace("future cancelled first")
    future = loop.create_future()
    task = asyncio.create_task(ended("task", future))
    await asyncio.sleep(0)
    future.cancel("future")
    task.cancel("task")
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error))
    trace("exception first")
    future = loop.create_future()
    task = asyncio.create_task(ended("task", future))
    await asyncio.sleep(0)
    future.set_exception(ValueError("unseen"))
    task.cancel("task")
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error))
    del future
    trace("in its last step")

    async def cancels_itself():
        asyncio.current_task().cancel("self")
        return 1
    task = asyncio.create_task(cancels_itself())
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error), task.cancelled())

    async def cancels_itself_and_throws():
        asyncio.current_task().cancel("self")
        raise ValueError("thrown")
    task = asyncio.create_task(ended("task", cancels_itself_and_throws()))
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error))

    async def cancels_itself_and_awaits(awaitable):
        asyncio.current_task().cancel("self")
        await ended("awaits", awaitable)
    for awaitable in asyncio.sleep(0), loop.create_future(), done, asyncio.sleep(3600):
        task = asyncio.create_task(cancels_itself_and_awaits(awaitable))
        try:
            await task
        except asyncio.CancelledError as error:
            trace(turn, "main", str(error))
    trace("thrown by hand")

    async def throws():
        raise asyncio.CancelledError("by hand")
    task = asyncio.create_task(throws())
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "main", str(error), task.cancelled(), task.cancelling())
    trace("exception of a cancelled one is taken as seen")

    async def fails():
        raise ValueError("unseen")
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    trace(task.done(), task.cancel())
    del task
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    del task
    trace("end")


asyncio.run(program())
