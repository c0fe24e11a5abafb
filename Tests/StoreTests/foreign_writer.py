#!/usr/bin/env python3
"""Writes a store as a foreign generator and auditor would: plain SQL, nothing of Colophon's but its schema.

    foreign_writer.py STORE SECRET [usual | backwards | late]

usual:      the order of the page that documents the schema
backwards:  answers before their prompts, a sub-agent before the turn it works for, the session's repository last
late:       an edit and a finding that are completed, corrected and withdrawn in transactions of their own
"""
import hashlib
import sqlite3
import struct
import sys

AT = 1793880000000


def uid(kind, maker):
    return hashlib.sha256(f"{kind}\0{maker}".encode()).hexdigest()[:24]


class Writer:
    def __init__(self, path):
        self.db = sqlite3.connect(path, timeout=10, isolation_level=None)
        self.db.execute("PRAGMA foreign_keys = ON")

    def run(self, sql, *values):
        return self.db.execute(sql, values)

    def id(self, table, column, value):
        return self.run(f"SELECT id FROM {table} WHERE {column} = ?", value).fetchone()[0]

    def body(self, text):
        digest = hashlib.sha256(text.encode()).digest()
        self.run("INSERT INTO body (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING", digest, text)
        return self.id("body", "sha256", digest)

    def path(self, text):
        self.run("INSERT INTO path (text, language) VALUES (?, 'python') ON CONFLICT DO NOTHING", text)
        return self.id("path", "text", text)

    def repository(self):
        self.run("INSERT INTO repository (identity, name) VALUES ('github.com/acme/shop', 'shop') ON CONFLICT DO NOTHING")
        return self.id("repository", "identity", "github.com/acme/shop")

    def session(self, repository):
        self.run("INSERT INTO session (uid, agent, maker_id, repository, branch, started_at) VALUES (?, ?, ?, ?, ?, ?)",
                 uid("session", "c7"), "acme-coder", "c7", repository, "main", AT)
        return self.id("session", "uid", uid("session", "c7"))

    def prompt(self, session, maker, words, at, asker="person", thread=""):
        self.run("INSERT INTO prompt (uid, session, asker, thread, words, at) VALUES (?, ?, ?, ?, ?, ?)",
                 uid("prompt", maker), session, asker, thread, self.body(words), at)
        return self.id("prompt", "uid", uid("prompt", maker))

    def generation(self, session, maker, prompt, at, output, thread=""):
        self.run("""INSERT INTO generation (uid, session, prompt, thread, maker_id, model, started_at, ended_at,
                        input_tokens, output_tokens, output) VALUES (?, ?, ?, ?, ?, 'acme-coder-2', ?, ?, 90, 2, ?)""",
                 uid("generation", maker), session, prompt, thread, maker, at, at + 500, self.body(output))
        return self.id("generation", "uid", uid("generation", maker))

    def edit(self, generation, maker, at, after, status="applied"):
        self.run("""INSERT INTO edit (uid, call, generation, path, kind, status, at, after, added, removed, first_line)
                        VALUES (?, ?, ?, ?, 'create', ?, ?, ?, 3, 1, 1)""",
                 uid("edit", maker), uid("edit", maker), generation, self.path(f"pay/{maker}.py"), status, at,
                 after and self.body(after))
        return self.id("edit", "uid", uid("edit", maker))

    def finding(self, edit, maker, severity):
        self.run("""INSERT INTO finding (uid, edit, first_line, last_line, rule, severity, cwe, message, auditor, at)
                        VALUES (?, ?, 1, 1, 'sql-from-input', ?, 'CWE-89', 'The query holds input.', 'acme-audit', ?)""",
                 uid("finding", maker), edit, severity, AT + 9000)


def usual(writer, secret):
    writer.run("BEGIN IMMEDIATE")
    session = writer.session(writer.repository())
    prompt = writer.prompt(session, "p1", f"Make refunds idempotent; the key is {secret}", AT)
    generation = writer.generation(session, "g1", prompt, AT + 1000, "Done: zebrafinch")
    writer.run("INSERT INTO token_run (generation, count, lengths, logprobs) VALUES (?, 2, ?, ?)",
               generation, bytes([9, 7]), struct.pack("<ff", -0.25, -0.5))
    edit = writer.edit(generation, "e1", AT + 1500, f"KEY = '{secret}'\ndef wombatrefund(order):\n    pass\n")
    writer.finding(edit, "f1", "high")
    writer.run("INSERT INTO decision (uid, edit, verdict, reasons, policy, at) VALUES (?, ?, 'review', 'risk', 'acme', ?)",
               uid("decision", "d1"), edit, AT + 9500)
    writer.run("INSERT INTO alert (uid, title, body, service, severity, at) VALUES (?, 'Refund failed', ?, 'pay', 'high', ?)",
               uid("alert", "a1"), writer.body("KeyError: order"), AT + 99000)
    writer.run("COMMIT")


def backwards(writer, secret):
    session = writer.session(None)
    # A sub-agent with its own prompt, and an answer that names no prompt, before anyone has asked anything.
    task = writer.prompt(session, "task", "Look for callers", AT + 2000, asker="agent", thread="sub")
    writer.generation(session, "sub", task, AT + 2500, "Three callers", thread="sub")
    lone = writer.generation(session, "lone", None, AT + 12500, "Second answer")
    first = writer.generation(session, "first", None, AT + 1000, "First answer")
    if "--settle" in sys.argv:
        return
    writer.prompt(session, "p2", "And now the tests", AT + 10000)
    prompt = writer.prompt(session, "p1", f"Make refunds idempotent; {secret}", AT)
    writer.edit(lone, "e2", AT + 13000, None)
    writer.run("UPDATE generation SET prompt = ? WHERE id = ?", prompt, first)
    writer.run("UPDATE session SET repository = ? WHERE id = ?", writer.repository(), session)


def late(writer, secret):
    edit = writer.id("edit", "uid", uid("edit", "e1"))
    after = writer.body("def quokkarefund(order): return None\n")
    writer.run("UPDATE edit SET status = 'changed', after = ?, added = 1, removed = 0 WHERE id = ?", after, edit)
    writer.finding(edit, "f2", "critical")
    writer.run("UPDATE finding SET status = 'fixed' WHERE uid = ?", uid("finding", "f1"))
    writer.run("DELETE FROM finding WHERE uid = ?", uid("finding", "f2"))


if __name__ == "__main__":
    order = {"usual": usual, "backwards": backwards, "late": late}[sys.argv[3]]
    order(Writer(sys.argv[1]), sys.argv[2])
