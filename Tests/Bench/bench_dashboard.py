#!/usr/bin/env python3
"""Times the dashboard in a pseudo-terminal of 120x40 beside less, tig and lnav in the same run.

    bench_dashboard.py PROGRAM [--sizes 10000,100000,1000000] [--quick] [--stores DIR] [--repository DIR] [--only code]

A size is in generations: PROGRAM demo makes a store of them, kept in DIR/demo-SIZE for the next run where --stores names
one. less and lnav show a log of as many lines, tig 10,000 made-up commits or those of --repository. Prints a table a
size: Colophon's figure, its budget and whether it is kept, then each other program's figure and Colophon's divided by
it. A start is timed from exec to the first row's text, a key to the first byte that answers it, a filter from
Enter to its rows; peak memory is VmHWM, and a wake-up a context switch of any thread while nobody types. The code view
shows one edit of 20,000 lines: opening and laying out are timed to the last byte of the screen, and less shows the same
lines as a file.
"""
import argparse
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Pictures"))

from measured import peak_memory, percentile, wake_ups  # noqa: E402
from pseudo_terminal import NotShown, PseudoTerminal  # noqa: E402

INDEXED = 50
HOME_KEY = "\x1bOH"
ROWS = [  # figure, unit, budget of DESIGN.md
    ("start to first rows", "ms", 40), ("start, slowest", "ms", None),
    ("move, p50", "ms", None), ("move, p95", "ms", 2), ("bytes a move", "", None),
    ("move to last byte", "ms", None),
    ("page, p50", "ms", None), ("page, p95", "ms", 6), ("bytes a page", "", None),
    ("filter by model", "ms", INDEXED), ("filter by risk", "ms", INDEXED), ("filter by path", "ms", INDEXED),
    ("filter by age", "ms", INDEXED), ("search rare words", "ms", INDEXED), ("search a common word", "ms", INDEXED),
    ("search its beginning", "ms", INDEXED), ("no match: words", "ms", INDEXED), ("no match: model", "ms", INDEXED),
    ("no match: part of a path", "ms", 2000),
    ("hop, p50", "ms", None), ("hop, p95", "ms", None), ("hop to neighbours, p95", "ms", 20),
    ("sibling's neighbours, p95", "ms", 20),
    ("peak memory of keys", "MB", 32), ("and of filters", "MB", 32), ("wake-ups in 3 s", "", 0),
]
CODE_LINES = 20_000
CODE_ROWS = [
    ("open", "ms", None), ("lay out anew", "ms", 50), ("another view", "ms", None), ("to its end", "ms", None),
    ("move, p50", "ms", None), ("move, p95", "ms", 2), ("page, p95", "ms", 6),
    ("search key, p50", "ms", None), ("search key, p95", "ms", 6), ("next match, p95", "ms", 6),
    ("peak memory", "MB", 32),
]


class Rehearsal:
    """How often things are done."""

    def __init__(self, quick):
        self.starts, self.keys, self.filters = (3, 15, 1) if quick else (11, 60, 3)


def any_of(texts):
    return lambda lines: any(text in line for text in texts for line in lines)


def keys(terminal, key, count):
    """Milliseconds to the first byte, and bytes, of each of some key presses; stops where a key is not answered."""
    answers, sizes = [], []
    for _ in range(count):
        before = terminal.count
        pressed = terminal.send(key)
        answered = terminal.read(0.5)
        if answered is None:
            break
        answers.append((answered - pressed) * 1000)
        terminal.settle(0.03)
        sizes.append(terminal.count - before)
    return answers, sizes


def whole_moves(terminal, count):
    """Milliseconds from a key to the last byte that it brings: what is read for the chosen row comes after its mark."""
    times = []
    for _ in range(count):
        pressed = terminal.send("j")
        if terminal.read(0.5) is not None:
            terminal.settle(0.7)
            times.append((terminal.last_read - pressed) * 1000)
    return percentile(times, .5)


