# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A client of a language server that speaks LSP over its stdin and stdout."""

import json
import queue
import subprocess
import threading
import time

CAPABILITIES = {
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}
        },
    },
}


class Client:
    """Starts the server; as a context manager it ends it, whatever happened.

    Every wait has its own limit of `patience` seconds and fails with the server's log."""

    def __init__(self, command, root, environment, log, patience=60):
        self.patience = patience
        self._log = log
        with open(log, "wb") as sink:
            self._process = subprocess.Popen(command, cwd=root, env=environment, stderr=sink,
                                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._messages = queue.Queue()
        self._published = {}  # (uri, version) -> lists of diagnostics, oldest first
        self._answers = {}
        self._last_id = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reader.join()
        self._process.stdin.close()
        self._process.stdout.close()

    def initialize(self, root):
        answer = self.request("initialize", {
            "processId": None, "rootUri": root.as_uri(), "capabilities": CAPABILITIES})
        self.notify("initialized", {})
        return answer

    def open(self, path, text=None, version=1):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": path.as_uri(), "languageId": "cpp", "version": version,
            "text": path.read_text() if text is None else text}})

    def change(self, path, text, version):
        # Without wantDiagnostics, clangd leaves out versions that a newer one overtakes.
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": path.as_uri(), "version": version},
            "contentChanges": [{"text": text}], "wantDiagnostics": True})

    def diagnostics(self, path, version=1, until=lambda diagnostics: True):
        """The first diagnostics published for this version of which `until` is true: the server
        may publish more than once, a first time with what it knows of outdated headers."""
        published = self._published.setdefault((path.as_uri(), version), [])
        seen = 0

        def ready():
            nonlocal seen
            while seen < len(published):
                seen += 1
                if until(published[seen - 1]):
                    return True
            return False

        self._pump(ready, f"such diagnostics of {path.name}, version {version}", published)
        return published[seen - 1]

    def fixes(self, path, diagnostic):
        return self.request("textDocument/codeAction", {
            "textDocument": {"uri": path.as_uri()}, "range": diagnostic["range"],
            "context": {"diagnostics": [diagnostic], "only": ["quickfix"]}})

    def finish(self):
        """Asks the server to end; returns its exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self._process.wait(self.patience)

    def request(self, method, parameters):
        self._last_id += 1
        number = self._last_id
        self._send({"id": number, "method": method, "params": parameters})
        self._pump(lambda: number in self._answers, f"the answer to {method}")
        answer = self._answers.pop(number)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def notify(self, method, parameters):
        self._send({"method": method, "params": parameters})

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self):
        stream = self._process.stdout
        while True:
            length = None
            while (line := stream.readline()).strip():
                name, value = line.split(b":", 1)
                if name.lower() == b"content-length":
                    length = int(value)
            if not line:
                self._messages.put(None)
                return
            self._messages.put(json.loads(stream.read(length)))

    def _pump(self, ready, what, so_far=()):
        deadline = time.monotonic() + self.patience
        while not ready():
            try:
                message = self._messages.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                message = None
            if message is None:
                with open(self._log, errors="replace") as log:
                    raise AssertionError(f"no message with {what}; so far: {so_far}; "
                                         f"the server's log:\n{log.read()}")
            self._take(message)

    def _take(self, message):
        if message.get("method") == "textDocument/publishDiagnostics":
            published = message["params"]
            key = (published["uri"], published.get("version"))
            self._published.setdefault(key, []).append(published["diagnostics"])
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif "id" in message:
            self._answers[message["id"]] = message


def apply(text, edits):
    """The text after an LSP edit; its positions count UTF-16 units, which ASCII does not show."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(position):
        return starts[position["line"]] + position["character"]

    for edit in sorted(edits, key=lambda edit: offset(edit["range"]["start"]), reverse=True):
        begin, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:begin] + edit["newText"] + text[end:]
    return text
