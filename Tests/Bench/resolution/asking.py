"""The program under test, as a user starts it."""
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing


class Program:
    def __init__(self, path, store, home):
        self.path, self.store, self.home = str(path), store, home
        self.environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                            **{name: value for name, value in os.environ.items() if name.startswith("FAKE_")}}

    def run(self, *arguments, folder=None, given=None, seconds=600):
        return subprocess.run([self.path, *map(str, arguments), "--store", str(self.store)], cwd=folder or self.home, input=given,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment, timeout=seconds)

    def knows(self, command, option=None):
        """Whether there is such a command, with such an option: its own help alone does not tell, for a default may answer."""
        if not re.search(rf"(?m)^\s+{command}\b", self._help()):
            return False
        return option is None or option in self._help(command)

    def _help(self, *command):
        return subprocess.run([self.path, *command, "--help"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              env=self.environment).stdout.decode(errors="replace")

    def record(self, generations):
        done = self.run("record", given="".join(json.dumps(line) + "\n" for line in generations).encode())
        if done.returncode:
            sys.exit(f"record: {done.stderr.decode(errors='replace')[:2000]}")
        return done.stdout.decode().strip()

    def settle(self, folder=None, path=None, patience=900):
        """Until nothing waits for an index any more; seconds it took. With a file, until its answer says so, too."""
        started = time.monotonic()
        while time.monotonic() - started < patience:
            self.run("list", "turns")
            if self.store.exists() and self.waiting():
                continue
            answer = self.blame(folder, path)[0] if path else None
            if not answer or not answer.get("waiting"):
                break
            time.sleep(.2)
        return time.monotonic() - started

    def waiting(self):
        return self._one("SELECT count(*) FROM pending")

    def index_size(self):
        """Bytes of the index, and of the code that it indexes; None where there is none."""
        if not self.store.exists() or not self._one("SELECT count(*) FROM sqlite_master WHERE name = 'shingle'"):
            return None
        return (self._one("SELECT coalesce(sum(length(entries)), 0) FROM shingle"),
                self._one("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM body WHERE id IN "
                          "(SELECT coalesce(after, patch) FROM edit)"))

    def _one(self, sql):
        with closing(sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchone()[0]

    def blame(self, folder, path, *options):
        """What is said of a file, and what went wrong where nothing is."""
        try:
            done = self.run("blame", path, "--format", "json", *options, folder=folder)
        except subprocess.TimeoutExpired:
            return None, f"blame {path} took more than ten minutes"
        if done.returncode not in (0, 2):
            return None, f"blame {path} ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()[:300]}"
        try:
            return json.loads(done.stdout), None
        except ValueError:
            return None, f"blame {path} printed what is no JSON: {done.stdout[:200]!r}"
