"""The third part: what one answer costs, beside git blame of the same lines in the same run."""
import random
import shutil
import statistics
import subprocess
import time

from .asking import Program
from .grammar import Coder
from .grammar_python import PYTHON
from .words import sentence
from .world import AGENTS

COMMITS, FILES, RUNS = 10_000, 40, 21
BUDGET_LINE, BUDGET_COLD, BUDGET_TRACE = .020, 2.0, .150


def measure_speed(program, folder, options):
    repository, store = folder / "ten-thousand", folder / "speed.sqlite"
    files, said = made_history(repository, options.seed)
    for stale in folder.glob("speed.sqlite*"):
        stale.unlink()
    if (folder / "store.sqlite").exists():  # with the million tokens
        for place in folder.glob("store.sqlite*"):
            shutil.copy(place, folder / place.name.replace("store", "speed"))
    colophon = Program(program, store, folder)
    if not colophon.knows("blame"):
        print(f"{program} knows no 'blame': nothing is timed")
        return False
    colophon.record(said)
    colophon.settle()
    chance = random.Random(options.seed)
    places = []
    while len(places) < RUNS:
        path = chance.choice(sorted(files))
        line = chance.randrange(len(files[path]))
        if len(files[path][line].strip()) > 12:
            places.append((path, line + 1))
    ask = ["blame", "--format", "json"]
    content = ask + ["--history", "0"] if colophon.knows("blame", "--history") else ask
    cold = [timed_cold(colophon, repository, content, place) for place in places[:3]]
    whole_cold = [timed_cold(colophon, repository, ask, place) for place in places[3:6]]
    for path in {path for path, _ in places}:  # the first answer of a file may read its history
        timed(colophon, repository, *of(ask, f"{path}:1"))
    warm = [timed(colophon, repository, *of(ask, f"{path}:{line}")) for path, line in places]
    content_warm = [timed(colophon, repository, *of(content, f"{path}:{line}")) for path, line in places]
    whole = [timed(colophon, repository, *of(ask, path)) for path, _ in places[:7]]
    beside = [timed_git(repository, f"-L{line},{line}", path) for path, line in places]
    beside_whole = [timed_git(repository, path) for path, _ in places[:7]]
    start = [timed(colophon, repository, "--version") for _ in range(7)]
    size = f", a store of {store.stat().st_size / 1e6:.0f} MB" if store.exists() else ""
    print(f"{COMMITS:,} commits, {FILES} files of {statistics.median(map(len, files.values())):.0f} lines{size}\n")
    print(f"  {'':36}{'median':>10}{'slowest':>10}{'budget':>9}{'':8}{'git blame':>10}{'ratio':>7}")
    kept = row("one line, warm", warm, BUDGET_LINE, beside)
    row("one line, warm, content alone", content_warm, None, None)
    kept = row("one line, cold, content alone", cold, BUDGET_COLD, None) and kept
    row("one line, cold, with history", whole_cold, None, None)
    row("a whole file, warm", whole, None, beside_whole)
    row("the program's start alone", start, None, None)
    if colophon.knows("trace"):
        log = folder / "trace.txt"
        log.write_text(traceback_of(files, chance, 50))
        timed(colophon, repository, "trace", log)
        kept = row("trace of 50 frames", [timed(colophon, repository, "trace", log) for _ in range(7)], BUDGET_TRACE, None) and kept
    else:
        print("  no trace is timed: the program has no 'trace'")
    for failure in sorted(set(FAILURES))[:5]:
        print(f"  {failure}")
    return kept and not FAILURES


FAILURES = []


def row(name, seconds, limit, beside):
    median = statistics.median(seconds)
    verdict = "" if limit is None else "kept" if median <= limit else "MISSED"
    line = (f"  {name:36}{median * 1000:>7.1f} ms{max(seconds) * 1000:>7.1f} ms"
            + (f"{limit * 1000:>6.0f} ms" if limit else " " * 9) + f"  {verdict:6}")
    if beside:
        other = statistics.median(beside)
        line += f"{other * 1000:>7.1f} ms{median / other:>7.2f}"
    print(line.rstrip(), flush=True)
    return verdict != "MISSED"


