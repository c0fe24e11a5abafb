"""Whether the figures of a real repository's history agree with what git log says, counted another way; and how long they take.

    bench_pipeline.py PROGRAM --repository DIR [--store FILE] [--from 2024-01-01 --to 2024-07-01]

DIR is a clone, or a git directory as a mirror keeps it. Everything is counted here from `git log` and `git rev-list` alone, commit
by commit: what each first parent of the main branch brought, which requests it names, what was taken back, which tags there are.
With --store the speed is measured on that store too (a demo of a million generations, say).
"""

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import time

BOT = re.compile(r"\[bot\]$|^bot@|\[bot\]@")
# Agents are counted as their users' work, not as programs'.
AGENTS = re.compile(r"devin-ai-integration\[bot\]|google-labs-jules\[bot\]|copilot|claude|cursor", re.I)


def git(repository, *arguments):
    done = subprocess.run(["git", "-C", repository, *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def clone(source, folder):
    """A clone without a work tree beside it shares the objects."""
    subprocess.run(["git", "clone", "-q", "--shared", "--no-checkout", source, folder], check=True)
    remote = os.path.basename(os.path.dirname(os.path.abspath(source))).replace("+", "/")
    name = remote if "/" in remote else "bench/repository"
    subprocess.run(["git", "-C", folder, "remote", "set-url", "origin", f"https://github.com/{name}.git"], check=True)
    return name


class Commit:
    def __init__(self, line):
        self.hash, parents, self.at, self.name, self.mail, self.message = line.split("\0", 5)
        self.parents = parents.split()
        self.at = int(self.at)

    @property
    def subject(self):
        return self.message.split("\n", 1)[0]

    @property
    def is_bot(self):
        return bool(BOT.search(self.name) or BOT.search(self.mail)) and not AGENTS.search(self.name + self.mail + self.message)


def read(repository, tip):
    text = git(repository, "log", "--format=%x01%H%x00%P%x00%ct%x00%an%x00%ae%x00%B", tip)
    # A message may hold the sign too.
    parts = re.split(r"\x01(?=[0-9a-f]{40,64}\0)", text)[1:]
    return {c.hash: c for c in (Commit(part.rstrip("\n")) for part in parts)}


def request(commit):
    """The number of the request that a commit of the main line names."""
    found = re.match(r"Merge pull request #(\d+)", commit.subject)
    if not found and len(commit.parents) > 1:
        found = re.search(r"\(pull request #(\d+)\)$", commit.subject)
    found = found or re.search(r"Merged PR (\d+)", commit.subject)
    if not found:
        for line in reversed(commit.message.split("\n")):
            if line.startswith("See merge request "):
                found = re.search(r"!(\d+)", line)
                break
    found = found or re.search(r"\(#(\d+)\)$", commit.subject)
    return int(found.group(1)) if found and int(found.group(1)) > 0 else None


def counted(repository, start, end):
    tip = git(repository, "rev-parse", "origin/HEAD").strip()
    commits = read(repository, tip)
    spine = git(repository, "rev-list", "--first-parent", tip).split()
    landed, brought = {}, {}
    # From the oldest on: the first that holds a commit brought it.
    for place in reversed(spine):
        commit = commits[place]
        landed[place] = commit.at
        brought[place] = []
        todo = list(commit.parents[1:])
        while todo:
            one = todo.pop()
            if one in landed or one not in commits or one in brought:
                continue
            landed[one] = commit.at
            brought[place].append(one)
            todo += commits[one].parents
    first = set(spine)
    requests = {}
    for place in reversed(spine):
        number = request(commits[place])
        if number is None or number in requests:
            continue
        merge = len(commits[place].parents) > 1
        work = [c for c in brought[place]] if merge else [place]
        requests[number] = (commits[place].at, all(commits[c].is_bot for c in (work or [place])))
    inside = lambda at: start <= at < end
    taken = set()
    for commit in commits.values():
        found = re.findall(r"This reverts commit ([0-9a-fA-F]{7,64})", commit.message)
        taken |= {f.lower()[:7] for f in found}
        if not found and re.search(r'^Revert "', commit.message, re.M):
            for number in re.findall(r"^Reverts [^ #!]*[#!](\d+)", commit.message, re.M):
                by = [c for c in spine if request(commits[c]) == int(number)]
                taken |= {by[0][:7]} if by else set()
    gone = set()
    for hash, commit in commits.items():
        if hash[:7] in taken:
            gone.add(hash)
            if hash in brought:
                gone |= set(brought[hash])
    own = [c for c in commits.values() if len(c.parents) < 2 and not c.is_bot and inside(landed.get(c.hash, c.at))]
    tags = git(repository, "for-each-ref", "--format=%(refname:strip=2)%00%(creatordate:unix)%00%(objecttype)%00%(*objecttype)", "refs/tags")
    releases = 0
    for line in tags.splitlines():
        name, at, kind, inner = line.split("\0")
        last = name.split("/")[-1]
        digits = re.sub(r"^[^0-9]*", "", last)
        parts = [p for p in re.match(r"[0-9.]*", digits).group(0).split(".") if p]
        alone = len(last) == len(digits) or last.lower().startswith("v")
        version = digits and (len(parts) >= 2 or (alone and len(parts) == 1 and digits.isdigit()))
        trial = re.search(r"alpha|beta|rc|pre|dev|nightly|snapshot|canary", re.sub(r"^[^0-9]*[0-9.]*", "", name).lower())
        trial = trial or re.match(r"[ab][0-9]", re.sub(r"^[^0-9]*[0-9.]*", "", name).lower())
        if version and not trial and "commit" in (kind, inner) and at and inside(int(at)):
            releases += 1
    return {
        "commits": len(own),
        "changes": sum(1 for at, bot in requests.values() if inside(at) and not bot),
        "deployments": releases,
        "reverted": sum(1 for c in own if c.hash in gone),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--repository", required=True)
    parser.add_argument("--store")
    parser.add_argument("--from", dest="start")
    parser.add_argument("--to", dest="end")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory() as folder:
        place = os.path.join(folder, "clone")
        name = clone(options.repository, place)
        newest = int(git(place, "log", "-1", "--format=%ct", "origin/HEAD"))
        day = lambda at: datetime.datetime.fromtimestamp(at, datetime.timezone.utc).strftime("%Y-%m-%d")
        start = options.start or day(newest - 3 * 365 * 86400)
        end = options.end or day(newest - 30 * 86400)
        moment = lambda text: int(datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.timezone.utc).timestamp())
        store = os.path.join(folder, "store.sqlite")
        run = [program, "stats", "--store", store, "--from", start, "--to", end, "--tz", "UTC", "--format", "json", "--empty"]
        began = time.perf_counter()
        done = subprocess.run(run, cwd=place, capture_output=True)
        first = time.perf_counter() - began
        if done.returncode:
            sys.exit(done.stderr.decode())
        began = time.perf_counter()
        done = subprocess.run(run, cwd=place, capture_output=True, check=True)
        again = time.perf_counter() - began
        text = done.stdout.decode()
        rows = {row["metric"]: row for row in (json.loads(text) if text.lstrip().startswith("[") else map(json.loads, text.splitlines()))}
        began = time.perf_counter()
        hand = counted(place, moment(start), moment(end))
        spent = time.perf_counter() - began
        print(f"{name}, {start} … {end}: first {first:.1f} s, again {again:.2f} s; counted here in {spent:.1f} s")
        wrong = 0
        for metric, expected in hand.items():
            row = rows.get(metric, {})
            found = row.get("after_n", 0)
            if metric == "reverted":
                found = round((row.get("after") or 0) * (row.get("after_n") or 0))
            wrong += found != expected
            print(f"  {metric:14} colophon {found:7}   git log {expected:7}   {'agree' if found == expected else 'DIFFER'}")
    if options.store:
        speed(program, options.store)
    sys.exit(1 if wrong else 0)


def speed(program, store):
    """Each figure of a large store by itself, and all of them; the fastest of three."""
    names = subprocess.run([program, "stats", "explain"], capture_output=True, check=True).stdout.decode().splitlines()
    start = min(timed([program, "--version"]) for _ in range(5))
    print(f"  {store}: a start of the program takes {start * 1000:.0f} ms, which is taken off")
    slow = []
    for name in [line.split()[0] for line in names if line]:
        spent = min(timed([program, "stats", name, "--all", "--store", store]) for _ in range(3)) - start
        slow.append((spent, name))
    for spent, name in sorted(slow, reverse=True)[:8]:
        print(f"  {name:24} {spent * 1000:6.0f} ms")
    whole = min(timed([program, "stats", "--all", "--store", store]) for _ in range(3)) - start
    print(f"  all figures              {whole * 1000:6.0f} ms")


def timed(command):
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
