"""What git makes of two sides that changed different places, remembered likewise."""
from difflib import SequenceMatcher

from .document import Document


def merged(base, ours, theirs):
    """Files of both sides; where both changed one, each side's places."""
    made = {}
    for path in set(ours) | set(theirs):
        mine, yours, was = ours.get(path), theirs.get(path), base.get(path)
        if mine is None or yours is None:
            if was is None or (mine or yours).texts != was.texts:
                made[path] = (mine or yours).copy()
        elif was is None or mine.texts == was.texts:
            made[path] = yours.copy()
        elif yours.texts == was.texts:
            made[path] = mine.copy()
        else:
            made[path] = Document(_woven(was, mine, yours), mine.newline)
    return made


def _woven(base, ours, theirs):
    def changes(side):
        opcodes = SequenceMatcher(None, base.texts, side.texts, autojunk=False).get_opcodes()
        return [(start, end, side.lines[from_:to]) for kind, start, end, from_, to in opcodes if kind != "equal"]
    lines = list(base.lines)
    for start, end, new in sorted(changes(ours) + changes(theirs), key=lambda change: change[0], reverse=True):
        lines[start:end] = new
    return lines
