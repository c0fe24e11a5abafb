"""Edits of other repositories, a million code tokens of them, so that a line is seldom alone in the store."""
import difflib
import random

from .grammar import Coder
from .tokens import token_texts
from .words import sentence
from .world import AGENTS


def unrelated(files, count, seed, until, grammars):
    """Generations to record with about `count` code tokens in all, and how many tokens are of real code.

    files: {language: [(project, path, lines)]}; where they do not suffice, code is made up.
    """
    chance, said, real, total = random.Random(f"{seed} unrelated"), [], 0, 0
    for number, grammar in enumerate(grammars):
        goal, done, source = count * (number + 1) // len(grammars) - total, 0, iter(files.get(grammar.name, []))
        while done < goal:
            file = next(source, None)
            project, path, lines = file or (f"made-{grammar.name}-{chance.randrange(20)}", None, None)
            if file is None:
                coder = Coder(grammar, random.Random(f"{seed} {len(said)}"))
                path, lines = coder.path(), coder.file()
            tokens = sum(len(each) for each in token_texts("\n".join(lines), path))
            said += _written(project, path, lines, chance, until)
            done += tokens
            real += tokens if file else 0
        total += done
    return said, total, real


def _written(project, path, lines, chance, until):
    """A file as a session makes it: part by part, in all the ways in which edits are told."""
    session, (agent, model) = f"elsewhere-{chance.randrange(1 << 40):x}", chance.choice(AGENTS)
    at, said, done = until - chance.randrange(60 * 86_400_000), [], 0
    while done < len(lines):
        end = min(done + chance.randint(8, 80), len(lines))
        name = f"{session}-{len(said)}"
        edit = {"id": name, "path": path, "status": "applied", "at": at}
        before, after = lines[:done], lines[:end]
        kind = chance.random()
        if not done:
            edit.update(kind="create", after="\n".join(after) + "\n")
        elif kind < .6:
            edit.update(kind="update", before=before[-1], after="\n".join(lines[done - 1:end]), first_line=done)
        elif kind < .9:
            patch = difflib.unified_diff([line + "\n" for line in before[-3:]], [line + "\n" for line in before[-3:] + after[done:]])
            edit.update(kind="update", patch="".join(list(patch)[2:]).replace("@@ -1,", f"@@ -{done},", 1))
        else:
            edit.update(kind="update", before="\n".join(before) + "\n", after="\n".join(after) + "\n")
        said.append({"type": "generation", "id": f"{name}-g", "session": session, "agent": agent, "model": model, "at": at - 3000,
                     "ended_at": at, "repository": f"github.com/elsewhere/{project}", "branch": "main", "prompt_id": f"{session}-p",
                     "prompt": f"Please {sentence(chance)}", "output": "Done.", "edits": [edit]})
        at, done = at + chance.randint(5, 120) * 1000, end
    return said
