"""The first part: made repositories and their table."""
import json
import pickle
import random
import shutil
import time
from concurrent.futures import ThreadPoolExecutor

from . import formatters
from .asking import Program
from .equal_lines import EqualLines
from .grammar_go import GO
from .grammar_python import PYTHON
from .grammar_typescript import TYPESCRIPT
from .judging import Judge, Tally, report, share
from .operations import OPERATIONS
from .real_code import gathered, halves
from .tokens import token_texts
from .truth import truths
from .unrelated import unrelated
from .world import Records, World

GRAMMARS = (PYTHON, TYPESCRIPT, GO)
UNWRITTEN = "files that no edit wrote"
COPIED = "copy of a person's code"
UNWRITTEN_FILES = 50  # a language
RUN = 25
BUDGET_INDEX = .40


class Made:
    """All that was made, to be asked about: files as (operation, repository, path, truths, texts)."""

    def __init__(self):
        self.files, self.records, self.unrelated, self.summary, self.by_chance = [], None, [], "", 0


def ask_repositories(program, folder, options):
    made = _made(folder, options)
    print(made.summary)
    colophon = Program(program, folder / "store.sqlite", folder)
    if not colophon.store.exists():
        started = time.monotonic()
        told = colophon.record(made.unrelated + made.records.generations)
        recorded = time.monotonic() - started
        settled = colophon.settle(folder / "repositories" / made.files[0][1], made.files[0][2])
        print(f"{told}\nrecorded in {recorded:.1f} s, indexed {settled:.1f} s later"
              + (f", a store of {colophon.store.stat().st_size / 1e6:.0f} MB" if colophon.store.exists() else ""))
    small = index_is_small(colophon)
    if not colophon.knows("blame"):
        print(f"{program} knows no 'blame': repositories are made, but nothing is asked")
        return False
    judge, started, troubles = Judge(made.records), time.monotonic(), []
    wanted = options.operations.split(",") + [UNWRITTEN] if options.operations else None
    files = [file for file in made.files if not wanted or file[0] in wanted]
    with ThreadPoolExecutor(options.jobs) as pool:
        answers = pool.map(lambda file: colophon.blame(folder / "repositories" / file[1], file[2]), files)
        for (operation, world, path, true, texts), (answer, trouble) in zip(files, answers):
            judge.judge(operation, f"{folder}/repositories/{world}/{path}", true, texts, answer)
            troubles += [f"{world}: {trouble}"] if trouble else []
    print(f"{len(files)} files asked about in {time.monotonic() - started:.0f} s\n")
    kept = report(judge, UNWRITTEN, made.by_chance, options.show)
    print(f"  {beside(made, files)}")
    for trouble in troubles[:5]:
        print(f"  {trouble}")
    if len(troubles) > 5:
        print(f"  and {len(troubles) - 5} more files without an answer")
    return kept and small and not troubles


def index_is_small(colophon):
    size = colophon.index_size()
    if size is None or not size[1]:
        return True
    verdict = "kept" if size[0] <= size[1] * BUDGET_INDEX else "MISSED"
    print(f"index of {size[0] / 1e6:.1f} MB, {share(size[0], size[1])} of {size[1] / 1e6:.1f} MB of edits' code, "
          f"<= {100 * BUDGET_INDEX:g} %: {verdict}")
    return verdict == "kept"


def beside(made, files):
    """What the simplest program would reach on the same lines: the last edit with an equal line, of the same path if any."""
    equal, judge = EqualLines(made.unrelated + made.records.generations), Judge(made.records)
    for operation, world, path, true, texts in files:
        lines = [{"line": number, "text": text, **equal.answer(path, text)} for number, text in enumerate(texts, start=1)]
        judge.judge(operation, path, true, texts, {"lines": lines})
    whole, free = Tally(), judge.tallies.pop(UNWRITTEN, Tally())
    for tally in judge.tallies.values():
        whole.add(tally)
    return (f"beside: equal lines with white space left out resolve {share(whole.resolved, whole.owed)}, are wrong on "
            f"{share(whole.wrong, whole.lines)}, and name an edit for {share(free.named['exact'], free.free)} of the lines of files that "
            "no edit wrote")


