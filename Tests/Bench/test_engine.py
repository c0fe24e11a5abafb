"""Holds generating against a real engine: test_engine.py PROGRAM URL [MODEL].

Everything happens in a temporary folder with a store of its own. Says what it saw; exit code 1 where something is wrong.
"""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

PROGRAM = os.path.abspath(sys.argv[1])
ENGINE = sys.argv[2]
MODEL = ["--model", sys.argv[3]] if len(sys.argv) > 3 else []
FAULTS = []


def check(holds, words):
    print(("ok    " if holds else "WRONG ") + words, flush=True)
    if not holds:
        FAULTS.append(words)


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, **options)


def rows(store, sql):
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def varints(blob, count):
    numbers, place = [], 0
    while len(numbers) < count:
        value = shift = 0
        while True:
            byte = blob[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        numbers.append(value)
    return numbers


def look_at(store, what):
    """The newest generation: its tokens add up, and its counts are told."""
    row = rows(
        store,
        """
        SELECT g.model, g.output_tokens, g.stop_reason, o.text AS output, r.*, t.count, t.lengths, t.logprobs
        FROM generation g JOIN engine_run r ON r.generation = g.id LEFT JOIN body o ON o.id = g.output
        LEFT JOIN token_run t ON t.generation = g.id ORDER BY g.id DESC LIMIT 1
        """,
    )
    if not row:
        check(False, f"{what}: nothing is recorded")
        return
    row = row[0]
    check(bool(row["output"]), f"{what}: the answer is kept, {len(row['output'] or '')} characters of {row['model']}")
    told = f"{row['engine']} {row['path']}, {row['fidelity']}, {row['observed_tokens']} of {row['reported_tokens']} tokens"
    check(row["ended"] == "complete", f"{what}: {told}, first after {row['first_token_after']} ms, {row['stop_reason']}")
    if row["count"] is not None:
        length = sum(varints(row["lengths"], row["count"]))
        check(length == len(row["output"].encode()), f"{what}: {row['count']} pieces add up to the answer")


def main():
    folder = tempfile.mkdtemp(prefix="colophon-engine-")
    store = os.path.join(folder, "store.sqlite")
    work = os.path.join(folder, "work")
    os.mkdir(work)
    environment = dict(os.environ, COLOPHON_STORE=store, COLOPHON_ENGINE=ENGINE, HOME=folder, XDG_CONFIG_HOME=folder)
    options = {"env": environment, "cwd": work}

    listed = run("engines", "--format", "json", **options)
    check(listed.returncode == 0, "engines: " + (listed.stdout or listed.stderr).strip())
    if listed.returncode:
        return

    shown = run("generate", "Say hello.", "--dry-run", *MODEL, **options)
    check(shown.returncode == 0 and "POST " in shown.stdout, "a dry run shows " + shown.stdout.split("\n")[0])

    few = ["--max-tokens", "64", "--seed", "7", *MODEL]
    asked = run("generate", "Write a Python function that adds two numbers.", "-o", "add.py", "--force", *few, **options)
    check(asked.returncode in (0, 1), "generate: " + asked.stderr.strip().split("\n")[-1])
    if os.path.exists(store):
        look_at(store, "generate")
    check(os.path.exists(os.path.join(work, "add.py")), "the file is written")

    with open(os.path.join(work, "stats.py"), "w") as file:
        file.write("def mean(xs):\n    return sum(xs) / len(xs)\n\n# end\n")
    edited = run("generate", "Return 0 for an empty list.", "--edit", "stats.py:1-2", "--force", *few, **options)
    with open(os.path.join(work, "stats.py")) as file:
        check(file.read().endswith("\n# end\n"), "an edit leaves the rest: " + edited.stderr.strip().split("\n")[-1])

    gone = run("generate", "x", "--model", "no-such-model-at-all", **options)
    check(gone.stderr.strip() != "" , "another model: " + gone.stderr.strip().split("\n")[-1])

    proxy(store, environment)
    stop(options)


def proxy(store, environment):
    """What passes through a recorder is the same as without, and is recorded."""
    if not ENGINE.startswith("http://"):
        return
    recorder = subprocess.Popen(
        [PROGRAM, "record", "--proxy", "--listen", "127.0.0.1:0", "--upstream", ENGINE],
        env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    line = recorder.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+", line)
    if not address:
        check(False, "the recorder listens: " + line.strip())
        return
    before = rows(store, "SELECT count(*) AS n FROM generation")[0]["n"] if os.path.exists(store) else 0
    models = json.load(urllib.request.urlopen(ENGINE.rstrip("/") + "/v1/models"))
    model = MODEL[1] if MODEL else models["data"][0]["id"]
    body = {"model": model, "messages": [{"role": "user", "content": "Say hi."}], "max_tokens": 16, "seed": 7, "temperature": 0}
    answers = []
    # Twice without it, too: some engines answer the same question differently.
    for base in (ENGINE.rstrip("/"), address.group(0), ENGINE.rstrip("/")):
        request = urllib.request.Request(
            base + "/v1/chat/completions", json.dumps(body).encode(), {"Content-Type": "application/json"})
        started = time.monotonic()
        answer = json.load(urllib.request.urlopen(request))
        answers.append(answer["choices"][0]["message"]["content"])
        print(f"      {base}: {1000 * (time.monotonic() - started):.0f} ms", flush=True)
    alone, passed, again = answers
    if alone == again:
        check(passed == alone, f"what passes through the recorder is the same: {passed!r}" + ("" if passed == alone else f", not {alone!r}"))
    else:
        print("      the engine answers the same question differently, so that nothing can be compared", flush=True)
    recorder.send_signal(signal.SIGINT)
    said = recorder.communicate(timeout=30)[0]
    after = rows(store, "SELECT count(*) AS n FROM generation")[0]["n"]
    check(after == before + 1, f"the recorder keeps what passed: {said.strip()}")


def stop(options):
    """^C keeps what had come."""
    child = subprocess.Popen(
        [PROGRAM, "generate", "Count from one to a thousand in words.", "--max-tokens", "2000", *MODEL],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    time.sleep(3)
    child.send_signal(signal.SIGINT)
    error = child.communicate(timeout=60)[1]
    check(child.returncode in (130, 0, 1), f"^C: exit code {child.returncode}: " + error.strip().split("\n")[-1])


main()
print(f"{len(FAULTS)} wrong" if FAULTS else "all is well")
sys.exit(1 if FAULTS else 0)
