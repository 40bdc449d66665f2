# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""aio_server under load from another process: no reply is lost or mixed up, deadlines hit, a signal
ends it in good order, and debug mode has nothing to say about it."""

import asyncio
import contextlib
import itertools
import os
import pathlib
import re
import signal
import socket
import struct
import tempfile
import unittest

SERVER = os.environ["AIO_SERVER"]
# Debug mode tells of slowness too, and the machine may be busy.
SLOW = re.compile(r"aio: (warning|info): (Executing .* took|poll .* took)")
PATIENCE = 60
numbers = itertools.count(1)


class Gone(Exception):
    """The server has closed the connection before the first byte of a reply."""


class Client:
    """A connection. Each request has an id, which its reply must have, too."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.open = True

    @classmethod
    async def connect(cls, port):
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    def send(self, method, path, body=b"", length=None):
        number = f"r{next(numbers)}"
        length = len(body) if length is None else length
        self.writer.write(f"{method} {path} HTTP/1.1\r\nHost: here\r\nX-Request-Id: {number}\r\n"
                          f"Content-Length: {length}\r\n\r\n".encode() + body)
        return number

    async def receive(self, number=None):
        """Status and body of the reply to that request."""
        try:
            status_line = await self.reader.readline()
        except ConnectionError:
            status_line = b""
        if not status_line:
            self.open = False
            raise Gone
        version, status, _ = status_line.decode().split(" ", 2)
        assert version == "HTTP/1.1", status_line
        headers = {}
        while (line := (await self.reader.readuntil(b"\r\n")).decode().strip()):
            name, value = line.split(": ", 1)
            headers[name] = value
        assert headers.get("X-Request-Id") == number, (headers, number)
        if headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while (size := int(await self.reader.readuntil(b"\r\n"), 16)):
                body += await self.reader.readexactly(size)
                assert await self.reader.readexactly(2) == b"\r\n"
            assert await self.reader.readexactly(2) == b"\r\n"
        else:
            body = await self.reader.readexactly(int(headers["Content-Length"]))
        self.open = headers["Connection"] == "keep-alive"
        return int(status), body.decode()

    async def request(self, method, path, body=b"", length=None):
        return await self.receive(self.send(method, path, body, length))

    async def end(self):
        """Waits until the server closes the connection without another byte."""
        try:
            assert await self.reader.read() == b""
        except ConnectionError:
            pass

    def reset(self):
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    async def close(self):
        self.writer.close()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()


class ServerTest(unittest.IsolatedAsyncioTestCase):
    maxDiff = None

    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)  # This is not what is tested.
        self.scratch = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.journal = self.scratch / "journal"

    async def start(self, **options):
        options["journal"] = self.journal
        arguments = [str(word) for name, value in options.items() for word in (f"--{name}", value)]
        with (self.scratch / "stderr").open("w") as stderr:
            self.server = await asyncio.create_subprocess_exec(
                SERVER, *arguments, stdout=asyncio.subprocess.PIPE, stderr=stderr,
                env={**os.environ, "AIO_DEBUG": "1"})
        self.addCleanup(self.kill)
        line = await asyncio.wait_for(self.server.stdout.readline(), PATIENCE)
        self.assertRegex(line, rb"^listening on \d+$")
        self.port = int(line.split()[-1])

    def kill(self):
        if self.server.returncode is None:
            self.server.kill()

    async def finish(self):
        """The end is clean. What the server printed, and its counts."""
        printed, _ = await asyncio.wait_for(self.server.communicate(), PATIENCE)
        reports = [line for line in (self.scratch / "stderr").read_text().splitlines()
                   if not SLOW.match(line)]
        self.assertEqual(reports, [])
        self.assertEqual(self.server.returncode, 0)
        *rest, counts, live = printed.decode().splitlines()
        self.assertEqual(live, "live coroutines=0 futures=0 handles=0 transports=0")
        return rest, {name: int(value) for name, value in re.findall(r"(\w+)=(\d+)", counts)}

    async def expect(self, *request):
        """The reply to one request on a connection of its own."""
        client = await Client.connect(self.port)
        try:
            return await asyncio.wait_for(client.request(*request), PATIENCE)
        finally:
            await client.close()

    async def until_it_works_on(self, requests):
        """A request for the counts is one, too."""
        client = await Client.connect(self.port)
        for number in itertools.count(1):
            _, counts = await client.request("GET", "/stats")
            if int(re.search(r"requests=(\d+)", counts)[1]) >= requests + number:
                return await client.close()
            await asyncio.sleep(0.01)


