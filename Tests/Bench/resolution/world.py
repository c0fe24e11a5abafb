"""A repository that is made step by step, with git, while it is remembered who wrote what, and its agents' records."""
import difflib
import hashlib
import os
import subprocess
from pathlib import Path

from .document import PERSON, Document
from .grammar import Coder, Domain
from .words import KEYWORDS, NOUNS, sentence

AGENTS = [("claude-code", "claude-opus-4-6"), ("claude-code", "claude-sonnet-4-5"), ("codex", "gpt-5-codex"),
          ("cursor", "composer-1"), ("gemini-cli", "gemini-3-pro")]
PEOPLE = ["Ann Lee", "Boris Novak", "Chen Wei", "Dora Maar"]
FORMS = ("strings", "strings", "patch", "whole")
OPENINGS = {
    "python": ("def ", "async def ", "class ", "@"), "go": ("func ", "type ", "// "),
    "typescript": ("export ", "function ", "const ", "class ", "interface ", "describe(", "/**")}


def uid(kind, name):
    return hashlib.sha256(f"{kind}\0{name}".encode()).hexdigest()[:24]


class Records:
    """What the agents of all repositories leave behind, and the names of their edits by number."""

    def __init__(self):
        self.generations, self.edits = [], [None]

    def edit(self, **facts):
        self.edits.append(facts)
        return len(self.edits) - 1


class Session:
    def __init__(self, world, number):
        self.id = f"bench-{world.name}-{number}"
        self.agent, self.model = world.chance.choice(AGENTS)
        self.turn, self.said = 0, 0


