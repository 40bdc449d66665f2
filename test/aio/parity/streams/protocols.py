# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What each end's protocol is told, in which order."""

import asyncio

from tracing import trace


class Recorder(asyncio.Protocol):
    def __init__(self, name, events):
        self.name, self.events, self.lost = name, events, asyncio.Event()

    def connection_made(self, transport):
        self.transport = transport
        self.events.append(f"{self.name} made")

    def data_received(self, data):
        self.events.append(f"{self.name} data {data.decode()}")
        if self.name == "server":
            self.transport.write(b"answer")

    def eof_received(self):
        self.events.append(f"{self.name} eof")

    def connection_lost(self, exc):
        self.events.append(f"{self.name} lost {exc}")
        self.lost.set()


async def main():
    loop = asyncio.get_running_loop()
    client_events, server_events = [], []
    accepted = Recorder("server", server_events)
    server = await loop.create_server(lambda: accepted, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    transport, client = await loop.create_connection(lambda: Recorder("client", client_events),
                                                     "127.0.0.1", port)
    transport.write(b"question")
    while len(client_events) < 2:
        await asyncio.sleep(0.001)
    transport.close()
    trace(transport.is_closing())
    await client.lost.wait()
    await accepted.lost.wait()
    for event in client_events + server_events:
        trace(event)
    server.close()


asyncio.run(main())