def measure(command, environment, folder, first_rows, rehearsal, begin="", page="\x06", starts=None, rest=lambda _: {}):
    """All figures of one program; rest adds those of its filters to an open terminal."""
    figures, times = {}, []
    for number in range((starts or rehearsal.starts) + 1):
        with PseudoTerminal(command, environment, folder=folder) as terminal:
            shown = terminal.wait(any_of(first_rows), 60)
            if number:  # the first one warms up
                times.append((shown - terminal.started) * 1000)
    figures["start to first rows"], figures["start, slowest"] = percentile(times, .5), max(times)
    with PseudoTerminal(command, environment, folder=folder) as terminal:
        terminal.wait(any_of(first_rows), 60)
        terminal.settle(0.5)
        if begin:
            terminal.send(begin)
            terminal.settle(0.5)
        for name, key in ("move", "j"), ("page", page):
            answers, sizes = keys(terminal, key, rehearsal.keys)
            figures[name + ", p50"], figures[name + ", p95"] = percentile(answers, .5), percentile(answers, .95)
            figures["bytes a " + name] = percentile(sizes, .5)
        figures["move to last byte"] = whole_moves(terminal, 5)
        figures["peak memory of keys"] = peak_memory(terminal.process)
        figures.update(rest(terminal))
        terminal.settle(1)
        before = wake_ups(terminal.process)
        time.sleep(3)
        if before is not None:
            figures["wake-ups in 3 s"] = wake_ups(terminal.process) - before
        figures["and of filters"] = peak_memory(terminal.process)
    return figures


def entered(terminal, words, is_shown, patience=20):
    """Milliseconds from Enter after some words to what shall be shown then; None where it does not come of that."""
    terminal.send(words)
    terminal.settle(0.2)
    if is_shown(terminal.screen.text()):
        print(f"{words[1:]!r} changes nothing that could be timed", file=sys.stderr)
        return None
    pressed = terminal.send("\r")
    try:
        return (terminal.wait(is_shown, patience) - pressed) * 1000
    except NotShown as screen:
        lines = [line.rstrip() for line in str(screen).split("\n") if line.strip()]
        print("\n".join([f"{words[1:]!r} did not show its rows but:"] + lines[:9]), file=sys.stderr)
        return None


