#!/usr/bin/env python3
"""Learns what the signs of Sources/Audit/Context weigh, and writes the two tables of weights there.

    swift build -c release --product audit-lines
    python3 Tests/Bench/fit_instructions.py .build/release/audit-lines DIR…

DIR… hold ordinary documents and code, some thousands of files: manuals, READMEs, sources in many languages. Three in five of
the files are learned from first; the others say from which weight on a passage is a hit, so that no more than eight in a
thousand are. Then all are learned from. Needs numpy and scipy. The sets that are held out are yours to keep: measure on
files that no DIR holds (make bench-origin DOCS=…).
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import textwrap

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from written_instructions import written

HERE = os.path.dirname(os.path.abspath(__file__))
CONTEXT = os.path.join(HERE, "../../Sources/Audit/Context")
MOST_FILES = 12_000
KEPT, FALSE_SHARE, REGULARITY = 0.6, 0.008, 1.0
# What one example counts for beside a passage of a document: a written one, one that was put together.
WRITTEN, MADE = 10.0, 0.6


def planted():
    texts = []
    for name in ("planted_instructions.txt", "planted_instructions_fresh.txt"):
        with open(os.path.join(HERE, name), encoding="utf-8") as file:
            texts += [line for line in file.read().split("\n") if line.strip()]
    return texts


def documents(folders):
    names = []
    for base in folders:
        for path, below, files in os.walk(base):
            below[:] = [b for b in below if b not in (".git", "node_modules")]
            names += [os.path.join(path, f) for f in files]
    names.sort()
    random.Random(3).shuffle(names)
    texts = {}
    for name in names:
        if len(texts) >= MOST_FILES:
            break
        try:
            with open(name, encoding="utf-8") as file:
                text = file.read(400_000)
        except (OSError, UnicodeDecodeError):
            continue
        if len(text) >= 60:
            texts.setdefault(text, name)
    return list(texts)


def signs(program, texts):
    """The passages of all texts as one matrix, and of which text each is."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for text in texts:
            file.write(json.dumps({"text": text}) + "\n")
        file.flush()
        lines = subprocess.run([program, "--signs", file.name], capture_output=True, text=True, check=True).stdout.split("\n")
    roles = lines[0].split()
    places, ends, owners = [], [0], []
    for number, line in enumerate(lines[1 : len(texts) + 1]):
        for passage in json.loads(line):
            if len(passage) >= 3:
                places += passage
                ends.append(len(places))
                owners.append(number)
    return roles, (np.array(places, np.int32), np.array(ends)), np.array(owners, np.int64)


