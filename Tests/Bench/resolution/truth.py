"""What may be said of a line, from who wrote its words."""
from collections import Counter
from dataclasses import dataclass, field

from .document import FORMATTER, PERSON
from .tokens import WORDS, code_tokens

LEAST_TOKENS = 4
NAMEABLE = 1 / 3  # an edit with so large a share of a line's tokens may be named, and the last one that touched it always


@dataclass
class Truth:
    """- tokens: code tokens of the line.
    - accepted: numbers of edits that may be named; none where it is a person's line.
    - owed: whether one of them must be named: more than half of the tokens are edits', and nothing is doubtful.
    - changed: whether some tokens are not the accepted edits'.
    - kept_by: edits that wrote the line once more without telling what they found: may be named, but never as exact."""
    tokens: int
    accepted: frozenset = frozenset()
    owed: bool = False
    changed: bool = False
    kept_by: frozenset = frozenset()
    counted: bool = field(init=False)

    def __post_init__(self):
        self.counted = self.tokens >= LEAST_TOKENS


def truths(document, path):
    """One a line."""
    text = "".join(line.text + "\n" for line in document.lines)
    return [_truth(line, spans) for line, spans in zip(document.lines, code_tokens(text, path))]


def _truth(line, spans):
    if not spans:
        return Truth(0)
    words = [(word.start(), author) for word, author in zip(WORDS.finditer(line.text), line.authors)]
    owners, touched = Counter(), set()
    for start, end in spans:
        inside = {author for at, author in words if start <= at < end} - {FORMATTER}
        touched |= inside - {PERSON}
        if inside:  # a text of which somebody changed a word is no longer the first one's
            owners[PERSON if PERSON in inside else max(inside)] += 1
    total = sum(owners.values())
    edits = {author: count for author, count in owners.items() if author != PERSON}
    accepted = {author for author, count in edits.items() if count >= total * NAMEABLE} | ({max(touched)} if touched else set())
    doubtful = line.maybe - {PERSON}
    owed = sum(edits.values()) * 2 > total and PERSON not in line.maybe
    return Truth(len(spans) if total else 0, frozenset(accepted | doubtful), owed, len(owners) > 1, line.kept_by)
