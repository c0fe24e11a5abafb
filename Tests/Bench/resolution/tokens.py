"""Code into tokens, counted simply: enough to compare by, whatever the program under test makes of it."""
import re

WORDS = re.compile(r"\w+|[^\w\s]")  # what authorship is kept by: words of comments and texts are counted singly

_NUMBER = r"0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?"
_OPERATOR = (r"\*\*=|//=|>>=|<<=|===|!==|\.\.\.|&&=|\|\|=|\?\?=|=>|->|:=|<-|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+\+|--|\+=|-=|\*=|/="
             r"|%=|\*\*|<<|>>|[^\w\s]")
_TEXT = r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''


def _pattern(comment, long_text):
    return re.compile(rf"(?P<skip>{comment})|(?P<code>{long_text}|[rbfuRBFU]{{0,2}}(?:{_TEXT})|{_NUMBER}|[^\W\d]\w*|{_OPERATOR})",
                      re.DOTALL)


_SLASHES = _pattern(r"//[^\n]*|/\*.*?(?:\*/|\Z)", r"`(?:[^`\\]|\\.)*`")
_HASHES = _pattern(r"#[^\n]*", r'[rbfuRBFU]{0,2}(?:""".*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z))')


def code_tokens(text, path):
    """For each line the spans of its code tokens, as columns; what goes over several lines counts on its first one."""
    pattern = _HASHES if path.endswith((".py", ".sh", ".yml", ".yaml", ".toml", ".rb")) else _SLASHES
    starts, at = [], 0
    lines = text.split("\n")
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    spans, number = [[] for _ in lines], 0
    for token in pattern.finditer(text):
        if token.lastgroup != "code":
            continue
        while number + 1 < len(starts) and starts[number + 1] <= token.start():
            number += 1
        column = token.start() - starts[number]
        spans[number].append((column, min(token.end() - starts[number], len(lines[number]))))
    return spans


def token_texts(text, path):
    """For each line its code tokens as texts."""
    return [[line[start:end] for start, end in spans]
            for line, spans in zip(text.split("\n"), code_tokens(text, path))]
