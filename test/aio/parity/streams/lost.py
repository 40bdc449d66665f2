# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""drain() after the other end is gone."""

import asyncio

from tracing import trace


async def main():
    accepted = asyncio.get_running_loop().create_future()
    server = await asyncio.start_server(lambda *streams: accepted.set_result(streams),
                                        "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    server_reader, server_writer = await accepted
    writer.close()
    await writer.wait_closed()
    trace("server reads", await server_reader.read(), server_reader.at_eof())
    trace("client reads", await reader.read())
    try:
        writer.write(b"late")
        await writer.drain()
    except ConnectionResetError as error:
        trace(error)
    server_writer.close()
    await server_writer.wait_closed()
    trace(server_writer.is_closing())
    server.close()


asyncio.run(main())