def hashed(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & (2**64 - 1)
    return value


def vocabulary():
    words = set()
    for name in ("English", "Languages"):
        with open(os.path.join(CONTEXT, f"WordRole+{name}.swift"), encoding="utf-8") as file:
            source = file.read()
        for match in re.finditer(r'add\(\s*\.\w+,\s*(?:"""(.*?)"""|"(.*?)")\s*\)', source, re.S):
            words |= set((match.group(1) or match.group(2)).replace("\\", " ").split())
    return sorted(words, key=hashed)


def fitted(positive, weights, negative, start):
    both = sparse.vstack([positive, negative]).tocsr()
    turned = both.T.tocsr()
    side = np.r_[np.ones(positive.shape[0]), -np.ones(negative.shape[0])]
    counts = np.r_[weights, np.ones(negative.shape[0])]

    def loss(values):
        weights, bias = values[:-1], values[-1]
        margin = (both @ weights + bias) * side
        slope = -side * counts / (1 + np.exp(np.clip(margin, -50, 50)))
        return (
            (counts * np.logaddexp(0, -margin)).sum() + REGULARITY * (weights * weights).sum(),
            np.r_[turned @ slope + 2 * REGULARITY * weights, slope.sum()],
        )

    values = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return values


def most(matrix, owners, count, values):
    best = np.full(count, -1e9)
    np.maximum.at(best, owners, matrix @ values[:-1] + values[-1])
    return best


def learned(positive, owners, counts, negative, dice):
    """Of each example the passage counts that says most; of documents those that come near."""
    values = None
    for _ in range(3):
        length = np.diff(positive.indptr) if values is None else positive @ values[:-1]
        best = np.full(len(counts), -1e9)
        np.maximum.at(best, owners, length)
        chosen = np.where(length == best[owners])[0]
        if values is None:
            near = dice.choice(negative.shape[0], min(negative.shape[0], 60_000), replace=False)
            values = np.r_[np.zeros(negative.shape[1]), -6.0]
        else:
            near = np.where(negative @ values[:-1] + values[-1] > -5)[0]
            some = dice.choice(negative.shape[0], min(negative.shape[0], 20_000), replace=False)
            near = np.unique(np.r_[near, some])
        values = fitted(positive[chosen], counts[owners[chosen]], negative[near], values)
    return values


def main():
    program = os.path.abspath(sys.argv[1])
    own, made, plain = planted(), written(), documents(sys.argv[2:])
    roles, examples, example_owners = signs(program, own + made)
    _, passages, owners = signs(program, plain)
    words = vocabulary()
    pairs = len(roles) ** 2 * 2
    size = pairs + len(roles) + len(words)

    def matrix(parts):
        return sparse.csr_matrix((np.ones(len(parts[0]), np.float32), parts[0], parts[1]), shape=(len(parts[1]) - 1, size))

    positive, negative = matrix(examples), matrix(passages)
    counts = np.r_[np.full(len(own), WRITTEN), np.full(len(made), MADE)]
    dice = np.random.default_rng(1)
    kept = dice.random(len(plain)) < KEPT
    values = learned(positive, example_owners, counts, negative[kept[owners]], dice)
    others = most(negative, owners, len(plain), values)[~kept]
    enough = np.quantile(others, 1 - FALSE_SHARE)
    found = most(positive, example_owners, len(counts), values) > enough
    print(f"of {len(own)} written {found[:len(own)].mean():.3f} are found, of {len(made)} made {found[len(own):].mean():.3f}")
    values = learned(positive, example_owners, counts, negative, dice)
    # Sentences are weighed alone, too, of which nothing is learned: that finds a few more.
    write(roles, words, values[:-1], enough - values[-1] + 3 / 8)


# From '#' on without the backslash; the middle one is nought.
LETTERS = [chr(c) for c in range(0x23, 0x7F) if chr(c) != "\\"]
MIDDLE = len(LETTERS) // 2


def write(roles, words, weights, enough):
    eighths = np.clip(np.round(weights * 8), -45, 45).astype(int)
    count = len(roles)

    def letters(numbers):
        return "".join(LETTERS[MIDDLE + int(n)] for n in numbers)

    text = """extension PassageWeights {
    /// Of two roles, a row for each first one: two letters for each second, near and farther apart.
    static let ofPairs: [(WordRole, String)] = [
"""
    for number, role in enumerate(roles):
        row = letters(eighths[number * count * 2 : (number + 1) * count * 2])
        cuts = [row[i : i + 100] for i in range(0, len(row), 100)]
        text += f'        (\n            .{role},\n            """\n'
        text += "".join(f"            {cut}\\\n" for cut in cuts[:-1]) + f"            {cuts[-1]}\n"
        text += '            """\n        ),\n'
    single = letters(eighths[count * count * 2 : count * count * 2 + count])
    text += f'    ]\n\n    /// Of one role, in their order.\n    static let ofRoles =\n        "{single}"\n}}\n'
    with open(os.path.join(CONTEXT, "PassageWeights+Roles.swift"), "w", encoding="utf-8") as file:
        file.write(text)
    by_weight = {}
    for number, word in enumerate(words):
        if weight := int(eighths[count * count * 2 + count + number]):
            by_weight.setdefault(weight, []).append(word)
    text = """extension PassageWeights {
    /// What a word adds to its roles, for those that are met in ordinary documents more or less often than others of
    /// theirs.
    static let ofWords: [(Int16, String)] = [
"""
    for weight in sorted(by_weight, reverse=True):
        lines = textwrap.wrap(" ".join(sorted(by_weight[weight])), 105)
        if len(lines) == 1 and len(lines[0]) < 95:
            text += f'        ({weight}, "{lines[0]}"),\n'
            continue
        text += f'        (\n            {weight},\n            """\n'
        text += "".join(f"            {line} \\\n" for line in lines[:-1]) + f"            {lines[-1]}\n"
        text += '            """\n        ),\n'
    with open(os.path.join(CONTEXT, "PassageWeights+Words.swift"), "w", encoding="utf-8") as file:
        file.write(text + "    ]\n}\n")
    name = os.path.join(CONTEXT, "PassageWeights.swift")
    with open(name, encoding="utf-8") as file:
        source = file.read()
    with open(name, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(static let enough = )\d+", rf"\g<1>{round(enough * 8)}", source))


main()
