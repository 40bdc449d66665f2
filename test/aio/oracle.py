# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What CPython's asyncio does: each scenario prints a trace, which aio must reproduce.

OracleTest.cpp has the same scenarios, by the same names, in C++.
"""

import asyncio
import sys


async def worker(log, name, turns):
    for turn in range(turns):
        log(f"{name}{turn}")
        await asyncio.sleep(0)


async def steps(log):
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(worker(log, "a", 2))
    loop.call_soon(log, "soon")
    other = asyncio.create_task(worker(log, "b", 3))
    log("main")
    task.add_done_callback(lambda _: log("a done"))
    await task
    log("after a")
    await other
    log("after b")


async def futures(log):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waits(name):
        log(f"{name} waits")
        log(f"{name} has {await future}")

    tasks = [asyncio.create_task(waits(name)) for name in "ab"]
    await asyncio.sleep(0)
    future.add_done_callback(lambda done: log("callback"))
    loop.call_soon(log, "before")
    future.set_result(1)
    loop.call_soon(log, "behind")
    log(f"main has {await future}")
    await asyncio.gather(*tasks)
    log("end")


async def cancellation(log):
    async def inner():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            log("inner cancelled")
            raise

    async def outer():
        try:
            await inner()
        finally:
            log("outer ends")

    task = asyncio.create_task(outer())
    task.add_done_callback(lambda done: log(f"done, cancelled {int(done.cancelled())}"))
    await asyncio.sleep(0)
    log(f"cancel {int(task.cancel())}, done {int(task.done())}")
    log(f"cancel {int(task.cancel())}, done {int(task.done())}")
    try:
        await task
    except asyncio.CancelledError:
        log("main sees it")
    log(f"cancel {int(task.cancel())}, done {int(task.done())}")


async def late_cancel(log):
    """A result that is there already loses against a cancellation before the wake-up."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waits():
        try:
            log(f"has {await future}")
        except asyncio.CancelledError:
            log("cancelled")

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    future.set_result(1)
    task.cancel()
    await task
    log(f"task cancelled {int(task.cancelled())}")


async def gathering(log):
    async def part(name, turns, fails):
        for _ in range(turns):
            await asyncio.sleep(0)
        log(f"{name} ends")
        if fails:
            raise ValueError(name)

    outer = asyncio.gather(part("a", 3, False), part("b", 1, True), part("c", 2, True))
    outer.add_done_callback(lambda _: log("outer done"))
    try:
        await outer
    except ValueError as error:
        log(f"main sees {error}")
    for _ in range(5):
        await asyncio.sleep(0)
    log("end")


def main():
    for scenario in (steps, futures, cancellation, late_cancel, gathering):
        asyncio.run(scenario(lambda text: print(f"{scenario.__name__}: {text}")))


if __name__ == "__main__":
    sys.exit(main())