class Store:
    """What a store holds, as SQL says it, so that the screen can be held against it."""

    BY_WORDS = """id IN (
        SELECT turn FROM prompt WHERE words IN (SELECT rowid FROM search WHERE search MATCH :it)
        UNION SELECT turn FROM generation WHERE output IN (SELECT rowid FROM search WHERE search MATCH :it)
        UNION SELECT generation.turn FROM edit JOIN generation ON generation.id = edit.generation
            WHERE after IN (SELECT rowid FROM search WHERE search MATCH :it))"""

    def __init__(self, path):
        self.path = path
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def close(self):
        self.database.close()

    def one(self, sql, **values):
        row = self.database.execute(sql, values).fetchone()
        return row[0] if row else None

    def titles(self, condition="1", limit=40, **values):
        """How the titles of the newest turns with code, which are listed first, begin: shortly enough for any column."""
        rows = self.database.execute(
            f"SELECT title FROM turn WHERE edits > 0 AND ({condition}) ORDER BY at DESC, id DESC LIMIT {limit}", values)
        return [title[:14].strip() for title, in rows if title.strip()]

    def summary(self):
        turns, size = self.one("SELECT count(*) FROM turn"), self.path.stat().st_size / 1e6
        return f"{turns:,} turns, {size:,.0f} MB"

    def phrase(self):
        """Two words that stand side by side in some old prompt."""
        rows = self.database.execute(
            "SELECT title FROM turn WHERE edits > 0 AND id > (SELECT max(id) / 3 FROM turn) LIMIT 2000")
        pairs = [pair for title, in rows for pair in re.findall(r"\b([a-z]{4,} [a-z]{4,})\b", title)]
        return min(pairs[:50], key=lambda pair: self.one(
            "SELECT count(*) FROM search WHERE search MATCH :it", it=f'"{pair}"'))

    def common_word(self):
        """The most frequent word of prompts that not every one of the newest turns has to do with."""
        words = re.findall(r"\b[a-z]{4,}\b", " ".join(self.titles(limit=3000)))
        newest = self.titles(limit=12)
        for word in sorted(set(words), key=lambda word: (-words.count(word), word)):
            if not set(newest) <= set(self.titles(self.BY_WORDS, limit=12, it=f'"{word}"*')):
                return word
        return ""

    def filters(self):
        """Figure, what to type, and the titles that shall be shown."""
        newest = self.one("SELECT max(at) FROM turn")
        model = self.one("SELECT model FROM turn WHERE model IS NOT NULL GROUP BY model ORDER BY count(*) LIMIT 1")
        path = self.one("SELECT text FROM path JOIN turn ON turn.path = path.id WHERE turn.id < "
                        "(SELECT max(id) / 2 FROM turn) ORDER BY turn.id DESC LIMIT 1")
        days = int(max((time.time() - newest / 1000) / 86400, 0)) + 1
        phrase, word = self.phrase(), self.common_word()
        edited = "id IN (SELECT turn FROM generation WHERE id IN (SELECT generation FROM edit WHERE path = " \
                 "(SELECT id FROM path WHERE text = :it)))"
        return [
            ("filter by model", f"model:{model}", self.titles("model = :it", it=model)),
            ("filter by risk", "risk:>=high", self.titles("risk >= 3")),
            ("filter by path", f'file:"{path}"', self.titles(edited, it=path)),
            ("filter by age", f"age:>{days}d",
             self.titles("at < :it", it=int((time.time() - days * 86400) * 1000))),
            ("search rare words", f'"{phrase}"', self.titles(self.BY_WORDS, it=f'"{phrase}"')),
            ("search a common word", f'"{word}"', self.titles(self.BY_WORDS, it=f'"{word}"')),
            ("search its beginning", word, self.titles(self.BY_WORDS, it=f'"{word}"*')),
            ("no match: words", "zzqxjkv", []), ("no match: model", "model:zzqxjkv", []),
            ("no match: part of a path", "file:~zzqxjkv", [])]


def colophon(program, store, home, rehearsal):
    """The dashboard's figures."""
    newest = store.titles()
    filters = store.filters()

    def rest(terminal):
        times = walk(terminal)
        terminal.send("01")  # the list alone: other panes of the overview are not filtered
        terminal.settle(0.5)
        figures, times = times, {}
        for figure, words, wanted in filters * rehearsal.filters:
            terminal.send("/\x15\r")  # all rows again, from the top
            terminal.settle(0.2)
            terminal.send("g")
            terminal.settle(0.2)
            begin = [title for title in newest if any_of([title])(terminal.screen.text())]
            others = [title for title in begin if title not in wanted][:8]

            def is_shown(lines, wanted=wanted, others=others):
                return not any_of(others + ["searching"])(lines) and (not wanted or any_of(wanted)(lines))
            times.setdefault(figure, []).append(entered(terminal, "/\x15" + words, is_shown))
        for figure, each in times.items():
            figures[figure] = percentile([time for time in each if time is not None], .5)
        return figures
    return measure([program, "--store", str(store.path)], {"HOME": home, "PATH": os.environ["PATH"]}, home, newest,
                   rehearsal, rest=rest)