class World:
    def __init__(self, folder, name, operation, grammar, chance, records, start, real=()):
        self.folder, self.name, self.operation, self.grammar = Path(folder, name), name, operation, grammar
        self.chance, self.records, self.now = chance, records, start
        self.coder = Coder(grammar, chance, Domain(chance))
        self.docs, self.tips, self.branch, self.sessions, self.written = {}, {}, "main", 0, set()
        self.folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", f"https://github.com/bench/{name}.git")
        for key, value in ("core.autocrlf", "false"), ("commit.gpgsign", "false"), ("gc.auto", "0"), ("core.fsync", "none"):
            self.git("config", key, value)
        for texts in list(real) + [self.coder.file() for _ in range(3)]:
            self.docs[self.new_path()] = Document.written(texts, PERSON)
        self.commit("Begin")

    # git

    def git(self, *arguments, fails=False, person=None, environment=()):
        person = person or self.chance.choice(PEOPLE)
        stamp, mail = f"{self.now // 1000} +0000", person.split()[0].lower() + "@example.com"
        done = subprocess.run(
            ["git", "-C", self.folder, *arguments], capture_output=True, text=True,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
                 "GIT_AUTHOR_NAME": person, "GIT_AUTHOR_EMAIL": mail, "GIT_AUTHOR_DATE": stamp, "GIT_EDITOR": "true",
                 "GIT_COMMITTER_NAME": person, "GIT_COMMITTER_EMAIL": mail, "GIT_COMMITTER_DATE": stamp, **dict(environment)})
        if done.returncode and not fails:
            raise RuntimeError(f"git {' '.join(arguments)} in {self.folder}: {done.stderr or done.stdout}")
        return done.stdout

    def tick(self, least=60, most=3600):
        self.now += self.chance.randint(least, most) * 1000

    def write(self):
        """The work tree as it is remembered."""
        for path in self.written - set(self.docs):
            (self.folder / path).unlink(missing_ok=True)
        for path, document in self.docs.items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(document.text.encode())
        self.written = set(self.docs)

    def commit(self, subject=None, *options, person=None):
        self.tick()
        self.write()
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", subject or sentence(self.chance).capitalize(), *options, person=person)

    def snapshot(self):
        return {path: document.copy() for path, document in self.docs.items()}

    def checkout(self, branch):
        self.tips[self.branch] = self.snapshot()
        new = branch not in self.tips
        self.git("checkout", "-q", *(["-b"] if new else []), branch)
        self.branch = branch
        if not new:
            self.docs = {path: document.copy() for path, document in self.tips[branch].items()}
            self.written = set(self.docs)

    def land(self, branch):
        """Main goes on to where the branch is, which goes."""
        docs = self.snapshot()
        self.checkout("main")
        self.git("merge", "-q", "--ff-only", branch)
        self.docs, self.written = docs, set(docs)
        self.drop(branch)

    def drop(self, branch):
        self.git("branch", "-q", "-D", branch)
        del self.tips[branch]

    def check(self):
        """What git has is what is remembered, or the truth would be none."""
        listed = {path for path in self.git("ls-files").split("\n") if path}
        if listed != set(self.docs):
            raise RuntimeError(f"{self.folder}: {listed ^ set(self.docs)} is not as remembered")
        for path, document in self.docs.items():
            done = subprocess.run(["git", "-C", self.folder, "show", f"HEAD:{path}"], stdout=subprocess.PIPE, check=True)
            if done.stdout != document.text.encode():
                raise RuntimeError(f"{self.folder}/{path} is not as remembered")

    # Files and places

    def new_path(self):
        while (path := self.coder.path()) in self.docs:
            pass
        return path

    def any_path(self, unlike=()):
        return self.chance.choice([path for path in sorted(self.docs) if path not in unlike])

    def openings(self, path):
        """Numbers of lines with which a part of a file begins; the end is one, too."""
        texts = self.docs[path].texts
        return [at for at in range(1, len(texts)) if not texts[at - 1].strip()
                and texts[at].startswith(OPENINGS[self.grammar.name])] + [len(texts)]

    def lines_of(self, path, edit):
        """Numbers of the lines that an edit wrote whole."""
        return [at for at, line in enumerate(self.docs[path].lines) if line.words and set(line.authors) == {edit}]

    def indentation(self, path, at):
        """How deep a line that is put here stands."""
        for text in self.docs[path].texts[at:]:
            if text.strip():
                return text[:len(text) - len(text.lstrip())]
        return ""

    def names(self, path, at):
        """Names that stand near."""
        near = [word for line in self.docs[path].lines[max(at - 8, 0):at] for word in line.words
                if word.isidentifier() and len(word) > 4 and word not in KEYWORDS]
        return near or [self.chance.choice(NOUNS)]

    # People

    def type(self, path, at, lines=1):
        """A person puts in some lines."""
        indentation = self.indentation(path, at)
        texts = [indentation + text for text in self.coder.statements(lines, self.names(path, at))]
        self.docs[path].insert(at, texts, PERSON)
        return len(texts)

    def overtype(self, path, at):
        """A person changes a word of a line, or of the next one that has any."""
        words, lines = [], self.docs[path].lines
        for at in [*range(at, len(lines)), *range(at)[::-1]]:
            line = lines[at]
            words = [word for word in line.words if word.isidentifier() and len(word) > 3 and word not in KEYWORDS or word.isdigit()]
            if words:
                break
        word = self.chance.choice(words)
        other = str(int(word) + self.chance.randint(1, 90)) if word.isdigit() else self.coder.variable()
        head, tail = line.text.split(word, 1)
        self.docs[path].replace(at, at + 1, [head + other + tail], PERSON)

    # Agents

    def session(self):
        self.sessions += 1
        return Session(self, self.sessions)

    def edit(self, session, path, change, form=None, status="applied", blind=False):
        """An agent's edit: change(document, number) makes it; returns its number."""
        self.tick(5, 90)
        form = form or self.chance.choice(FORMS)
        before = self.docs.get(path)
        after = before.copy() if before else Document()
        name = f"{session.id}-{session.said}"
        number = self.records.edit(uid=uid("edit", name), session=uid("session", session.id), path=path, world=self.name,
                                   at=self.now, form=form)
        change(after, number)
        edit = {"id": name, "path": path, "kind": "create" if before is None else "update", "status": status, "at": self.now}
        if blind:
            edit.update(kind="update", after=after.text)
            after.lines = [line if number in line.authors else line.kept(number) for line in after.lines]
        elif before is None:
            edit.update(after=after.text)
        elif form == "whole":
            edit.update(before=before.text, after=after.text)
        elif form == "patch":
            lines = difflib.unified_diff(before.text.splitlines(True), after.text.splitlines(True))
            edit.update(patch="".join(list(lines)[2:]))
        else:
            edit.update(self._strings(before.texts, after.texts))
        self._say(session, edit)
        if status == "applied":
            self.docs[path] = after
        return number

    def _strings(self, before, after):
        """What changed with a line or two around it, as tools do that replace one text by another."""
        start = 0
        while start < min(len(before), len(after)) and before[start] == after[start]:
            start += 1
        end = 0
        while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
            end += 1
        start, end = max(start - self.chance.randint(1, 2), 0), max(end - self.chance.randint(0, 2), 0)
        strings = {"before": "\n".join(before[start:len(before) - end]), "after": "\n".join(after[start:len(after) - end])}
        return {**strings, "first_line": start + 1} if self.chance.random() < .7 else strings

    def _say(self, session, edit):
        if session.said == 0 or self.chance.random() < .4:
            session.turn += 1
        said = {"type": "generation", "id": f"{session.id}-g{session.said}", "session": session.id, "agent": session.agent,
                "model": session.model, "at": self.now - 4000, "ended_at": self.now, "repository": f"github.com/bench/{self.name}",
                "directory": str(self.folder), "branch": self.branch, "prompt_id": f"{session.id}-p{session.turn}",
                "prompt": f"Please {sentence(self.chance)}", "output": sentence(self.chance).capitalize() + ".",
                "output_tokens": 40, "edits": [edit]}
        session.said += 1
        self.records.generations.append(said)

    def invent(self, session, form=None, new=None, units=None, least=9, into=None):
        """An agent writes a new file, or a function into one that is there; returns path and edit."""
        if new is None:
            new = self.chance.random() < .4
        if new:
            path, texts = self.new_path(), self.coder.file(units or self.chance.randint(1, 3))
            return path, self.edit(session, path, lambda document, edit: document.insert(0, texts, edit), form)
        path = into or self.any_path()
        texts, at = self.coder.function(least), self.chance.choice(self.openings(path))
        at_end = at == len(self.docs[path].lines)
        texts = ["", *texts] if at_end else [*texts, ""]
        return path, self.edit(session, path, lambda document, edit: document.insert(at, texts, edit), form)

    def revise(self, session, path, start, end, form=None):
        """An agent changes some lines and puts others beside them; returns its edit."""
        def change(document, edit):
            texts = []
            for text in document.texts[start:end]:
                kind = self.chance.random()
                indentation = text[:len(text) - len(text.lstrip())]
                if kind < .3 and text.strip():
                    words = [word for word in Document.written([text], edit).lines[0].words
                             if word.isidentifier() and word not in KEYWORDS]
                    word = self.chance.choice(words) if words else ""
                    text = text.replace(word, self.coder.variable(), 1) if word else text
                texts.append(text)
                if kind > .6 and text.strip():
                    texts += [indentation + line for line in self.coder.statements(1, self.names(path, start + 1))]
            texts += [self.indentation(path, end) + line
                      for line in self.coder.statements(1, self.names(path, end))]
            document.replace(start, end, texts, edit)
        return self.edit(session, path, change, form)