def of(arguments, place):
    return [arguments[0], place, *arguments[1:]]


def timed(colophon, repository, *arguments):
    started = time.monotonic()
    done = colophon.run(*arguments, folder=repository)
    if done.returncode not in (0, 2):
        FAILURES.append(f"{arguments[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()[:300]}")
    return time.monotonic() - started


def timed_cold(colophon, repository, arguments, place):
    """In a store that has never been asked about this repository."""
    copy = colophon.store.with_name("cold.sqlite")
    for stale in copy.parent.glob("cold.sqlite*"):
        stale.unlink()
    for each in colophon.store.parent.glob("speed.sqlite*"):
        shutil.copy(each, each.with_name(each.name.replace("speed", "cold")))
    return timed(Program(colophon.path, copy, colophon.home), repository, *of(arguments, f"{place[0]}:{place[1]}"))


def timed_git(repository, *arguments):
    started = time.monotonic()
    subprocess.run(["git", "blame", "--porcelain", *arguments], cwd=repository, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - started


def made_history(folder, seed):
    """10,000 commits that each write or replace one function; the files at their end, and generations for every third one."""
    chance = random.Random(f"{seed} speed")
    coder, files = Coder(PYTHON, chance), {}
    pool = [coder.function(8, 30) for _ in range(400)]
    paths = [coder.path() for _ in range(FILES)]
    start, stream, said = int(time.time()) - (COMMITS + 10) * 400, [], []
    session, (agent, model) = "bench-speed", AGENTS[0]
    for number in range(COMMITS):
        path, at = paths[number % FILES], start + number * 400
        functions = files.setdefault(path, [])
        texts = [line.replace("(", f"({coder._name('variable')}, ", 1) if chance.random() < .3 and "(" in line else line
                 for line in chance.choice(pool)]
        old = None
        if len(functions) < 25:
            functions.insert(chance.randint(0, len(functions)), texts)
        else:
            place = chance.randrange(len(functions))
            old, functions[place] = functions[place], texts
        body = "\n\n\n".join("\n".join(lines) for lines in functions) + "\n"
        subject = sentence(chance).capitalize()
        stream.append(f"commit refs/heads/main\ncommitter Ann Lee <ann@example.com> {at} +0000\ndata {len(subject.encode())}\n{subject}\n"
                      f"M 644 inline {path}\ndata {len(body.encode())}\n{body}\n")
        if number % 3 == 0:
            edit = {"id": f"{session}-{number}", "path": path, "kind": "update", "status": "applied", "at": (at - 60) * 1000,
                    "before": "\n".join(old or []), "after": "\n".join(texts)}
            said.append({"type": "generation", "id": f"{session}-g{number}", "session": f"{session}-{number // 60}", "agent": agent,
                         "model": model, "at": (at - 70) * 1000, "ended_at": (at - 60) * 1000, "branch": "main",
                         "repository": "github.com/bench/ten-thousand", "directory": str(folder),
                         "prompt_id": f"{session}-p{number // 6}", "prompt": f"Please {sentence(chance)}", "output": "Done.",
                         "edits": [edit]})
    if not (folder / ".git").is_dir():
        git = ["git", "-C", folder]
        subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
        subprocess.run(git + ["remote", "add", "origin", "https://github.com/bench/ten-thousand.git"], check=True)
        subprocess.run(git + ["fast-import", "--quiet"], input="".join(stream).encode(), check=True)
        subprocess.run(git + ["reset", "-q", "--hard"], check=True)
    return {path: (folder / path).read_text().split("\n") for path in paths}, said


def traceback_of(files, chance, frames):
    lines = ["Traceback (most recent call last):"]
    while frames:
        path = chance.choice(sorted(files))
        at = chance.randrange(len(files[path]))
        if len(files[path][at].strip()) > 8:
            lines += [f'  File "/srv/app/{path}", line {at + 1}, in handle', f"    {files[path][at].strip()}"]
            frames -= 1
    return "\n".join(lines + ["ValueError: something is wrong", ""])
