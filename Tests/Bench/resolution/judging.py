"""Answers held against the truth, and the table of it."""
from collections import Counter
from dataclasses import dataclass, field

LEVELS = ("exact", "adapted", "commit", "session", "no record")
NAMING = ("exact", "adapted")
BUDGET_WRONG_EXACT, BUDGET_UNWRITTEN, BUDGET_RESOLVED, BUDGET_OPERATION = .005, .001, .95, .85


@dataclass
class Tally:
    """Lines of at least four tokens: those that an edit is owed for, by level; those of nobody; and what was wrong."""
    owed: int = 0
    free: int = 0     # nobody's
    either: int = 0   # changed to half or more, or doubtful
    levels: Counter = field(default_factory=Counter)
    named: Counter = field(default_factory=Counter)  # of nobody's lines
    exact: int = 0
    resolved: int = 0
    wrong: int = 0
    wrong_exact: int = 0
    overclaimed: int = 0
    tolerated: int = 0
    told_as_tie: int = 0

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def lines(self):
        return self.owed + self.free + self.either


class Judge:
    def __init__(self, records):
        self.records = records
        self.numbers = {edit["uid"]: number for number, edit in enumerate(records.edits) if edit}
        self.tallies, self.wrong, self.unresolved, self.troubles = {}, [], [], Counter()

    def judge(self, operation, place, truths, texts, answer):
        """One file: what is true of its lines, and what was said of them (None where nothing came)."""
        said = {line.get("line"): line for line in (answer or {}).get("lines", [])}
        if answer and answer.get("waiting"):
            self.troubles["files whose answer says that edits still wait for the index"] += 1
        if answer and answer.get("history") == "not finished":
            self.troubles["files whose answer says that the history is not finished"] += 1
        tally = self.tallies.setdefault(operation, Tally())
        for number, (truth, text) in enumerate(zip(truths, texts), start=1):
            if not truth.counted:
                continue
            line = said.get(number)
            if line is None:
                self.troubles["lines without an answer"] += 1
            elif "text" in line and line["text"].rstrip("\r\n") != text:
                self.troubles["lines whose text is another in the answer"] += 1
            self._count(tally, operation, f"{place}:{number}", text, truth, line or {"level": "no record"})

    def _count(self, tally, operation, place, text, truth, line):
        level = line.get("level") if line.get("level") in LEVELS else "no record"
        edit = self.numbers.get(line.get("edit")) if level in NAMING else None
        verdict = self._verdict(level, edit, truth, line)
        tally.owed += truth.owed
        tally.free += not truth.accepted
        tally.either += bool(truth.accepted) and not truth.owed
        if truth.owed:
            tally.levels[level] += 1
            tally.resolved += verdict == "right" and level in NAMING
        if not truth.accepted:
            tally.named[level] += 1
        tally.exact += level == "exact"
        tally.wrong += verdict == "wrong"
        tally.wrong_exact += verdict == "wrong" and level == "exact"
        tally.tolerated += verdict == "tolerated"
        tally.overclaimed += verdict == "right" and level == "exact" and truth.changed
        if verdict == "wrong":
            # An entry of "also" is a uid, or an object that holds it.
            others = {each.get("edit") if isinstance(each, dict) else each for each in line.get("also") or []}
            tie = bool({self.numbers.get(each) for each in others} & truth.accepted)
            tally.told_as_tie += tie
            self.wrong.append((operation, place, text, self._told(level, edit, line) + (", the truth under 'also'" if tie else ""),
                               self._true(truth)))
        elif truth.owed and not (verdict == "right" and level in NAMING):
            self.unresolved.append((operation, place, text, self._told(level, edit, line), self._true(truth)))

    def _verdict(self, level, edit, truth, line):
        if level in NAMING:
            if edit in truth.accepted:
                return "right"
            return "tolerated" if edit in truth.kept_by and level == "adapted" else "wrong"
        if level in ("commit", "session") and truth.owed and line.get("session"):
            sessions = {self.records.edits[number]["session"] for number in truth.accepted}
            return "right" if line["session"] in sessions else "wrong"
        return "right"

    def _told(self, level, edit, line):
        if level in NAMING:
            return f"{level} {self._named(edit) if edit else 'an edit that is not of these repositories, ' + str(line.get('edit'))}"
        return level

    def _true(self, truth):
        told = " or ".join(self._named(number) for number in sorted(truth.accepted)) or "nobody that the store knows"
        if truth.accepted and not truth.owed:
            told += " or no record"
        return told + ("".join(f", or adapted {self._named(number)}" for number in truth.kept_by - truth.accepted))

    def _named(self, number):
        edit = self.records.edits[number]
        return f"{edit['uid'][:8]} ({edit['form']}, {edit['world']}/{edit['path']})"


