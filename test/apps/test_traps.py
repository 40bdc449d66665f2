# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Debug mode sees the mistakes in aio_server_traps, as far as a run can show them."""

import os
import re
import subprocess
import unittest

TRAPS = os.environ["AIO_SERVER_TRAPS"]

# What the program does, and what has to be said about it meanwhile: by debug mode or, where it is
# an exception, by the reply.
SHOWN = [
    ("/echo?word=b", "coroutine 'aio::StreamWriter::wait_closed' was never awaited"),
    ("/echo?word=b", "coroutine 'Server::remember' was never awaited"),
    ("/forget", "Task exception was never retrieved; .*'the auditor refuses'"),
    ("/audit", "Task exception was never retrieved; .*'the auditor refuses'"),
    ("/audit", "coroutine 'Journal::flush' was never awaited"),
    ("/first", "asynchronous generator 'ticks' was destroyed without aclose()"),
    ("/motd", "Executing <Task .*Server::respond.* took 0"),
    ("/warm", "Non-thread-safe operation invoked on an event loop other than the current one"),
    ("/nap", "this takes too long"),
    ("/date-later", "coroutine 'Commands::run' was never awaited"),
    ("/flush-later", "coroutine 'Journal::flush' was never awaited"),
    ("/now", "This event loop is already running"),
    ("/result", "Result is not set."),
    ("/threadsafe", "called on its own event loop's thread"),
    ("/async", "Executing <Task .*Server::respond.* took 0"),
    ("/two", "Task exception was never retrieved; .*'the auditor refuses'"),
    ("SIGTERM", "coroutine 'Server::drain' was never awaited"),
    ("end", "Task was destroyed but it is pending!; task: <Task pending name='journal'"),
    ("end", "unclosed <socket.socket "),
    ("end", "unclosed transport "),
    ("end", "subprocess \\d+ is still running"),
    ("end", "Task exception was never retrieved; .*name='worker'.*InvalidStateError"),
]


class Traps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run = subprocess.run([TRAPS, "--demo"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             text=True, timeout=60, env={**os.environ, "AIO_DEBUG": "1"})
        assert run.returncode == 0, run.stderr
        sections = re.split(r"^--- (.*)\n", run.stderr, flags=re.M)
        cls.said = dict(zip(sections[1::2], sections[2::2]))

    def test_each_mistake_is_reported_where_it_is_made(self):
        for section, expected in SHOWN:
            with self.subTest(section=section, expected=expected):
                self.assertRegex(self.said[section], expected)

    def test_what_is_right_is_not(self):
        self.assertNotRegex(self.said["/echo?word=a&sync=1"], "Server::remember|never retrieved")
        self.assertNotRegex(self.said["/ticks"], "generator")


if __name__ == "__main__":
    unittest.main()
