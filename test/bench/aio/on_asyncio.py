# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same on CPython's asyncio or, with --uvloop, on uvloop."""

import asyncio
import sys
import tempfile
import time

BATCH = 1000
ENOUGH_SECONDS = 0.2


async def nothing():
    pass


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def task_switch(count):
    await asyncio.gather(turns(count // 2), turns(count // 2))


async def call(count):
    for _ in range(count):
        await nothing()


async def task(count):
    for _ in range(count):
        await asyncio.create_task(nothing())


async def callback(count):
    loop = asyncio.get_running_loop()
    called = 0

    def count_it():
        nonlocal called
        called += 1

    while called < count:
        for _ in range(BATCH):
            loop.call_soon(count_it)
        await asyncio.sleep(0)


async def timer_cancel(count):
    loop = asyncio.get_running_loop()
    for _ in range(0, count, BATCH):
        for _ in range(BATCH):
            loop.call_later(3600, print).cancel()
        await asyncio.sleep(0)


async def timer_fire(count):
    loop = asyncio.get_running_loop()
    fired = asked = 0

    def count_it():
        nonlocal fired
        fired += 1

    while fired < count:
        for _ in range(BATCH):
            loop.call_later(0, count_it)
        asked += BATCH
        while fired < asked:
            await asyncio.sleep(0)


async def future(count):
    slot = None

    async def waits():
        nonlocal slot
        for _ in range(count):
            slot = asyncio.get_running_loop().create_future()
            await slot

    waiter = asyncio.create_task(waits())
    while not waiter.done():
        if slot and not slot.done():
            slot.set_result(None)
        await asyncio.sleep(0)


async def queue(count):
    items = asyncio.Queue(16)

    async def puts():
        for i in range(count):
            await items.put(i)

    async def gets():
        for _ in range(count):
            await items.get()

    await asyncio.gather(puts(), gets())


async def generator(count):
    async def numbers():
        for i in range(count):
            yield i

    async for _ in numbers():
        pass


async def echo(reader, writer):
    while data := await reader.read(4096):
        writer.write(data)
        await writer.drain()
    writer.close()


async def round_trips(count, server, reader, writer):
    message = b"x" * 64
    for _ in range(count):
        writer.write(message)
        await writer.drain()
        await reader.readexactly(len(message))
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


async def tcp(count):
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await round_trips(count, server, *await asyncio.open_connection("127.0.0.1", port))


async def unix(count):
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/socket"
        server = await asyncio.start_unix_server(echo, path)
        await round_trips(count, server, *await asyncio.open_unix_connection(path))


BENCHMARKS = {
    "call": call,
    "switch": task_switch,
    "task": task,
    "callback": callback,
    "timer-cancel": timer_cancel,
    "timer-fire": timer_fire,
    "future": future,
    "queue": queue,
    "generator": generator,
    "tcp": tcp,
    "unix": unix,
}


def nanoseconds_of(benchmark):
    count = 1000
    while True:
        start = time.process_time()
        asyncio.run(benchmark(count))
        taken = time.process_time() - start
        if taken >= ENOUGH_SECONDS:
            return taken * 1e9 / count
        count = int(count * min(100, ENOUGH_SECONDS * 1.2 / taken)) + 1


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["--uvloop"]:
        import uvloop

        uvloop.install()
        words = words[1:]
    if words:
        print(f"{nanoseconds_of(BENCHMARKS[words[0]]):.1f}")
    else:
        print("\n".join(BENCHMARKS))
