"""A file that remembers who wrote what of it: each word of each line is an edit's, or nobody's that the store knows."""
from difflib import SequenceMatcher

from .tokens import WORDS

PERSON, FORMATTER = 0, -1  # authors; edits are counted from 1


class Line:
    """A line never changes; a changed one is another."""
    __slots__ = ("text", "authors", "maybe", "kept_by", "words")

    def __init__(self, text, authors, maybe=frozenset(), kept_by=frozenset()):
        self.text, self.maybe, self.kept_by = text, maybe, kept_by
        self.words = tuple(WORDS.findall(text))
        self.authors = (authors,) * len(self.words) if isinstance(authors, int) else tuple(authors)
        assert len(self.authors) == len(self.words)

    def also(self, maybe):
        """The same, of which these authors may be told as well: nothing tells which of two equal lines was put in."""
        return Line(self.text, self.authors, self.maybe | frozenset(maybe), self.kept_by)

    def kept(self, edit):
        """The same, written once more by an edit that does not tell what it found."""
        return Line(self.text, self.authors, self.maybe, self.kept_by | {edit})

    def spelled(self, text):
        """The same words with other white space."""
        return Line(text, self.authors, self.maybe, self.kept_by)


class Document:
    def __init__(self, lines=(), newline="\n"):
        self.lines, self.newline = list(lines), newline

    @classmethod
    def written(cls, texts, author):
        return cls([Line(text, author) for text in texts])

    def copy(self):
        return Document(self.lines, self.newline)

    @property
    def texts(self):
        return [line.text for line in self.lines]

    @property
    def text(self):
        return "".join(line.text + self.newline for line in self.lines)

    def insert(self, at, texts, author):
        self.replace(at, at, texts, author)

    def replace(self, start, end, texts, author):
        """Lines start..<end become others. What an old and a new line share stays its old author's."""
        old = self.lines[start:end]
        new, whole = _changed(old, texts, author)
        self.lines[start:end] = new
        if whole:
            self._doubt(start, start + len(new))

    def rewrite(self, texts, author):
        """The whole file anew."""
        matcher = SequenceMatcher(None, self.texts, list(texts), autojunk=False)
        for kind, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
            if kind != "equal":
                self.replace(start, end, texts[new_start:new_end], author)

    def reformatted(self, text):
        """What a formatter made of it: words keep their authors, what it adds is its own."""
        before = [(word, line.authors[at], line.maybe, line.kept_by)
                  for line in self.lines for at, word in enumerate(line.words)]
        texts = text.replace("\r\n", "\n").split("\n")
        assert texts.pop() == ""
        after = [word for line in texts for word in WORDS.findall(line)]
        authors = [(FORMATTER, frozenset(), frozenset())] * len(after)
        matcher = SequenceMatcher(None, [_quoteless(word) for word, *_ in before], [_quoteless(word) for word in after],
                                  autojunk=False)
        for block in matcher.get_matching_blocks():
            for offset in range(block.size):
                authors[block.b + offset] = before[block.a + offset][1:]
        self.lines, at = [], 0
        for line in texts:
            own = authors[at:at + len(WORDS.findall(line))]
            at += len(own)
            self.lines.append(Line(line, [author for author, _, _ in own], frozenset().union(*(maybe for _, maybe, _ in own)),
                                   frozenset().union(*(kept for _, _, kept in own))))

    def _doubt(self, start, end):
        """Where equal lines stand at both ends of what was put in, a comparison may as well have them the other way."""
        def full(numbers):
            return [at for at in numbers if self.lines[at].words]
        inside = full(range(start, end))
        above, below = full(range(start))[::-1], full(range(end, len(self.lines)))
        for outer, inner in (above, inside[::-1]), (below, inside):
            # Only lines that go round: those before it are compared with its end, those behind it with its beginning.
            for there, here in zip(outer, inner):
                if self.lines[there].words != self.lines[here].words:
                    break
                mine, theirs = self.lines[here], self.lines[there]
                self.lines[here] = mine.also(set(theirs.authors) | theirs.maybe)
                self.lines[there] = theirs.also(set(mine.authors) | mine.maybe)


def _quoteless(word):
    return '"' if word == "'" else word


def _changed(old, texts, author):
    """New lines in place of old ones, and whether all of them are new."""
    if not old:
        return [Line(text, author) for text in texts], True
    fresh = [Line(text, author) for text in texts]
    matcher = SequenceMatcher(None, [line.words for line in old], [line.words for line in fresh], autojunk=False)
    made = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            context = start == 0 or end == len(old) or sum(bool(line.words) for line in old[start:end]) > 2
            for was, now in zip(old[start:end], fresh[new_start:new_end]):
                kept = was.spelled(now.text)
                made.append(kept if context else kept.also({author}))
        else:
            made += _paired(old[start:end], fresh[new_start:new_end], author)
    # A line that stood elsewhere in what was replaced may be told as kept.
    stood = {}
    for line in old:
        stood.setdefault(line.words, set()).update(line.authors, line.maybe)
    return [line.also(stood[line.words]) if line.words in stood and author in line.authors else line for line in made], False


def _paired(old, fresh, author):
    """Each new line beside the next old one that it resembles, whose words it keeps."""
    made, at = [], 0
    for now in fresh:
        for number in range(at, len(old)):
            was = old[number]
            if not now.words or not was.words:
                continue
            matcher = SequenceMatcher(None, was.words, now.words, autojunk=False)
            if matcher.real_quick_ratio() >= .5 and matcher.ratio() >= .5:
                authors = list(now.authors)
                for block in matcher.get_matching_blocks():
                    authors[block.b:block.b + block.size] = was.authors[block.a:block.a + block.size]
                now, at = Line(now.text, authors, was.maybe), number + 1
                break
        made.append(now)
    return made
