"""The second part: lines that commits of a public repository add, and the transcripts that their trailers name."""
import random
import re
import shutil
import sqlite3
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from .asking import Program
from .judging import LEVELS, NAMING, share
from .kept_edits import KeptEdits
from .tokens import code_tokens
from .truth import LEAST_TOKENS
from .world import uid

BRANCH = "refs/heads/entire/checkpoints/v1"
BUDGET_RESOLVED, BUDGET_AGREEMENT = .90, .97
CODE = (".go", ".py", ".ts", ".tsx", ".js", ".sh", ".rs", ".swift")


def ask_checkpoints(program, folder, options):
    """True if every budget is kept, or where there is nothing to look at."""
    origin = Path(options.checkpoints) if options.checkpoints else None
    if origin is None or not (origin / "objects").is_dir():
        print("checkpoints: left out, for --checkpoints names no git directory (a copy of github.com/entireio/cli with all branches)")
        return True
    clone = cloned(origin, folder / "checkpoints")
    colophon = Program(program, folder / "checkpoints.sqlite", folder)
    if not colophon.knows("blame"):
        print(f"{program} knows no 'blame': nothing is asked about checkpoints")
        return False
    if not colophon.store.exists():
        started = time.monotonic()
        done = colophon.run("ingest", clone, seconds=3000)
        if done.returncode or not colophon.store.exists():
            print(f"checkpoints: ingest ended with {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
            return False
        print(f"{done.stdout.decode(errors='replace').strip()}\nread in {time.monotonic() - started:.1f} s, "
              f"indexed {colophon.settle(clone, 'README.md'):.1f} s later")
    with closing(sqlite3.connect(f"file:{colophon.store}?mode=ro", uri=True)) as database:
        kept_edits = KeptEdits(database)
    linked, told = linked_commits(clone, kept_edits)
    print(told)
    sample = sorted(linked)
    random.Random(options.seed).shuffle(sample)
    sample = sample[:options.commits]
    asked = [(commit, path, lines) for commit in sample for path, lines in sorted(added_lines(clone, commit).items())]
    started = time.monotonic()
    lines, troubles = [], []
    with ThreadPoolExecutor(options.jobs) as pool:
        answers = pool.map(lambda file: colophon.blame(clone, file[1], "--rev", file[0]), asked)
        for (commit, path, added), (answer, trouble) in zip(asked, answers):
            troubles += [f"{commit[:9]}: {trouble}"] if trouble else []
            lines += told_lines(clone, commit, path, added, answer, linked[commit], kept_edits)
    print(f"{len(lines)} lines of {len(sample)} commits, {len(asked)} files asked about in {time.monotonic() - started:.0f} s\n")
    kept = report(lines, options.show)
    for trouble in troubles[:5]:
        print(f"  {trouble}")
    print(f"  and {len(troubles) - 5} more files without an answer" if len(troubles) > 5 else "", end="")
    return kept


class AddedLine:
    def __init__(self, place, path, text, tokens):
        self.place, self.path, self.text, self.tokens = place, path, text, tokens
        self.level, self.agrees, self.equal, self.equal_named, self.kind = "no record", None, False, False, ""


def told_lines(clone, commit, path, added, answer, sessions, kept_edits):
    """What is said of each line that a commit adds, and how it compares with the transcripts."""
    said = {line.get("line"): line for line in (answer or {}).get("lines", [])}
    whole = git(clone, "show", f"{commit}:{path}").decode(errors="replace").replace("\r\n", "\n")
    spans = code_tokens(whole, path)
    lines = []
    for number, text in added:
        if not text.strip():
            continue
        line = AddedLine(f"{commit[:9]} {path}:{number}", path, text, len(spans[number - 1]) if number <= len(spans) else 0)
        told = said.get(number, {})
        line.level = told.get("level") if told.get("level") in LEVELS else "no record"
        if line.level in NAMING:
            session = kept_edits.session_of.get(told.get("edit")) or told.get("session")
            line.agrees = session in sessions or kept_edits.parents.get(session) in sessions
        holders = kept_edits.holding(text)
        line.equal = bool(holders)
        line.equal_named = any(session in sessions for _, session, _ in holders)
        if line.level in NAMING and not line.agrees:
            line.kind = kept_edits.why_another(path, sessions, holders)
        elif line.level not in NAMING:
            line.kind = kept_edits.why_not(path, text, line.tokens, sessions, holders)
        lines.append(line)
    return lines


def report(lines, show):
    groups = [("all lines that are not blank", lines), ("of at least four code tokens", [x for x in lines if x.tokens >= LEAST_TOKENS]),
              ("of files of code", [x for x in lines if x.path.endswith(CODE)]),
              ("of other files", [x for x in lines if not x.path.endswith(CODE)])]
    print(f"  {'lines':30}{'count':>7}" + "".join(f"{level:>10}" for level in LEVELS)
          + f"{'resolved':>10}{'agreement':>11}{'equal lines':>13}{'of named':>10}")
    for name, group in groups:
        levels, resolved = Counter(line.level for line in group), [line for line in group if line.level in NAMING]
        print(f"  {name:30}{len(group):>7}" + "".join(f"{share(levels[level], len(group)):>10}" for level in LEVELS)
              + f"{share(len(resolved), len(group)):>10}{share(sum(line.agrees for line in resolved), len(resolved)):>11}"
              + f"{share(sum(line.equal for line in group), len(group)):>13}{share(sum(line.equal_named for line in group), len(group)):>10}")
    resolved = [line for line in lines if line.level in NAMING]
    kept = True
    print()
    for name, part, whole, limit in (
            ("resolved to an edit", len(resolved), len(lines), BUDGET_RESOLVED),
            ("agreement with the trailer", sum(line.agrees for line in resolved), len(resolved), BUDGET_AGREEMENT)):
        verdict = "-" if not whole else "kept" if part / whole >= limit else "MISSED"
        kept = kept and verdict == "kept"
        print(f"  {name:36}{part:>8} of {whole:>7}{share(part, whole, 2):>10}{f'>= {100 * limit:g} %':>10}  {verdict}")
    rest = [line for line in lines if line.level not in NAMING]
    others = [line for line in resolved if not line.agrees]
    for title, some in ("what stops the rest", rest), ("what is said where another session is named", others):
        print(f"\n  {title:96}{'lines':>7}{'of all':>9}{'of 4 tokens':>13}")
        for kind, count in Counter(line.kind for line in some).most_common():
            four = sum(line.kind == kind and line.tokens >= LEAST_TOKENS for line in some)
            print(f"  {kind:96}{count:>7}{share(count, len(lines)):>9}{four:>13}")
    chance = random.Random(1)
    for title, some in ("named another session", others), ("unresolved", rest):
        for line in sorted(chance.sample(some, min(show, len(some))), key=lambda line: (line.kind, line.place)):
            print(f"\n{title}: {line.kind}\n  {line.place}\n  {line.text.strip()[:150]}")
    return kept


# The repository

def git(folder, *arguments, given=None):
    return subprocess.run(["git", "-C", folder, *arguments], input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def cloned(origin, folder):
    """A work tree of our own that borrows the objects."""
    if (folder / ".git").is_dir():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["git", "init", "-q", folder], check=True)
    (folder / ".git/objects/info/alternates").write_text(f"{origin.resolve() / 'objects'}\n")
    listed = subprocess.run(["git", f"--git-dir={origin}", "for-each-ref", "--format=create %(refname) %(objectname)", "refs/heads",
                             "refs/entire"], check=True, stdout=subprocess.PIPE).stdout
    head = subprocess.run(["git", f"--git-dir={origin}", "symbolic-ref", "HEAD"], check=True, stdout=subprocess.PIPE).stdout
    git(folder, "update-ref", "--stdin", given=listed)
    git(folder, "symbolic-ref", "HEAD", head.decode().strip())
    git(folder, "remote", "add", "origin", "https://github.com/entireio/cli.git")
    git(folder, "reset", "-q", "--hard")
    return folder


def linked_commits(clone, kept_edits):
    """{commit: uids of the sessions that its checkpoint names}, of commits on the main line whose transcripts are all here."""
    listed = git(clone, "log", "--no-merges", "--format=%H%x09%(trailers:key=Entire-Checkpoint,valueonly,separator=%x2C)").decode()
    named = {commit: [each.strip() for each in trailers.split(",")]
             for commit, trailers in (line.split("\t") for line in listed.splitlines()) if trailers}
    sessions, missing = {}, set()
    for entry in git(clone, "ls-tree", "-r", BRANCH).decode().splitlines():
        facts, path = entry.split("\t")
        checkpoint, blob = "".join(path.split("/")[:2]), facts.split()[2]
        if path.endswith("/metadata.json"):
            # Older ones put the day before the session's own id.
            ids = re.findall(rb'"session_id"\s*:\s*"(?:\d{4}-\d\d-\d\d-)?([^"]+)"', git(clone, "cat-file", "blob", blob))
            sessions.setdefault(checkpoint, set()).update(uid("session", each.decode()) for each in ids)
        elif path.endswith("/full.jsonl") and subprocess.run(["git", "-C", clone, "cat-file", "-e", blob],
                                                             stderr=subprocess.DEVNULL).returncode:
            missing.add(checkpoint)
    held, whole, edited = {}, {}, {}
    for commit, checkpoints in named.items():
        of = set().union(*(sessions.get(each, set()) for each in checkpoints))
        if of:
            held[commit] = of
            if not missing & set(checkpoints):
                whole[commit] = of
                if of & kept_edits.sessions:
                    edited[commit] = of
    return edited, (f"{len(named)} commits of the main line name a checkpoint, {len(held)} of them one that the branch holds, "
                    f"{len(whole)} of them with every transcript, {len(edited)} of them by a session with edits")


def added_lines(clone, commit):
    """{path: [(number, text)]} as the commit adds them."""
    found, path, number = {}, None, 0
    shown = git(clone, "-c", "core.quotePath=false", "diff-tree", "-r", "-p", "-U0", "-M", "--no-ext-diff", "--no-textconv", "--no-commit-id",
                "--root", commit)
    for line in shown.decode(errors="replace").split("\n"):
        if line.startswith("diff --git "):
            path = None
        elif line.startswith("+++ ") and path is None:
            path = line[6:].rstrip("\t") if line[4:6] == "b/" else None
        elif line.startswith("@@ ") and path:
            number = int(re.match(r"@@ -\S+ \+(\d+)", line)[1])
        elif line.startswith("+") and path:
            found.setdefault(path, []).append((number, line[1:].rstrip("\r")))
            number += 1
    return {path: lines for path, lines in found.items() if not path.startswith(".entire/metadata")}
