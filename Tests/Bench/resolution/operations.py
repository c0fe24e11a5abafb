"""What happens to generated code before it is looked at: one function an operation, each made many times."""
import re
import shlex
import sys

from .document import PERSON, Document
from .formatters import reformatted
from .merging import merged
from .words import KEYWORDS, sentence


def plain(world):
    session = world.session()
    for _ in range(world.chance.randint(1, 3)):
        world.invent(session)
    world.commit()


def patches_only(world):
    session = world.session()
    for _ in range(2):
        path, edit = world.invent(session, form="patch", new=False)
    lines = world.lines_of(path, edit)
    world.revise(session, path, lines[len(lines) // 3], lines[len(lines) // 2], form="patch")
    world.commit()


def strings_only(world):
    session = world.session()
    for _ in range(2):
        path, edit = world.invent(session, form="strings", new=False)
    lines = world.lines_of(path, edit)
    world.revise(session, path, lines[len(lines) // 3], lines[len(lines) // 2], form="strings")
    world.commit()


def typed_between(world):
    session = world.session()
    path, edit = world.invent(session, least=14)
    lines = world.lines_of(path, edit)
    at = lines[world.chance.randrange(len(lines) // 3, 2 * len(lines) // 3)]
    typed = world.type(path, at, world.chance.randint(1, 2))
    world.revise(session, path, at - 1, at + typed + 1)
    world.invent(session)
    world.commit()


def second_session(world):
    path, edit = world.invent(world.session(), least=14)
    world.commit()
    other = world.session()
    lines = world.lines_of(path, edit)
    for share in (3, 2):
        at = lines[len(lines) // share]
        world.revise(other, path, at, min(at + world.chance.randint(1, 4), len(world.docs[path].lines)))
    world.commit()


def rejected_before(world):
    """A proposal is turned down, and what is then taken is much like it."""
    session, path = world.session(), world.any_path()
    texts, at = world.coder.function(), world.chance.choice(world.openings(path))
    world.edit(session, path, lambda document, edit: document.insert(at, [*texts, ""], edit), status="rejected")
    better = [text for number, text in enumerate(texts) if number < 2 or world.chance.random() < .9]
    better[2:2] = [world.coder.grammar.indent + line for line in world.coder.statements(2)]
    world.edit(session, path, lambda document, edit: document.insert(at, [*better, ""], edit))
    world.commit()


def amend(world):
    path, edit = world.invent(world.session())
    world.commit()
    lines = world.lines_of(path, edit)
    world.type(path, lines[len(lines) // 2])
    world.overtype(path, lines[1])
    if world.chance.random() < .5:
        world.invent(world.session())
    world.tick(3600, 90000)
    world.commit(None, "--amend", "--reset-author")


def rebase(world):
    world.checkout("topic")
    base = world.snapshot()
    path, edit = world.invent(world.session(), new=False)
    world.commit()
    world.invent(world.session(), new=True)
    world.commit()
    person_goes_on(world, path)
    theirs = world.snapshot()
    world.checkout("topic")
    ours = world.snapshot()
    world.tick()
    world.git("rebase", "-q", "main")
    world.docs = merged(base, ours, theirs)
    world.written = set(world.docs)
    world.land("topic")


def person_goes_on(world, path):
    """On main, meanwhile, a person writes at the far end of a file that the branch changes, and in another one."""
    world.checkout("main")
    other = world.any_path(unlike=[path])
    world.type(other, world.openings(other)[-1], 3)
    first = 1 + next(at for at, text in enumerate(world.docs[path].texts) if text.strip())
    if world.openings(path)[0] > first + 4:
        world.docs[path].insert(first, [world.coder.remark(), world.coder.remark()], PERSON)
    world.commit()


def interactive_squash(world):
    world.checkout("topic")
    session = world.session()
    path, edit = world.invent(session)
    world.commit()
    lines = world.lines_of(path, edit)
    world.overtype(path, lines[len(lines) // 2])
    world.type(path, lines[-1])
    world.commit()
    world.invent(session)
    world.commit()
    world.tick(3600, 200000)
    words = "import re,sys;n=sys.argv[1];t=open(n).read();open(n,'w').write(t[:4]+re.sub('(?m)^pick','fixup',t[4:]))"
    editor = f"{shlex.quote(sys.executable)} -c {shlex.quote(words)}"
    world.git("rebase", "-q", "-i", "HEAD~3", environment=[("GIT_SEQUENCE_EDITOR", editor)])
    world.land("topic")


def squash_on_server(world):
    base = world.snapshot()
    world.checkout("topic")
    session = world.session()
    path, edit = world.invent(session, new=False)
    world.commit()
    world.invent(session, new=True)
    world.commit()
    lines = world.lines_of(path, edit)
    world.overtype(path, world.chance.choice(lines))
    world.commit()
    ours = world.snapshot()
    person_goes_on(world, path)
    theirs = world.snapshot()
    world.tick(86400, 200000)
    world.git("merge", "-q", "--squash", "topic")
    world.docs = merged(base, ours, theirs)
    world.commit(f"{sentence(world.chance)} (#12)", person="Web Flow")
    world.drop("topic")


def cherry_pick(world):
    path = world.any_path()
    world.checkout("topic")
    world.invent(world.session(), new=True)
    world.commit()
    before = world.snapshot()
    if world.chance.random() < .4:
        world.invent(world.session(), new=True)
    else:
        world.invent(world.session(), new=False, into=path)
    world.commit()
    after = world.snapshot()
    person_goes_on(world, path)
    world.tick(3600, 300000)
    world.git("cherry-pick", "-x", "topic")
    changed = {each: after[each] for each in after if each not in before or after[each].texts != before[each].texts}
    world.docs = merged({each: before[each] for each in changed if each in before}, changed, world.docs)
    world.written = set(world.docs)
    world.drop("topic")


def merge_with_conflicts(world):
    path = world.any_path()
    first, last = world.chance.choice(list(zip(world.openings(path), world.openings(path)[1:])) or [(1, len(world.docs[path].lines))])
    start = min(first + 2, last - 1)
    end = min(start + world.chance.randint(2, 5), last)
    base = world.docs[path].copy()
    world.checkout("topic")
    sides = []
    for branch in ("topic", "main"):
        world.checkout(branch) if branch != world.branch else None
        indentation = world.indentation(path, start)
        texts = [indentation + text for text in world.coder.statements(world.chance.randint(3, 5), world.names(path, start))]

        def change(document, edit, texts=texts):
            document.lines[start:end] = Document.written(texts, edit).lines
        if branch == "topic" or world.chance.random() < .6:
            world.edit(world.session(), path, change)
        else:
            change(world.docs[path], PERSON)
        sides.append(world.docs[path].lines[start:start + len(texts)])
        world.commit()
    world.tick()
    world.git("merge", "-q", "topic", fails=True)
    theirs, ours = sides
    kept = world.chance.choice([ours + theirs, theirs + ours, ours + theirs[len(theirs) // 2:], theirs, theirs[:2] + ours])
    world.docs = merged({each: document for each, document in world.tips["topic"].items() if each != path},
                        {each: document for each, document in world.docs.items() if each != path}, world.tips["topic"])
    world.docs[path] = Document(base.lines[:start] + kept + base.lines[end:])
    world.overtype(path, start + world.chance.randrange(len(kept)))
    world.write()
    world.git("add", "-A")
    world.git("commit", "-q", "--no-verify", "--allow-empty", "-m", "Merge branch 'topic'")
    world.drop("topic")


def git_mv(world):
    path, edit = world.invent(world.session())
    world.commit()
    other = world.new_path()
    world.docs[other] = world.docs.pop(path)
    if world.chance.random() < .5:
        world.overtype(other, world.lines_of(other, edit)[2])
    world.commit()


def move_function(world):
    path, edit = world.invent(world.session(), new=False)
    world.commit()
    document = world.docs[path]
    lines = world.lines_of(path, edit)
    start, end = lines[0], lines[-1] + 1
    moved = document.lines[start:end]
    del document.lines[start:end]
    other = world.any_path(unlike=[path])
    at = world.chance.choice(world.openings(other))
    blank = Document.written([""], PERSON).lines
    world.docs[other].lines[at:at] = blank + moved if at == len(world.docs[other].lines) else moved + blank
    world.commit()


def re_indent(world):
    path, edit = world.invent(world.session())
    world.commit()
    document, indent = world.docs[path], world.grammar.indent
    if world.chance.random() < .5:  # the whole file by another width
        other = {"    ": "  ", "  ": "    ", "\t": "    "}[indent]
        def respelled(text):
            body = text.lstrip(indent[0])
            depth, rest = divmod(len(text) - len(body), len(indent))
            return other * depth + indent[0] * rest + body
        document.lines = [line.spelled(respelled(line.text)) for line in document.lines]
    else:  # the inside of a function within something new
        lines = world.lines_of(path, edit)
        start = next((at for at in lines if document.lines[at].text.endswith((":", "{")) and at + 3 < len(document.lines)), lines[0])
        end = start + 1
        while end < len(document.lines) and document.lines[end].text[:1] in ("", " ", "\t"):
            end += 1
        name = world.coder.variable()
        opening = {"python": f"if self.{name}:", "go": f"if s.{name} {{", "typescript": f"if (this.{name}) {{"}[world.grammar.name]
        inner = [line.spelled(indent + line.text) if line.text.strip() else line for line in document.lines[start + 1:end]]
        around = Document.written([indent + opening, indent + "}"], PERSON).lines
        document.lines[start + 1:end] = around[:1] + inner + ([] if world.grammar.name == "python" else around[1:])
    world.commit()


def formatter(world):
    session, path = world.session(), world.new_path()
    texts = world.coder.file(2)
    if world.grammar.name == "go":  # what gofmt finds something to do in
        texts = [re.sub(r" (:=|\+|==) ", lambda found: found[1] if world.chance.random() < .4 else found[0],
                        text.replace("\t", "    ")) if '"' not in text else text for text in texts]
    world.edit(session, path, lambda document, edit: document.insert(0, texts, edit))
    other, _ = world.invent(session, new=False)
    world.commit()
    for each in {path, other}:
        text = reformatted(world.docs[each].text, world.grammar.name, world.chance)
        world.docs[each].reformatted(text)
    world.commit()


def line_endings(world):
    path, _ = world.invent(world.session())
    world.commit()
    world.docs[path].newline = "\r\n" if world.docs[path].newline == "\n" else "\n"
    world.commit()


def rename_variable(world):
    path, edit = world.invent(world.session(), least=14)
    world.commit()
    lines = world.lines_of(path, edit)
    words = [word for at in lines for word in set(world.docs[path].lines[at].words)
             if word.isidentifier() and word not in KEYWORDS and len(word) > 3]
    often = sorted(set(words), key=lambda word: (-words.count(word), word))[:6]
    for word in world.chance.sample(often, min(2, len(often))):
        other = world.coder.variable()
        for at in lines:
            text = re.sub(rf"\b{word}\b", other, world.docs[path].lines[at].text)
            renamed = world.docs[path].lines[at]
            authors = [PERSON if was == word else author for was, author in zip(renamed.words, renamed.authors)]
            world.docs[path].lines[at] = type(renamed)(text, authors, renamed.maybe, renamed.kept_by)
    world.commit()


def hand_edits(world):
    path, edit = world.invent(world.session(), least=20)
    world.commit()
    for at in reversed(world.lines_of(path, edit)):
        if world.chance.random() >= .3:
            continue
        kind, document = world.chance.random(), world.docs[path]
        if kind < .45:
            world.overtype(path, at)
        elif kind < .65:
            world.type(path, at)
        elif kind < .8:
            del document.lines[at]
        else:
            indentation = world.indentation(path, at)
            texts = [indentation + text for text in world.coder.statements(1, world.names(path, at))][:1]
            document.lines[at:at + 1] = Document.written(texts, PERSON).lines
    world.commit()


def revert(world):
    """Half of them are reverted once more, so that what was generated stands again."""
    session, path = world.session(), world.any_path()
    before = world.snapshot()
    if world.chance.random() < .5:
        at = world.chance.choice(world.openings(path)[:-1] or [2])
        world.revise(session, path, at, min(at + 6, len(world.docs[path].lines)))
    else:
        path, _ = world.invent(session, new=False)
    world.commit()
    after = world.snapshot()
    world.tick()
    world.git("revert", "--no-edit", "HEAD")
    world.docs, world.written = before, set(before)
    if world.chance.random() < .7:
        world.tick(3600, 90000)
        world.git("revert", "--no-edit", "HEAD")
        world.docs, world.written = after, set(after)


def copied_by_person(world):
    path, edit = world.invent(world.session())
    world.commit()
    lines = world.lines_of(path, edit)
    other = world.any_path(unlike=[path])
    copied, at = world.docs[path].lines[lines[0]:lines[-1] + 1], world.chance.choice(world.openings(other))
    blank = Document.written([""], PERSON).lines
    world.docs[other].lines[at:at] = blank + copied if at == len(world.docs[other].lines) else copied + blank
    world.commit()


def same_in_two_files(world):
    session, texts = world.session(), world.coder.function()
    path = world.any_path()
    for each in (path, world.any_path(unlike=[path])):
        at = world.chance.choice(world.openings(each))
        whole = ["", *texts] if at == len(world.docs[each].lines) else [*texts, ""]
        world.edit(session, each, lambda document, edit, at=at, whole=whole: document.insert(at, whole, edit))
    world.commit()


def same_as_before(world):
    """An agent writes a person's function once more with a few lines changed: only these are its own."""
    path = world.any_path()
    openings = world.openings(path)
    start, end = world.chance.choice(list(zip(openings, openings[1:])) or [(0, openings[0])])
    world.revise(world.session(), path, start, min(end, start + 60))
    world.commit()


def copy_of_persons_code(world):
    """An agent puts a person's function, or a whole part of it, into a new file: the old place stays the person's."""
    path = world.any_path()
    openings = world.openings(path)
    start, end = world.chance.choice(list(zip(openings, openings[1:])) or [(0, openings[0])])
    texts = world.docs[path].texts[start:min(end, start + 80)]
    while texts and not texts[-1].strip():
        texts.pop()
    own = world.coder.function()
    other = world.new_path()
    world.edit(world.session(), other, lambda document, edit: document.insert(0, [*texts, "", *own], edit))
    world.commit()


def whole_unknown(world):
    """A whole file is written by a command: nothing says what stood there."""
    session = world.session()
    if world.chance.random() < .4:
        path, texts = world.new_path(), world.coder.file(2)
        world.edit(session, path, lambda document, edit: document.insert(0, texts, edit), blind=True)
    else:
        path = world.any_path()
        at = world.chance.choice(world.openings(path))
        texts = world.docs[path].texts
        texts[at:at] = ["", *world.coder.function(), ""]
        world.edit(session, path, lambda document, edit: document.rewrite(texts, edit), blind=True)
    world.commit()


OPERATIONS = {
    "plain": plain, "patches only": patches_only, "old and new strings": strings_only, "a line typed between": typed_between,
    "edited by a second session": second_session, "after a rejected proposal": rejected_before, "amend": amend, "rebase": rebase,
    "interactive squash": interactive_squash, "squash merge on the server": squash_on_server, "cherry-pick": cherry_pick,
    "merge with conflicts": merge_with_conflicts, "git mv": git_mv, "function moved": move_function, "re-indent": re_indent,
    "formatter": formatter, "line endings": line_endings, "variable renamed": rename_variable, "30 % edited by hand": hand_edits,
    "revert and its revert": revert, "copied by a person": copied_by_person, "same edit in two files": same_in_two_files,
    "equal to what stood there": same_as_before, "copy of a person's code": copy_of_persons_code,
    "whole file, before unknown": whole_unknown,
}
