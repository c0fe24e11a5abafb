"""Whether the figures of a real repository's history agree with what git log says, counted another way; and how long they take.

    bench_pipeline.py PROGRAM --repository DIR [--store FILE] [--from 2024-01-01 --to 2024-07-01]
    bench_pipeline.py PROGRAM --store FILE [--plant 100000]

DIR is a clone, or a git directory as a mirror keeps it. Everything is counted here from `git log` and `git rev-list` alone, commit
by commit: what each first parent of the main branch brought, which requests it names, what was taken back, which tags there are.
With --store the speed is measured on that store too (a demo of a million generations, say); --plant first puts so many changes of
three years into it, with the commits, runs, releases, incidents and fates of lines that go with them: take a copy.
"""

import argparse
import datetime
import json
import os
import random
import re
import sqlite3
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


DAY = 86_400_000


def gather(store, landings, ends):
    """Fills the row a commit that a walk keeps."""
    number = lambda n: bytes([n]) if n < 128 else bytes([n & 127 | 128]) + number(n >> 7)
    went = {}
    for landing, _, at, lines, means, fix in ends:
        went.setdefault(landing, []).append((at, lines, means, fix))
    groups = {}
    for id, name, hash, _, origin, at, lines in landings:
        group = groups.setdefault((name, hash, origin), [at, 0, {}])
        group[0], group[1] = min(group[0], at), group[1] + lines
        for end, gone, means, fix in went.get(id, []):
            key = (max(1, (end - at + DAY - 1) // DAY), means, fix)
            group[2][key] = group[2].get(key, 0) + gone
    words = ["other", "generated", "session"]
    store.executemany("INSERT INTO landed (repository, landed_at, hash, origin, lines, ends) VALUES (?, ?, ?, ?, ?, ?)", [
        (name, at, hash, origin, lines, b"".join(
            number(day) + number(gone) + number(words.index(means) * 2 + fix) for (day, means, fix), gone in sorted(found.items())))
        for (name, hash, origin), (at, lines, found) in groups.items()])


def plant(path, count):
    """Puts made-up changes, and what goes with them, into a store of many generations."""
    dice = random.Random(1)
    with sqlite3.connect(path) as store:
        names = [(id, identity.split("/", 1)[1]) for id, identity in
                 store.execute("SELECT id, identity FROM repository WHERE identity LIKE '%/%' AND identity NOT LIKE '%:%' ORDER BY id")]
        now = store.execute("SELECT max(started_at) FROM generation").fetchone()[0]
        start = now - 3 * 365 * DAY
        first = store.execute("SELECT min(started_at) FROM generation").fetchone()[0]
        for table in ("landing", "landed", "edit_fate", "mainline", "run", "release", "deployment", "incident", "metric", "line_walk"):
            store.execute(f"DELETE FROM {table}")
        store.execute("DELETE FROM change WHERE number > 100000")
        hash = lambda kind, number: f"{kind}{number:039x}"
        changes, commits, runs = [], [], []
        for number in range(count):
            id, name = dice.choices(names, weights=[8, 4, 2, 1][:len(names)])[0]
            opened = start + number * (now - start) // count + dice.randrange(DAY)
            generated = dice.uniform(.3, 1) if opened > first and dice.random() < .5 else 0
            hours = dice.lognormvariate(2.5, 1.2)
            end = opened + int(hours * 3_600_000)
            state = "closed" if dice.random() < .07 else "open" if end > now or dice.random() < .004 else "merged"
            work = 1 + int(dice.expovariate(.7))
            kind = dice.choice(["fix", "feat", "feat", "docs", "test", "refactor", None])
            changes.append((
                name, 100_001 + number, f"https://git.example/{name}/pull/{100_001 + number}", f"{kind or 'some'}: work {number}", state,
                dice.random() < .08, kind, f"topic-{number}", "main", opened, opened - int(dice.expovariate(1 / 30) * 3_600_000),
                opened + int(hours * .3 * 3_600_000) if dice.random() < .8 else None, end if state == "merged" else None,
                end if state == "closed" else None, now, dice.randrange(900), dice.randrange(300), work,
                int(dice.random() < .4), generated, "trailer" if generated else "nothing"))
            if state == "merged":
                squashed = dice.random() < .5
                for one in range(1 if squashed else work):
                    commits.append((name, hash(one % 10, number), opened - one * 3_600_000, end, end, 1, squashed, 100_001 + number, kind,
                                    hash(0, number - 30) if dice.random() < .005 else None, "claude-code" if generated else "", name))
                if not squashed:
                    commits.append((name, hash("a", number), end, end, end, 2, 1, 100_001 + number, None, None, "", name))
            for one in range(2):
                at = opened + one * 600_000
                runs.append((name, number * 2 + one, "ci", f"topic-{number}", dice.choice(["success"] * 8 + ["failure", "cancelled"]), at,
                             at + 30_000, at + dice.randrange(3_000_000)))
        store.executemany(
            "INSERT INTO change (repository, number, url, title, state, is_bot, kind, head_ref, base_ref, created_at, first_commit_at,"
            " first_review_at, merged_at, closed_at, seen_at, added, removed, commits, late_commits, generated, generated_by)"
            f" VALUES ({', '.join('?' * 21)})", changes)
        store.executemany(
            "INSERT OR IGNORE INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first, change, kind, reverts, marks)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT id FROM change WHERE repository = ?12 AND number = ?8), ?9, ?10, ?11)", commits)
        store.executemany(
            "INSERT INTO run (repository, number, name, branch, conclusion, created_at, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", runs)
        store.execute("UPDATE mainline SET conflicts = abs(random()) % 9 = 0 WHERE parents = 2")
        for id, name in names:
            for day in range(3 * 365):
                at = start + day * DAY
                if day % 7 == 0:
                    store.execute("INSERT INTO release (repository, tag, at, source) VALUES (?, ?, ?, 'import')", (name, f"v1.{day}", at))
                store.execute("INSERT INTO deployment (uid, repository, revision, environment, at) VALUES (?, ?, ?, 'production', ?)",
                              (f"d{id}-{day}", id, hash(0, dice.randrange(count)), at + 3_600_000))
                if dice.random() < .1:
                    store.execute("INSERT INTO incident (uid, maker, maker_id, repository, title, started_at, resolved_at) VALUES (?, 'bench', ?, ?, 'down', ?, ?)",
                                  (f"i{id}-{day}", f"{id}-{day}", name, at + 9_000_000, at + 9_000_000 + dice.randrange(20_000_000)))
            store.execute("INSERT INTO line_walk VALUES (?, 'bench', ?, ?, 0)", (name, now, start))
        edits = store.execute(
            "SELECT e.id, e.at, e.added, e.status, r.identity, g.session, coalesce(g.model, '') FROM edit e JOIN generation g ON g.id = e.generation"
            " JOIN session s ON s.id = g.session JOIN repository r ON r.id = s.repository WHERE r.identity LIKE 'git.example/%'").fetchall()
        fates, landings, ends = [], [], []
        for place, (id, at, added, status, identity, session, model) in enumerate(edits):
            name, tokens = identity.split("/", 1)[1], 12 + (added or 0) * 7
            landed = at + int(dice.uniform(.2, 5) * DAY)
            if status in ("failed", "rejected") or dice.random() < .2 or landed > now:
                fates.append((id, name, session, model, status, at, tokens, None, None, None, None, None, tokens * 5.0))
                continue
            common = tokens if dice.random() < .6 else dice.randrange(tokens)
            fates.append((id, name, session, model, status, at, tokens, hash("b", place // 3), landed, common, tokens - common, tokens,
                          tokens * 5.0))
            if added:
                landings.append((len(landings) + 1, name, hash("b", place // 3), id, "record", landed, added))
        for number in range(count):
            landings.append((len(landings) + 1, dice.choice(names)[1], hash("c", number), None, "other", start + number * (now - start) // count, 40))
        for id, _, hashed, _, _, landed, lines in landings:
            at = landed + int(dice.expovariate(1 / 60) * DAY)
            if dice.random() < .5 and at < now:
                ends.append((id, hashed + "e", at, max(1, lines // 3), dice.choice(["session", "generated", "other"]), 0))
        store.executemany("INSERT INTO edit_fate (edit, repository, session, model, status, at, tokens, hash, landed_at, common, distance,"
                          " merged, bits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", fates)
        store.executemany("INSERT INTO landing (id, repository, hash, edit, origin, landed_at, lines) VALUES (?, ?, ?, ?, ?, ?, ?)", landings)
        store.executemany("INSERT INTO line_end (landing, hash, at, lines, means, is_fix) VALUES (?, ?, ?, ?, ?, ?)", ends)
        gather(store, landings, ends)
        store.executemany("INSERT INTO metric (name, value, at) VALUES ('threads', ?, ?)",
                          [(dice.randrange(90), start + week * 7 * DAY) for week in range(150)])
    print(f"planted {len(changes):,} changes, {len(commits):,} commits, {len(runs):,} runs, {len(fates):,} fates, {len(landings):,} landings, {len(ends):,} ends")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--repository")
    parser.add_argument("--store")
    parser.add_argument("--plant", type=int, metavar="CHANGES")
    parser.add_argument("--from", dest="start")
    parser.add_argument("--to", dest="end")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    if not options.repository and not options.store:
        parser.error("name --repository, --store or both")
    if options.plant:
        plant(options.store, options.plant)
    wrong = against_git(program, options) if options.repository else 0
    if options.store:
        speed(program, options.store)
    sys.exit(1 if wrong else 0)


def against_git(program, options):
    """Holds figures against counts of git log; how many differ."""
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
    return wrong


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