def walk(terminal, count=12):
    """The provenance of the row that one is on: five hops there and back again and again, then through siblings."""
    terminal.send("3")
    terminal.settle(0.5)
    hops, whole, siblings = [], [], []

    def timed(key, all_bytes, first=None):
        pressed = terminal.send(key)
        answered = terminal.read(0.5)
        if answered is None:
            return
        if first is not None:
            first.append((answered - pressed) * 1000)
        terminal.settle(0.1)
        all_bytes.append((terminal.last_read - pressed) * 1000)
    for _ in range(count):
        for key in "lllhh":
            timed(key, whole, hops)
        terminal.send("0")
        terminal.settle(0.2)
        terminal.send("j3")
        terminal.settle(0.3)
    terminal.send("l")
    terminal.settle(0.2)
    for _ in range(count * 2):
        timed("j", siblings)
    return {"hop, p50": percentile(hops, .5), "hop, p95": percentile(hops, .95),
            "hop to neighbours, p95": percentile(whole, .95),
            "sibling's neighbours, p95": percentile(siblings, .95)}


def searching(word, top="g"):
    """The figure of a search in another program: until what is looked for stands above the line that is typed in."""
    def rest(terminal):
        terminal.send(top)
        terminal.settle(0.5)
        return {"search rare words": entered(terminal, "/" + word, lambda lines: any_of([word])(lines[:-2]), 60)}
    return rest


def peers_of_log(home, lines, rehearsal):
    """less and lnav on a log."""
    log, chance = Path(home, f"{lines}.log"), random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(2000)]
    with open(log, "w") as file:
        for number in range(lines):
            day, second = divmod(number, 86400)
            stamp = f"2026-{day // 28 % 12 + 1:02}-{day % 28 + 1:02} {second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
            file.write(f"{stamp}.000 INFO worker-{number % 8} n{number} {' '.join(chance.choices(words, k=12))}\n")
    environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "LESSHISTFILE": "-"}
    first = [" n0 ", f" n{lines - 1} "]
    rest = searching(f" n{lines * 2 // 3} ")
    few = min(rehearsal.starts, 5)
    figures = {}
    if shutil.which("less"):
        figures["less"] = measure(["less", str(log)], environment, home, first, rehearsal, starts=few, rest=rest)
    if shutil.which("lnav"):
        figures["lnav"] = measure(["lnav", "-N", str(log)], environment, home, first, rehearsal, begin="g", page=" ",
                                  starts=few, rest=rest)
    log.unlink()
    return figures


