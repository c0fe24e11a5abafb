"""What recording costs those who are recorded: bench_record.py PROGRAM [COUNT].

An engine that plays answers a client, in turns asked directly and through 'record --proxy': the time to the first byte of
the body, and what the proxy adds to it. Then 'hook claude-code'
as a whole process, beside a process that does nothing and beside the same program saying its version. Everything is in a
temporary folder; the figures of one run belong together, for other work on the machine makes all of them slower.
"""
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

from measured import percentile

PROGRAM = os.path.abspath(sys.argv[1])
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 300
REQUEST = json.dumps({"model": "tiny", "stream": True, "messages": [{"role": "user", "content": "Say it. " * 100}]})


def line(**fields):
    return json.dumps(fields).encode() + b"\n"


def pieces():
    for number in range(20):
        yield line(model="tiny", message={"role": "assistant", "content": f"word{number} "}, done=False)
    yield line(model="tiny", message={"role": "assistant", "content": ""}, done=True, done_reason="stop",
               prompt_eval_count=9, eval_count=20)


def play(listener):
    """Answers every request of /api/chat at once, in chunks."""
    def serve(client):
        with client, client.makefile("rb") as lines:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while True:
                head = []
                while (text := lines.readline()) not in (b"\r\n", b""):
                    head.append(text.lower())
                if not head:
                    return
                length = next((int(text.split(b":")[1]) for text in head if text.startswith(b"content-length:")), 0)
                lines.read(length)
                client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                for piece in pieces():
                    client.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
                client.sendall(b"0\r\n\r\n")

    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=serve, args=(client,), daemon=True).start()


class Asker:
    """A client that keeps its connection, so that none is opened while it is measured."""

    def __init__(self, port):
        self.port, self.client = port, None

    def ask(self):
        """Milliseconds from the request to the first byte of the body."""
        if self.client is None:
            self.client = socket.create_connection(("127.0.0.1", self.port), timeout=20)
            self.client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        request = (f"POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Type: application/json\r\n"
                   f"Content-Length: {len(REQUEST)}\r\n\r\n{REQUEST}").encode()
        began = time.perf_counter()
        self.client.sendall(request)
        got = b""
        while not got.partition(b"\r\n\r\n")[2]:
            got += self.client.recv(65536) or sys.exit("no answer came")
        first = (time.perf_counter() - began) * 1000
        while not got.endswith(b"\r\n0\r\n\r\n"):
            got += self.client.recv(65536) or sys.exit("an answer was cut off")
        if b"\r\nconnection: close" in got.lower().partition(b"\r\n\r\n")[0]:
            self.client.close()
            self.client = None
        return first


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def told(title, samples, beside=None):
    text = f"{title:34} p50 {percentile(samples, .5):7.2f} ms   p95 {percentile(samples, .95):7.2f} ms"
    if beside:
        text += f"   p50 added {percentile(samples, .5) - percentile(beside, .5):6.2f} ms"
    print(text, flush=True)


def whole(command, environment, text):
    began = time.perf_counter()
    subprocess.run(command, env=environment, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def hook(folder, number):
    """What Claude Code hands over after an edit."""
    path = f"{folder}/work/a{number}.py"
    return json.dumps({
        "session_id": "3f6c2c1e-0000-4000-8000-000000000001", "transcript_path": "/nowhere.jsonl", "cwd": f"{folder}/work",
        "hook_event_name": "PostToolUse", "tool_name": "Write", "tool_use_id": f"toolu_{number}",
        "tool_input": {"file_path": path, "content": "def f(x):\n    return x\n" * 40},
        "tool_response": {"type": "create", "filePath": path, "content": "def f(x):\n    return x\n" * 40,
                          "structuredPatch": []}}).encode()


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(f"{folder}/work")
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "COLOPHON_STORE": f"{folder}/store.sqlite"}
        listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        player = multiprocessing.get_context("fork").Process(target=play, args=(listener,), daemon=True)
        player.start()
        engine, port = listener.getsockname()[1], free_port()
        proxy = subprocess.Popen(
            [PROGRAM, "record", "--proxy", "--listen", f"127.0.0.1:{port}", "--upstream", f"http://127.0.0.1:{engine}"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            askers = Asker(engine), Asker(port)
            for _ in range(200):
                try:
                    askers[1].ask()
                    break
                except ConnectionRefusedError:
                    time.sleep(0.05)
            askers[0].ask()
            direct, through = [], []
            for _ in range(COUNT):
                direct.append(askers[0].ask())
                through.append(askers[1].ask())
        finally:
            proxy.terminate()
            proxy.wait()
            player.terminate()
        told("first byte, asked directly", direct)
        told("first byte, through the recorder", through, direct)

        nothing, version, hooked = [], [], []
        for number in range(max(COUNT // 5, 10)):
            nothing.append(whole(["true"], environment, b""))
            version.append(whole([PROGRAM, "--version"], environment, b""))
            hooked.append(whole([PROGRAM, "hook", "claude-code"], environment, hook(folder, number)))
        told("process: true", nothing)
        told("process: colophon --version", version, nothing)
        told("process: colophon hook claude-code", hooked, nothing)


main()
