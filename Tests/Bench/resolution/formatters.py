"""Real formatters where they are installed; else lines are wrapped as formatters do."""
import shutil
import subprocess

RAN = set()


def reformatted(text, language, chance):
    width = chance.choice([79, 88, 100])
    commands = {
        "python": [["black", "-q", "-l", str(width), "-"], ["ruff", "format", "-q", "--line-length", str(width), "--stdin-filename",
                                                             "a.py", "-"]],
        "go": [["gofmt"]],
        "typescript": [["prettier", "--parser", "typescript", "--print-width", str(width)]],
    }[language]
    chance.shuffle(commands)
    for command in commands:
        if shutil.which(command[0]):
            done = subprocess.run(command, input=text, capture_output=True, text=True)
            if done.returncode == 0:
                RAN.add(command[0])
                return done.stdout
    RAN.add(f"lines of {language} wrapped by the bench itself")
    return wrapped(text, width)


def wrapped(text, width):
    """Long calls and lists with each argument on a line of its own."""
    made = []
    for line in text.split("\n"):
        place = _outermost(line) if len(line) > width else None
        if not place:
            made.append(line)
            continue
        start, end, commas = place
        indentation = line[:len(line) - len(line.lstrip())]
        deeper = indentation + ("\t" if indentation.startswith("\t") else "  ")
        pieces, last = [], start + 1
        for comma in commas + [end]:
            pieces.append(deeper + line[last:comma].strip() + ",")
            last = comma + 1
        made += [line[:start + 1], *pieces, indentation + line[end:]]
    return "\n".join(made)


def _outermost(line):
    """The widest pair of round brackets with a comma in it, where the line has no text that could hold brackets."""
    best, stack, quote = None, [], ""
    for at, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`":
            quote = sign
        elif line.startswith(("//", "#"), at):
            return None
        elif sign in "([{":
            stack.append((sign, at, []))
        elif sign in ")]}" and stack:
            opening, start, commas = stack.pop()
            if opening == "(" and commas and (best is None or at - start > best[1] - best[0]):
                best = (start, at, commas)
        elif sign == "," and stack:
            stack[-1][2].append(at)
    return best if not stack and not quote else None
