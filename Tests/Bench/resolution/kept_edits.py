"""The edits of a store as lines, to compare by equality and to say why a line has none."""
import re

WHITE = re.compile(r"\s+")
EDITS = """SELECT edit.uid, session.uid, path.text, edit.kind, edit.status, before.text, after.text, patch.text
    FROM edit JOIN generation ON generation.id = edit.generation JOIN session ON session.id = generation.session
    JOIN path ON path.id = edit.path LEFT JOIN body AS before ON before.id = edit.before
    LEFT JOIN body AS after ON after.id = edit.after LEFT JOIN body AS patch ON patch.id = edit.patch"""


def squeezed(text):
    return WHITE.sub("", text)


class KeptEdits:
    """- session_of: {edit: session}; parents: {session: session it was forked or asked from}.
    - sessions: those with an edit."""

    def __init__(self, database):
        self.session_of, self.sessions, self.holders, self.paths, self.touched = {}, set(), {}, {}, {}
        self.parents = dict(database.execute("SELECT uid, parent FROM session WHERE parent IS NOT NULL"))
        for edit, session, path, kind, status, before, after, patch in database.execute(EDITS):
            self.session_of[edit] = session
            if status in ("failed", "rejected"):
                continue
            self.sessions.add(session)
            self.paths.setdefault(path, set()).add(session)
            if kind == "touch":
                self.touched.setdefault(path, set()).add(session)
            for line in self._added(before, after, patch):
                self.holders.setdefault(line, set()).add((path, session, edit))

    def _added(self, before, after, patch):
        if after is not None:
            return {squeezed(line) for line in after.split("\n")} - {squeezed(line) for line in (before or "").split("\n")} - {""}
        lines = (patch or "").split("\n")
        return {squeezed(line[1:]) for line in lines if line.startswith("+") and not line.startswith("+++")} - {""}

    def holding(self, text):
        """(path, session, edit) of the edits with an equal line, white space left out."""
        return self.holders.get(squeezed(text), set())

    def why_not(self, path, text, tokens, sessions, holders):
        """What kind of line this is, that was not resolved."""
        def of(place):
            return {session for known, sessions in place.items() if known == path or known.endswith("/" + path) for session in sessions}

        def same(known):
            return known == path or known.endswith("/" + path)
        if any(same(known) and session in sessions for known, session, _ in holders):
            return self._kind("an edit of this path and of a named session holds an equal line", tokens)
        if any(same(known) for known, *_ in holders):
            return self._kind("an edit of this path in another session holds an equal line", tokens)
        if holders:
            return self._kind("an edit of another path holds an equal line", tokens)
        if not of(self.paths):
            return "no edit of this file is in the store"
        if of(self.touched) & sessions:
            return "not in any edit; a command of a named session wrote the file"
        if not of(self.paths) & sessions:
            return "not in any edit; the named sessions did not edit this file"
        return "not in any edit, though a named session edited this file"

    def why_another(self, path, sessions, holders):
        """What kind of line this is, that was given to an edit of a session which the trailer does not name."""
        named = [known for known, session, _ in holders if session in sessions]
        if any(known == path or known.endswith("/" + path) for known in named):
            return "an edit of this path and of a named session holds an equal line, too"
        return "an edit of another path and of a named session holds an equal line, too" if named else \
            "no edit of a named session holds an equal line"

    def _kind(self, words, tokens):
        return words + (": comment, or words without code" if not tokens else ": less than four tokens" if tokens < 4 else "")