class Load(ServerTest):
    """Many connections at once, well-behaved and not."""

    clients = 32
    replies = 1500

    async def test_load(self):
        await self.start(idle=3, request=3, command=1.5, grace=30)
        self.answered = []
        self.terminated = False
        load = [asyncio.create_task(self.work(f"c{number}")) for number in range(self.clients)]
        for odd in asyncio.as_completed((
                self.stalls_in_the_head(), self.stalls_in_the_body(), self.stalls_after_a_reply(),
                self.asks_for_too_much_time(), self.asks_for_a_command_that_hangs(),
                self.sends_garbage(), self.sends_a_head_without_end(), self.leaves_in_the_body(),
                self.leaves_without_the_reply(), self.leaves_in_the_reply(), self.never_reads(),
                ), timeout=PATIENCE):
            await odd
        while len(self.answered) < self.replies and not any(task.done() for task in load):
            await asyncio.sleep(0.01)
        self.server.send_signal(signal.SIGTERM)
        self.terminated = True
        await asyncio.wait_for(asyncio.gather(*load), PATIENCE)
        _, counts = await self.finish()
        self.assertGreaterEqual(counts["replies"], len(self.answered))
        # Those of who leaves or never reads.
        self.assertIn(counts["requests"] - counts["replies"], (3, 4))
        self.assertEqual(counts["refused"], 0)
        self.assertGreater(counts["rounds"], 0)
        noted = [line.split()[-1] for line in self.journal.read_text().splitlines()
                 if line.startswith(("GET", "POST"))]
        self.assertEqual(len(noted), counts["requests"])
        self.assertEqual(len(set(noted)), len(noted))
        self.assertLessEqual(set(self.answered), set(noted))

    async def work(self, word):
        """One request after the other until the server says that it ends."""
        client = await Client.connect(self.port)
        counted = 0
        for turn in itertools.count(1):
            # Commands and the queue cost more than the others.
            kind = turn % 4 if turn % 10 else 4 + turn // 10 % 5
            method, path, body, expected = [
                ("GET", f"/echo?word={word}-{turn}", "", f"{word}-{turn}"),
                ("POST", "/echo", f"{word}-{turn}" * 50, f"{word}-{turn}" * 50),
                ("POST", f"/count?name={word}", "", str(counted + 1)),
                ("GET", f"/ticks?word={word}&count=3", "", f"{word} 0\n{word} 1\n{word} 2\n"),
                ("POST", "/digest", word * 100, None),
                ("GET", "/sleep?ms=5", "", "awake"),
                ("GET", "/nothing", "", "there is nothing here"),
                ("POST", "/flush", "", "flushed"),
                ("POST", "/wc", "x" * turn, f"{turn}\n"),
            ][kind]
            in_time = not self.terminated
            number = client.send(method, path, body.encode())
            try:
                status, text = await client.receive(number)
            except Gone:
                # Only what comes after the signal may find nobody.
                self.assertFalse(in_time, f"{word}: no reply to {path}")
                break
            self.answered.append(number)
            if path == "/digest":
                self.assertIn(status, (200, 503))
            else:
                self.assertEqual((status, text), (404 if path == "/nothing" else 200,
                                                  text if expected is None else expected))
            counted += path.startswith("/count")
            if not client.open:
                self.assertTrue(self.terminated, f"{word}: closed after {path}")
                break
        await client.close()

    async def stalls_in_the_head(self):
        client = await Client.connect(self.port)
        client.writer.write(b"GET /echo HTTP/1.1\r\nHost:")
        await client.end()
        await client.close()

    async def stalls_in_the_body(self):
        self.assertEqual(await self.expect("POST", "/echo", b"hal", 4), (408, "where is the body?"))

    async def stalls_after_a_reply(self):
        client = await Client.connect(self.port)
        self.assertEqual(await client.request("GET", "/echo?word=x"), (200, "x"))
        self.assertTrue(client.open)
        await client.end()
        await client.close()

    async def asks_for_too_much_time(self):
        self.assertEqual(await self.expect("GET", "/sleep?ms=60000"), (504, "this takes too long"))

    async def asks_for_a_command_that_hangs(self):
        self.assertEqual(await self.expect("GET", "/nap"), (504, "this takes too long"))

    async def sends_garbage(self):
        client = await Client.connect(self.port)
        client.writer.write(b"\x00\xff\x16\x03\x01 garbage\r\n\r\n")
        self.assertEqual(await client.receive(), (400, "no request of HTTP/1.1"))
        await client.end()
        await client.close()

    async def sends_a_head_without_end(self):
        client = await Client.connect(self.port)
        client.writer.write(b"GET / HTTP/1.1\r\n" + b"x" * 200_000)
        # The reply may be lost: the server closes without having read everything.
        with contextlib.suppress(Gone, ConnectionError, asyncio.IncompleteReadError):
            self.assertEqual((await client.receive())[0], 431)
        await client.close()

    async def leaves_in_the_body(self):
        client = await Client.connect(self.port)
        client.send("POST", "/echo", b"half", length=8)
        await client.close()

    async def leaves_without_the_reply(self):
        client = await Client.connect(self.port)
        client.send("GET", "/sleep?ms=50")
        client.reset()

    async def leaves_in_the_reply(self):
        client = await Client.connect(self.port)
        client.send("GET", "/ticks?word=gone&count=100000")
        await client.reader.readuntil(b"gone 3\n")
        client.reset()

    async def never_reads(self):
        client = await Client.connect(self.port)
        client.writer.transport.pause_reading()
        for _ in range(16):
            client.send("POST", "/echo", b"x" * 1_000_000)
        with contextlib.suppress(ConnectionError):
            await client.writer.drain()
            await client.writer.wait_closed()


