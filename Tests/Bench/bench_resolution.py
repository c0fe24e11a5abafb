#!/usr/bin/env python3
"""How far blame can be trusted: its answers held against repositories with known authorship of every line.

    bench_resolution.py PROGRAM [--parts repositories,checkpoints,speed] [--operations NAME,…] [--instances N] [--seed S]
                        [--code DIR]… [--tokens N] [--checkpoints GIT-DIRECTORY] [--commits N] [--folder DIR] [--show N]
                        [--jobs N] [--quick]

repositories: made with git by scripted histories in Python, TypeScript and Go, an operation each many times, while it is
remembered which edit wrote each word; the store also holds a million code tokens of other edits, made of the git
directories in or below --code and of Python's own library, and some repositories hold files that no edit wrote. An edit is
*owed* for a line where more than half of its code tokens are edits' own; of less, or where nothing tells which of two equal
lines was put in, both an edit and no record are right (*either*). Of two edits on a line, the last one or one with a third
of its tokens may be named. A line of nobody must not be given to an edit. Counted are lines of at least four code tokens.
checkpoints: the same on the lines that commits of a public repository add, whose trailers name the session's transcripts.
speed: blame of one line beside `git blame -L`, the first answer in 10,000 commits, a trace of 50 frames.

--folder keeps everything and takes it up again in the next run (delete store.sqlite in it to have that made anew, made.pickle
for the repositories);
--show N prints the first N wrong and unresolved lines of all operations in turn. To see the bench itself at work, let
resolution/fake_program.py be PROGRAM.
"""
import argparse
import os
import tempfile
from pathlib import Path

from resolution.repositories import ask_repositories
from resolution.checkpoints import ask_checkpoints
from resolution.speed import measure_speed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--parts", default="repositories,checkpoints,speed")
    parser.add_argument("--operations", help="only these, separated by commas")
    parser.add_argument("--instances", type=int, default=6, help="how often each operation is made in each language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--code", action="append", default=[], help="git directories of real code are in or below this folder")
    parser.add_argument("--tokens", type=int, default=1_000_000, help="code tokens of other edits in the store")
    parser.add_argument("--checkpoints", help="git directory of a repository with Entire's checkpoints (entireio/cli)")
    parser.add_argument("--commits", type=int, default=150, help="how many of its commits are looked at")
    parser.add_argument("--folder", help="keep everything here for the next run")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong and so many unresolved lines")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--quick", action="store_true", help="one instance, few other edits and commits: to see that all works")
    options = parser.parse_args()
    if options.quick:
        options.instances, options.tokens, options.commits = 1, min(options.tokens, 100_000), min(options.commits, 20)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(options.folder or made).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        parts, kept = options.parts.split(","), True
        for name, part in ("repositories", ask_repositories), ("checkpoints", ask_checkpoints), ("speed", measure_speed):
            if name in parts:
                kept = part(str(Path(options.program).resolve()), folder, options) and kept
                print(flush=True)
    if not kept:
        print("MISSED: a budget that DESIGN.md gives, or this bench's own, is not kept")


if __name__ == "__main__":
    main()