def _made(folder, options):
    """As the options say: from the folder where it was made by the same before, else anew."""
    key = (options.seed, options.instances, options.tokens, sorted(options.code))
    memory = folder / "made.pickle"
    if memory.exists():
        before, made = pickle.loads(memory.read_bytes())
        if before == key:
            return made
    shutil.rmtree(folder / "repositories", ignore_errors=True)
    for stale in folder.glob("store.sqlite*"):
        stale.unlink()
    made = _make(folder, options)
    memory.write_bytes(pickle.dumps((key, made)))
    known = {f"{folder}/repositories/{world}/{path}": [
        (text, made.records.edits[max(true.accepted)]["uid"] if true.owed else None, true.changed)
        for text, true in zip(texts, trues)] for _, world, path, trues, texts in made.files}
    (folder / "truth.json").write_text(json.dumps(
        {"files": known, "edits": [edit["uid"] for edit in made.records.edits if edit]}))
    return made


def _make(folder, options):
    now = int(time.time() * 1000)
    made, records = Made(), Records()
    code = {language: halves(projects, options.seed) if len(projects) > 1 else ([], [])
            for language, projects in gathered(options.code).items()}
    for grammar in GRAMMARS:
        unwritten = [lines for _, _, lines in code[grammar.name][1]]
        small = [lines for lines in unwritten if 40 <= len(lines) <= 300]
        rest = [lines for lines in unwritten if not 40 <= len(lines) <= 300]
        for operation, perform in OPERATIONS.items():
            name = f"{grammar.name}-{operation.replace(' ', '-').replace('%', 'percent').replace(',', '')}"
            real = [small.pop() for _ in range(2) if len(small) > UNWRITTEN_FILES]
            world = World(folder / "repositories", name.replace("'", ""), operation, grammar,
                          random.Random(f"{options.seed} {name}"), records, now - random.Random(name).randrange(20, 60) * 86_400_000, real)
            for _ in range(options.instances):
                perform(world)
            world.check()
            _keep(made, world, operation)
        world = World(folder / "repositories", f"{grammar.name}-unwritten", UNWRITTEN, grammar,
                      random.Random(f"{options.seed} {grammar.name}"), records, now - 40 * 86_400_000, (small + rest)[:UNWRITTEN_FILES])
        _keep(made, world, UNWRITTEN)
    made.records = records
    made.unrelated, total, real = unrelated({language: edited for language, (edited, _) in code.items()}, options.tokens,
                                            options.seed, now, GRAMMARS)
    made.by_chance = _by_chance(made)
    made.summary = (
        f"seed {options.seed}: {len(OPERATIONS)} operations in {len(GRAMMARS)} languages, {options.instances} times each: "
        f"{len(records.edits) - 1} edits; {len(made.unrelated)} edits of other repositories with {total:,} code tokens, {real:,} of "
        f"them real code\nformatters: {', '.join(sorted(formatters.RAN))}")
    return made


def _keep(made, world, operation):
    """Files that no edit ever touched count as such wherever they are, but where an agent copied from them."""
    touched = {edit["path"] for edit in world.records.edits if edit and edit["world"] == world.name}
    for path, document in sorted(world.docs.items()):
        true = truths(document, path)
        nobody = operation != COPIED and path not in touched and not any(each.accepted or each.kept_by for each in true)
        made.files.append((UNWRITTEN if nobody else operation, world.name, path, true, document.texts))


def _by_chance(made):
    """How many counted lines of files that no edit wrote stand in a run of tokens that some edit put in, too."""
    runs = set()
    for said in made.unrelated + made.records.generations:
        for edit in said["edits"]:
            before, after = edit.get("before", ""), edit.get("after")
            if after is None:
                lines = edit["patch"].split("\n")
                before, after = ("\n".join(line[1:] for line in lines if line[:1] in signs) for signs in ("- ", "+ "))
            runs |= _runs(after, edit["path"]) - _runs(before, edit["path"])
    count = 0
    for operation, _, path, true, texts in made.files:
        if operation != UNWRITTEN:
            continue
        tokens = [(token, number) for number, line in enumerate(token_texts("\n".join(texts), path)) for token in line]
        names = [token for token, _ in tokens]
        hit = set()
        for at in range(len(tokens) - RUN + 1):
            if hash(tuple(names[at:at + RUN])) in runs:
                hit.update(number for _, number in tokens[at:at + RUN])
        count += sum(true[number].counted for number in hit)
    return count


def _runs(text, path):
    tokens = [token for line in token_texts(text, path) for token in line]
    return {hash(tuple(tokens[at:at + RUN])) for at in range(len(tokens) - RUN + 1)}