def share(part, whole, digits=1):
    return f"{100 * part / whole:.{digits}f} %" if whole else "-"


def budget(value, limit, keeps):
    return "MISSED" if not keeps(value, limit) else "kept"


def report(judge, unwritten, by_chance, show):
    """The tables; true if every budget is kept."""
    whole, kept = Tally(), True
    print(f"  {'lines of at least four tokens':29}{'edits':>7}" + "".join(f"{level:>10}" for level in LEVELS)
          + f"{'resolved':>10}{'':8}{'either':>8}{'person':>8}{'wrong':>8}{'of exact':>10}{'overclaimed':>13}")

    def row(name, tally, limit):
        verdict = "" if not tally.owed else budget(tally.resolved / tally.owed, limit, lambda value, least: value >= least)
        print(f"  {name:29}{tally.owed:>7}" + "".join(f"{share(tally.levels[level], tally.owed):>10}" for level in LEVELS)
              + f"{share(tally.resolved, tally.owed):>10} {verdict if verdict == 'MISSED' else '':7}{tally.either:>8}{tally.free:>8}"
              + f"{share(tally.wrong, tally.lines):>8}{share(tally.wrong_exact, tally.exact, 2):>10}{tally.overclaimed:>13}", flush=True)
        return verdict != "MISSED"
    for name, tally in judge.tallies.items():
        if name != unwritten:
            kept = row(name, tally, BUDGET_OPERATION) and kept
            whole.add(tally)
    row("all", whole, BUDGET_RESOLVED)
    free = judge.tallies.get(unwritten, Tally())
    rows = [
        ("resolved at exact or adapted", whole.resolved, whole.owed, BUDGET_RESOLVED, True),
        ("wrong among exact", whole.wrong_exact + free.wrong_exact, whole.exact + free.exact, BUDGET_WRONG_EXACT, False),
        ("exact on files that no edit wrote", free.named["exact"], free.free, BUDGET_UNWRITTEN, False),
        ("adapted on files that no edit wrote", free.named["adapted"], free.free, None, False),
        ("commit or session on such files", free.named["commit"] + free.named["session"], free.free, None, False),
    ]
    print()
    for name, part, of, limit, at_least in rows:
        verdict = ""
        if limit is not None and of:
            verdict = "kept" if (part / of >= limit if at_least else part / of < limit) else "MISSED"
            kept = kept and verdict == "kept"
        limit = "" if limit is None else f"{'>=' if at_least else '<'} {100 * limit:g} %"
        print(f"  {name:36}{part:>8} of {of:>7}{share(part, of, 2):>10}{limit:>10}  {verdict}".rstrip())
    print(f"  {by_chance} of the {free.free} lines of files that no edit wrote stand in 25 tokens that some edit holds as well")
    if whole.tolerated:
        print(f"  {whole.tolerated} lines told as adapted of a whole file whose writer did not tell what it found (not counted as wrong)")
    if whole.told_as_tie:
        print(f"  {whole.told_as_tie} of the wrong lines name the right edit under 'also'")
    for trouble, count in judge.troubles.items():
        print(f"  {count} {trouble}")
    for title, lines in ("wrong", judge.wrong), ("unresolved", judge.unresolved):
        for operation, place, text, told, true in _spread(lines, show):
            print(f"\n{title}: {operation}\n  {place}\n  {text.strip()[:150]}\n  said  {told}\n  truth {true}")
    return kept


def _spread(lines, count):
    """The first of each operation, then the second of each."""
    turns, seen = [], Counter()
    for line in lines:
        turns.append((seen[line[0]], line))
        seen[line[0]] += 1
    return [line for _, line in sorted(turns, key=lambda turn: turn[0])[:count]]
