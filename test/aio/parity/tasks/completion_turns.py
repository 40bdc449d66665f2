# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# python: <3.12
"""In which turn wait(), as_completed(), gather() and shield() end, and what they leave behind."""

import asyncio

from tracing import trace

SHORT = 1e-9
turn = 0


def tick():
    global turn
    turn += 1
    asyncio.get_running_loop().call_soon(tick)


async def sleeps(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(turn, name)
    return name


async def fails(name, turns):
    await sleeps(name, turns)
    raise ValueError(name)


def names(tasks):
    return " ".join(sorted(task.get_name() for task in tasks))


def tasks(*coroutines):
    return [asyncio.create_task(coroutine, name="abcde"[i])
            for i, coroutine in enumerate(coroutines)]


async def waits(futures, **options):
    done, pending = await asyncio.wait(futures, **options)
    trace(turn, "done", names(done), "pending", names(pending))
    return done, pending


async def drain(pending):
    for task in pending:
        try:
            await task
        except ValueError:
            pass


async def next_of(name, coroutine):
    try:
        result = await coroutine
        trace(turn, name, result)
    except ValueError as error:
        trace(turn, name, error)
    except asyncio.TimeoutError as error:
        trace(turn, name, "TimeoutError", str(error))
    except asyncio.CancelledError:
        trace(turn, name, "cancelled")


async def wait_ends():
    trace("wait, all")
    done, _ = await waits(tasks(sleeps("a", 0), fails("b", 2), sleeps("c", 1)))
    await drain(done)
    trace("wait, all done already")
    await waits(done)
    await drain(done)
    for when in asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION:
        trace("wait, first")
        all_tasks = tasks(sleeps("a", 1), sleeps("b", 1), fails("c", 2), fails("d", 3))
        await waits(all_tasks, return_when=when)
        await drain(all_tasks)
    trace("wait, cancelled is no exception")
    all_tasks = tasks(sleeps("a", 9), sleeps("b", 2))
    all_tasks[0].cancel()
    await waits(all_tasks, return_when=asyncio.FIRST_EXCEPTION)
    trace("wait, timeout")
    all_tasks = tasks(sleeps("a", 1), sleeps("b", 9))
    await waits(all_tasks, timeout=0)
    await drain(all_tasks)
    all_tasks = tasks(sleeps("a", 1), sleeps("b", 2), sleeps("c", 3))
    await waits(all_tasks, timeout=SHORT)
    await drain(all_tasks)


async def completed():
    trace("as_completed")
    for i, each in enumerate(asyncio.as_completed(tasks(
            sleeps("a", 3), fails("b", 1), sleeps("c", 2)))):
        await next_of(str(i), each)
    trace("as_completed, timeout")
    all_tasks = tasks(sleeps("a", 0), sleeps("b", 9))
    for i, each in enumerate(asyncio.as_completed(all_tasks, timeout=SHORT)):
        await next_of(str(i), each)
    await drain(all_tasks)
    trace("as_completed, all at once")
    waiting = [asyncio.create_task(next_of(str(i), each)) for i, each in enumerate(
        asyncio.as_completed(tasks(sleeps("a", 3), sleeps("b", 3), sleeps("c", 2))))]
    await asyncio.gather(*waiting)
    trace("as_completed, one cancelled")
    waiting = [asyncio.create_task(next_of(str(i), each)) for i, each in enumerate(
        asyncio.as_completed(tasks(sleeps("a", 3), sleeps("b", 5))))]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.sleep(0)
    await waiting[1]
    trace("as_completed, done already")
    all_tasks = tasks(sleeps("a", 0))
    await drain(all_tasks)
    for each in asyncio.as_completed(all_tasks):
        await next_of("0", each)


async def gathered():
    trace("gather")
    await asyncio.gather(sleeps("a", 1), sleeps("b", 3))
    trace(turn, "ended")
    trace("gather, nothing")
    trace(turn, len(await asyncio.gather()))
    trace("gather, done already")
    all_tasks = tasks(sleeps("a", 0))
    await drain(all_tasks)
    await asyncio.gather(*all_tasks)
    trace(turn, "ended")
    trace("gather, throws")
    others = tasks(sleeps("b", 4), fails("c", 2))
    try:
        await asyncio.gather(fails("a", 1), *others)
    except ValueError as error:
        trace(turn, error)
    await drain(others)
    trace("gather, return_exceptions")
    a, b, c = await asyncio.gather(fails("a", 2), sleeps("b", 3), asyncio.sleep(0),
                                   return_exceptions=True)
    trace(turn, a, b)
    trace("gather, child cancelled")
    others = tasks(sleeps("a", 9), sleeps("b", 3))
    outer = asyncio.gather(*others)
    outer.add_done_callback(lambda done: trace(turn, "callback", done.cancelled()))
    others[0].cancel("child")
    try:
        await outer
    except asyncio.CancelledError as error:
        trace(turn, "CancelledError", str(error), outer.cancelled())
    await others[1]
    trace("gather, the same twice")
    same = tasks(sleeps("a", 1))[0]
    trace(" ".join(await asyncio.gather(same, same)))


async def shielded():
    trace("shield")
    shield = asyncio.shield(sleeps("a", 1))
    shield.add_done_callback(lambda _: trace(turn, "callback"))
    await shield
    trace(turn, "ended")
    trace("shield, throws")
    await next_of("shield", asyncio.shield(fails("a", 1)))
    trace("shield, cancelled, then the inner one throws")
    task = asyncio.create_task(fails("a", 2))
    shield = asyncio.shield(task)
    shield.cancel()
    await next_of("shield", shield)
    del shield
    await next_of("task", task)
    task = asyncio.create_task(fails("a", 2), name="unseen")
    shield = asyncio.shield(task)
    shield.cancel()
    del shield, task
    for _ in range(4):
        await asyncio.sleep(0)
    trace("shield of a shield")
    task = asyncio.create_task(sleeps("a", 4))
    outer = asyncio.shield(asyncio.shield(task))
    await asyncio.sleep(0)
    outer.cancel()
    await next_of("outer", outer)
    await task


async def program():
    tick()
    await wait_ends()
    await completed()
    await gathered()
    await shielded()
    trace("end")


asyncio.run(program())
