# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""join() waits until task_done() was called for each item; too many calls are an error."""

import asyncio

from tracing import trace


async def worker(queue):
    while True:
        item = await queue.get()
        trace("works on", item)
        await asyncio.sleep(0)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    trace("joined")
    task.cancel()
    await asyncio.wait([task])
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        trace(str(error))
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        trace(error)
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull as error:
        trace(error, full.qsize(), full.maxsize)


asyncio.run(main())