def made_repository(home):
    """A history of 10,000 small commits."""
    folder, chance = Path(home, "repository"), random.Random(1)
    subprocess.run(["git", "init", "-q", folder], check=True)
    commits = []
    for at in range(10_000):
        subject, body = f"Commit {at} of {chance.randrange(1 << 30)}", f"{at}\n"
        commits.append(f"commit refs/heads/main\ncommitter Ann <ann@example.com> {1_760_000_000 + at * 600} +0000\n"
                       f"data {len(subject)}\n{subject}\nM 644 inline file{at % 50}\ndata {len(body)}\n{body}\n")
    git = ["git", "-C", folder]
    subprocess.run(git + ["fast-import", "--quiet"], input="".join(commits).encode(), check=True)
    subprocess.run(git + ["symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    subprocess.run(git + ["reset", "-q", "--hard"], check=True)
    return folder


def tig(home, repository, rehearsal):
    if not shutil.which("tig"):
        return {}
    folder = Path(repository).resolve() if repository else made_repository(home)
    subjects = subprocess.run(["git", "-C", folder, "log", "-5000", "--format=%s"], check=True,
                              stdout=subprocess.PIPE).stdout.decode().splitlines()
    # Somebody else's repository is shown only to those who say that they trust it.
    environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "GIT_CONFIG_COUNT": "1",
                   "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
    sought = re.split(r"[^\w ]", subjects[-1])[0][:30]
    return {"tig": measure(["tig"], environment, folder, [subjects[0][:30]], rehearsal, page=" ",
                           starts=min(rehearsal.starts, 5), rest=searching(sought, HOME_KEY))}


def code_line(number):
    """Some are longer than the screen is wide."""
    return f"    v{number:05} = f({number % 97})" + (" + 1" * 40 if number % 97 == 7 else "")


def code_store(program, home):
    """A store with one turn that wrote one file."""
    folder, text = Path(home, "projects", "-home-ann-shop"), "\n".join(map(code_line, range(1, CODE_LINES + 1))) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    written = {"file_path": "/home/ann/shop/values.py", "content": text}
    records = [
        ("user", {"message": {"role": "user", "content": "Write down all the values"}}),
        ("assistant", {"message": {
            "id": "msg_1", "role": "assistant", "model": "claude-opus-4-5", "usage": {"output_tokens": 9},
            "content": [{"type": "tool_use", "id": "toolu_1", "name": "Write", "input": written}]}}),
        ("user", {"toolUseResult": {"type": "create", "filePath": written["file_path"], "content": text},
                  "message": {"role": "user", "content": [
                      {"type": "tool_result", "tool_use_id": "toolu_1", "content": "done"}]}})]
    with open(Path(folder, "values.jsonl"), "w") as file:
        for place, (kind, record) in enumerate(records):
            common = {"type": kind, "uuid": f"u{place}", "parentUuid": f"u{place - 1}" if place else None,
                      "sessionId": "values", "cwd": "/home/ann/shop", "gitBranch": "main", "version": "2.1.0",
                      "timestamp": f"2026-11-20T10:00:0{place}.000Z"}
            file.write(json.dumps({**common, **record}) + "\n")
    store = Path(home, "code.sqlite")
    subprocess.run([program, "ingest", "--store", store, folder.parent], check=True,
                   env={"HOME": home, "PATH": os.environ["PATH"]}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return store


def to_last_byte(terminal, key, silence=0.3):
    """Milliseconds from a key to the last byte that it brings; None where it brings none."""
    pressed = terminal.send(key)
    if terminal.read(2) is None:
        return None
    terminal.settle(silence)
    return (terminal.last_read - pressed) * 1000


def search_keys(terminal, words):
    """Milliseconds to the first byte of each letter of some words."""
    answers = []
    for word in words:
        terminal.send("/")
        terminal.settle(0.2)
        for letter in word:
            answers += keys(terminal, letter, 1)[0]
        terminal.send("\r")
        terminal.settle(0.2)
    return answers


def code(program, home, rehearsal):
    """The figures of the code view."""
    times = {name: [] for name in ("open", "lay out anew", "another view", "to its end")}
    command = [program, "--fresh", "--store", str(code_store(program, home))]
    with PseudoTerminal(command, {"HOME": home, "PATH": os.environ["PATH"]}, folder=home) as terminal:
        terminal.wait(any_of(["Write down"]), 60)
        terminal.settle(0.5)
        for _ in range(rehearsal.starts):
            times["open"].append(to_last_byte(terminal, "\r"))
            for _ in range(2):
                times["lay out anew"].append(to_last_byte(terminal, "w"))
            times["to its end"].append(to_last_byte(terminal, "G"))
            terminal.send("g")
            terminal.settle(0.2)
            terminal.send("\x1b")
            terminal.settle(0.3)
        terminal.send("\r")
        terminal.wait(any_of([code_line(3).strip()]))
        terminal.settle(0.3)
        figures = {"moves": keys(terminal, "j", rehearsal.keys)[0] + keys(terminal, "k", rehearsal.keys)[0],
                   "pages": keys(terminal, "\x06", rehearsal.keys)[0],
                   "search": search_keys(terminal, ["v0", "f(1) none", "v19999 = ", "= f"]),
                   "next": keys(terminal, "n", rehearsal.keys)[0]}
        for _ in range(rehearsal.starts):
            for _ in range(3):  # side by side, the code alone, the diff
                times["another view"].append(to_last_byte(terminal, "d"))
        memory = peak_memory(terminal.process)
    figures = {"move, p50": percentile(figures["moves"], .5), "move, p95": percentile(figures["moves"], .95),
               "page, p95": percentile(figures["pages"], .95),
               "search key, p50": percentile(figures["search"], .5),
               "search key, p95": percentile(figures["search"], .95), "next match, p95": percentile(figures["next"], .95),
               "peak memory": memory}
    return {**figures, **{name: percentile([time for time in each if time], .5) for name, each in times.items()}}


def less_of_code(home, rehearsal):
    """The same lines as a file in less."""
    if not shutil.which("less"):
        return {}
    file = Path(home, "values.py")
    file.write_text("\n".join(map(code_line, range(1, CODE_LINES + 1))) + "\n")
    environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "LESSHISTFILE": "-"}
    with PseudoTerminal(["less", str(file)], environment, folder=home) as terminal:
        opened = terminal.wait(any_of([code_line(3)])) - terminal.started
        terminal.settle(0.3)
        moves, pages = keys(terminal, "j", rehearsal.keys)[0], keys(terminal, "\x06", rehearsal.keys)[0]
        figures = {"open": opened * 1000, "move, p50": percentile(moves, .5), "move, p95": percentile(moves, .95),
                   "page, p95": percentile(pages, .95), "to its end": to_last_byte(terminal, "G")}
        terminal.send("g/= f\r")
        terminal.settle(0.3)
        figures["next match, p95"] = percentile(keys(terminal, "n", rehearsal.keys)[0], .95)
        return {"less": {**figures, "peak memory": peak_memory(terminal.process)}}


def number(value, unit):
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def report(own, others, rows=ROWS):
    """The table; true if every budget is kept."""
    print(f"  {'':26}{'colophon':>12}{'budget':>8}{'':8}" + "".join(f"{name:>10}{'ratio':>8}" for name in others))
    kept = True
    for row, unit, budget in rows:
        value = own.get(row)
        verdict = "" if budget is None or value is None else "kept" if value <= budget else "MISSED"
        kept = kept and verdict != "MISSED"
        line = f"  {row:26}{number(value, unit):>9} {unit:2}{'' if budget is None else budget:>8}  {verdict:6}"
        for figures in others.values():
            other = figures.get(row)
            ratio = f"{value / other:.2f}" if value is not None and other else ""
            line += f"{number(other, unit):>10}{ratio:>8}"
        print(line.rstrip(), flush=True)
    return kept


def store_of(program, folder, generations, home):
    path = Path(folder, f"demo-{generations}", "store.sqlite")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([program, "demo", "--generations", str(generations), "--seed", "1", "--output", path.parent],
                       check=True, env={"HOME": home, "PATH": os.environ["PATH"]}, stdout=subprocess.DEVNULL)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--sizes", default="10000,100000,1000000", help="generations, separated by commas")
    parser.add_argument("--quick", action="store_true", help="fewer starts, keys and filters: to see that all works")
    parser.add_argument("--stores", help="keep the stores here for the next run")
    parser.add_argument("--repository", help="what tig shows instead of a made-up history")
    parser.add_argument("--only", choices=["lists", "code"], help="only a part of it")
    options = parser.parse_args()
    program, rehearsal = str(Path(options.program).resolve()), Rehearsal(options.quick)
    with tempfile.TemporaryDirectory() as home:
        kept = True
        if options.only != "lists":
            own = code(program, home, rehearsal)
            print(f"\nan edit of {CODE_LINES:,} lines, 120x40")
            kept = report(own, less_of_code(home, rehearsal), CODE_ROWS)
        sizes = [] if options.only == "code" else [int(size) for size in options.sizes.split(",")]
        others = tig(home, options.repository, rehearsal) if sizes else {}
        for generations in sizes:
            with closing(Store(store_of(program, options.stores or home, generations, home))) as store:
                own = colophon(program, store, home, rehearsal)
                print(f"\n{generations:,} generations ({store.summary()}), 120x40")
            kept = report(own, {**peers_of_log(home, generations, rehearsal), **others}) and kept
    if not kept:
        print("\nMISSED: over the budget that DESIGN.md gives on a store of 1,000,000 generations")


if __name__ == "__main__":
    main()