class Ends(ServerTest):
    """What a signal does."""

    async def test_requests_in_flight_are_answered(self):
        await self.start()
        client, idle = await Client.connect(self.port), await Client.connect(self.port)
        number = client.send("GET", "/sleep?ms=300")
        await self.until_it_works_on(1)
        self.server.send_signal(signal.SIGTERM)
        await idle.end()
        self.assertEqual(await client.receive(number), (200, "awake"))
        self.assertFalse(client.open)
        rest, counts = await self.finish()
        self.assertEqual(rest, [])
        self.assertEqual(counts["requests"], counts["replies"])
        await client.close()
        await idle.close()

    async def test_no_longer_than_the_deadline(self):
        await self.start(grace=0.3, request=60, command=60)
        clients = [await Client.connect(self.port) for _ in range(3)]
        for client, path in zip(clients, ("/sleep?ms=60000", "/nap", "/ticks?count=1000000")):
            client.send("GET", path)
        await self.until_it_works_on(3)
        self.server.send_signal(signal.SIGINT)
        rest, counts = await self.finish()
        self.assertEqual(rest, ["some requests were not answered in time"])
        self.assertEqual(counts["requests"] - counts["replies"], 3)
        for client in clients:
            await client.close()

    async def test_a_second_signal_ends_it_at_once(self):
        await self.start(grace=60, request=60)
        client, idle = await Client.connect(self.port), await Client.connect(self.port)
        client.send("GET", "/sleep?ms=60000")
        await self.until_it_works_on(1)
        self.server.send_signal(signal.SIGTERM)
        await idle.end()
        self.server.send_signal(signal.SIGTERM)
        rest, _ = await self.finish()
        self.assertEqual(rest, ["some requests were not answered in time"])
        await client.close()
        await idle.close()


class Limits(ServerTest):
    async def test_connections(self):
        await self.start(connections=2, request=0.3)
        inside = [await Client.connect(self.port) for _ in range(2)]
        for client in inside:
            self.assertEqual((await client.request("GET", "/stats"))[0], 200)
        outside = await Client.connect(self.port)
        self.assertEqual(await outside.receive(), (503, "too many connections\n"))
        await outside.end()
        await inside[0].close()
        self.assertEqual((await self.expect("GET", "/date"))[0], 200)
        self.server.send_signal(signal.SIGTERM)
        _, counts = await self.finish()
        self.assertEqual(counts["refused"], 1)
        await inside[1].close()
        await outside.close()


if __name__ == "__main__":
    unittest.main()
