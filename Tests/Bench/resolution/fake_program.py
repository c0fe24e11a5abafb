#!/usr/bin/env python3
"""Stands for the program to see what the bench makes of answers: tells the truth beside the store, less some errors.

FAKE_WRONG, FAKE_LOST and FAKE_INVENTED are shares: lines of an edit told as another's or as nobody's, and lines of nobody told
as an edit's. With FAKE_EQUAL, and of files whose truth is not known, it tells the last edit that holds an equal line, white space
left out: what the simplest program would do.
"""
import json
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from resolution.kept_edits import KeptEdits  # noqa: E402


def main():
    command, store = sys.argv[1], Path(sys.argv[sys.argv.index("--store") + 1] if "--store" in sys.argv else "/nowhere")
    if command != "blame" or "--help" in sys.argv:
        print("  blame\n  record\n  list" if command == "--help" else "", end="")
        sys.stdin.read() if command == "record" else None
        return
    path = Path(sys.argv[2].split(":")[0] if command == "blame" else "").resolve()
    chance = random.Random(str(path))
    wrong, lost, invented = (float(os.environ.get(f"FAKE_{name}", 0)) for name in ("WRONG", "LOST", "INVENTED"))
    truth = store.parent / "truth.json"
    known = json.loads(truth.read_text()) if truth.exists() else {"files": {}}
    lines = []
    if str(path) not in known["files"] or os.environ.get("FAKE_EQUAL"):
        known["files"][str(path)] = equal(store, sys.argv[2]) if store.exists() else []
    for number, (text, edit, changed) in enumerate(known["files"][str(path)], start=1):
        line = {"line": number, "text": text, "tokens": 9, "level": "no record"}
        if edit:
            kind = chance.random()
            if kind >= lost:
                line["edit"] = chance.choice(known["edits"]) if kind < lost + wrong else edit
        elif chance.random() < invented:
            line["edit"] = chance.choice(known["edits"])
        if "edit" in line:
            line["level"] = "adapted" if changed else "exact"
        lines.append(line)
    print(json.dumps({"file": sys.argv[2], "dirty": False, "history": "complete", "waiting": 0, "lines": lines}))


def equal(store, path):
    kept = KeptEdits(sqlite3.connect(f"file:{store}?mode=ro", uri=True))
    revision = sys.argv[sys.argv.index("--rev") + 1] if "--rev" in sys.argv else "HEAD"
    text = subprocess.run(["git", "show", f"{revision}:{path}"], stdout=subprocess.PIPE, check=True).stdout.decode(errors="replace")
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        holders = kept.holding(line)
        same = [holder for holder in holders if holder[0] == path] or sorted(holders)
        lines.append((line, same[-1][2] if same else None, False))
    return lines


if __name__ == "__main__":
    main()
