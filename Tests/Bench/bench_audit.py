#!/usr/bin/env python3
"""How much of labelled insecure code the auditor finds, and how often it speaks of code that was mended.

    bench_audit.py PROGRAM DATA [--misses SET/LANGUAGE] [--alarms SET/LANGUAGE] [--semgrep RULES]

PROGRAM is `audit-lines`; DATA a folder of JSON Lines whose lines have `id`, `language`, `cwe`, `label` and `code`, and
`pair` where two belong together. A snippet counts as found where a security rule of at least medium confidence speaks
of it. Intervals are Wilson's, of 95 %. The rows "grep" are a script of two expressions, as a baseline. Speeds are
megabytes of code a second of one core's time, against that script (in Python) and against Bandit and Semgrep as
processes, where they are installed, on the same texts.

Bandit's rows count its results of at least medium severity and confidence. Semgrep has no rules of its own: RULES is a
file or folder of rules that you have (nothing is fetched), and each result of theirs counts.
"""
import collections
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

BASELINE = re.compile(r"\beval\s*\(|SELECT\s.+?\sFROM", re.I | re.S)

# CWEs that speak of one defect from different sides.
FAMILIES = [
    {77, 78, 88}, {94, 95, 96, 470, 1336}, {79, 80, 83, 116}, {89, 564, 943}, {22, 23, 35, 36, 73, 59},
    {327, 328, 326, 916, 759, 760, 329, 323, 1240}, {330, 331, 335, 338, 340}, {502, 915}, {611, 776, 827},
    {259, 321, 522, 798, 256}, {119, 120, 121, 122, 125, 131, 242, 676, 680, 787, 788, 805}, {190, 191, 680, 681},
    {415, 416, 590, 761, 825}, {476, 690, 252, 253}, {20, 601, 79}, {400, 770, 730, 1333, 185, 789}, {377, 378, 379},
    {732, 276, 281}, {287, 290, 295, 297, 345, 347, 807, 862}, {113, 93, 117, 644}, {643, 91, 652}, {835, 834},
    {200, 209, 532}, {362, 367},
]
FAMILY = collections.defaultdict(set)
for family in FAMILIES:
    for cwe in family:
        FAMILY[cwe] |= family

RISK = {"critical": 0.75, "high": 0.5, "medium": 0.25, "low": 0.08, "info": 0.02}
SURE = {"high": 0.9, "medium": 0.6, "low": 0.3}


def wilson(hits, count, z=1.96):
    if count == 0:
        return (0.0, 1.0)
    p = hits / count
    middle = p + z * z / (2 * count)
    half = z * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    return (max(0.0, middle - half) / (1 + z * z / count), (middle + half) / (1 + z * z / count))


def share(hits, count):
    if count == 0:
        return "-"
    low, high = wilson(hits, count)
    return f"{hits / count:.3f} [{low:.2f} {high:.2f}] {hits}/{count}"


def risk(findings):
    rest = 1.0
    for finding in findings:
        weight = RISK[finding["severity"]] * SURE[finding["confidence"]]
        rest *= 1 - weight * (1 if finding["class"] == "security" else 0.2)
    return round(1 - rest, 9)




def core_seconds(command):
    """What a program uses of a core: other work on the machine does not count."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


ENDINGS = {
    "python": "py", "javascript": "js", "typescript": "ts", "java": "java", "go": "go", "ruby": "rb", "php": "php",
    "c": "c", "cpp": "cpp", "csharp": "cs", "rust": "rs", "kotlin": "kt", "swift": "swift", "shell": "sh",
}


def laid_out(folder, snippets):
    """Each snippet as a file that is called by its place in the list."""
    for place, snippet in enumerate(snippets):
        name = os.path.join(folder, f"{place}.{ENDINGS.get(snippet['language'], 'txt')}")
        with open(name, "w", encoding="utf-8", errors="replace") as file:
            file.write(snippet["code"])


def bandit(folder):
    return ["bandit", "-q", "-r", "-ll", "-ii", "-f", "json", folder]


def semgrep(folder, rules):
    return ["semgrep", "scan", "--config", rules, "--json", "--quiet", "--metrics=off", "--disable-version-check",
            "--no-git-ignore", "--disable-nosem", folder]


def places_found(command):
    """The places of the snippets for which a scanner has a result; None where it gives none at all."""
    out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    try:
        results = json.loads(out)["results"]
    except (ValueError, KeyError):
        return None
    return {int(os.path.basename(r.get("path") or r["filename"]).split(".")[0]) for r in results}


def measured(program, path, snippets, rules):
    """The auditor's speed, against the script's of two expressions, Bandit's and Semgrep's, on the same texts."""
    out = subprocess.run([program, path, "5"], capture_output=True, check=True).stdout
    speed = json.loads(out)
    rounds, start, size = 0, time.process_time(), sum(len(s["code"].encode()) for s in snippets)
    while time.process_time() - start < 0.2:
        rounds += 1
        for snippet in snippets:
            BASELINE.search(snippet["code"])
    speed["x_script"] = speed["mb_per_s"] / (size * rounds / (time.process_time() - start) / 1e6)
    with tempfile.TemporaryDirectory() as folder:
        python = [s for s in snippets if s["language"] == "python"][:200]
        laid_out(folder, python)
        size = sum(len(s["code"].encode()) for s in python)
        for name, command in (("bandit", bandit(folder)), ("semgrep", rules and semgrep(folder, rules))):
            speed[name] = None
            if python and command and shutil.which(name):
                speed[name] = speed["mb_per_s"] / (size / max(core_seconds(command), 1e-3) / 1e6)
    return speed


def main():
    arguments = sys.argv[1:]
    shown = {}
    for option in ("--misses", "--alarms", "--semgrep"):
        if option in arguments:
            place = arguments.index(option)
            shown[option] = arguments[place + 1]
            del arguments[place:place + 2]
    program, data = arguments[:2]
    rules = shown.pop("--semgrep", None)
    others = {}
    if shutil.which("bandit"):
        others["bandit"] = bandit
    if rules and shutil.which("semgrep"):
        others["semgrep"] = lambda folder: semgrep(folder, rules)
    rows = collections.defaultdict(list)
    pairs = []
    speeds = []
    for name in sorted(os.listdir(data)):
        if not name.endswith(".jsonl"):
            continue
        path = os.path.join(data, name)
        snippets = [json.loads(line) for line in open(path, encoding="utf-8")]
        out = subprocess.run([program, path], capture_output=True, check=True).stdout.decode().splitlines()
        found = {}
        for line in out:
            answer = json.loads(line)
            found[answer["id"]] = answer["findings"]
        by_pair = collections.defaultdict(dict)
        for snippet in snippets:
            findings = found[snippet["id"]]
            counted = [f for f in findings if f["class"] == "security" and f["confidence"] != "low"]
            snippet["found"] = counted
            key = (name[:-6], snippet["language"])
            rows[key].append(snippet)
            if "pair" in snippet:
                by_pair[(snippet["language"], snippet["pair"])][snippet["label"]] = risk(findings)
        pairs += [(key, pair) for key, pair in by_pair.items() if len(pair) == 2]
        for other, command in others.items():
            some = [s for s in snippets if other != "bandit" or s["language"] == "python"]
            with tempfile.TemporaryDirectory() as folder:
                laid_out(folder, some)
                hits = places_found(command(folder)) if some else None
            for place, snippet in enumerate(some):
                if hits is not None:
                    snippet[other] = place in hits
        speeds.append((name[:-6], measured(program, path, snippets, rules)))

    def number(snippet):
        return int(snippet["cwe"].split("-")[1])

    def row(title, snippets, test):
        bad = [s for s in snippets if s["label"] == "vulnerable"]
        good = [s for s in snippets if s["label"] != "vulnerable"]
        hits = [s for s in bad if test(s)]
        exact = [s for s in bad if any(f["cwe"] == number(s) for f in s["found"])]
        kin = [s for s in bad if any(f["cwe"] == number(s) or f["cwe"] in FAMILY[number(s)] for f in s["found"])]
        print(
            f"{title:28} {share(len(hits), len(bad)):32} {share(sum(map(bool, map(test, good))), len(good)):32}"
            + (f" {len(exact) / max(1, len(bad)):.2f} {len(kin) / max(1, len(bad)):.2f}" if title[0] != " " else ""))

    print(f"{'set, language':28} {'recall':32} {'false positives':32} cwe  kin")
    groups = {f"{a}/{b}": rows[(a, b)] for a, b in sorted(rows)}
    groups["cweval/py+js+go"] = [s for l in ("python", "javascript", "go") for s in rows[("cweval", l)]]
    for title, snippets in groups.items():
        row(title, snippets, lambda s: bool(s["found"]))
        row("   grep", snippets, lambda s: bool(BASELINE.search(s["code"])))
        for other in others:
            if snippets and all(other in s for s in snippets):
                row(f"   {other}", snippets, lambda s: s[other])
    for other, words in (("bandit", "Bandit"), ("semgrep", "Semgrep")):
        if not shutil.which(other):
            print(f"{words}: not installed")
        elif other not in others:
            print(f"{words}: installed, but without rules; SEMGREP=FOLDER names some that you have")
    apart = [pair for _, pair in pairs if pair["vulnerable"] != pair["secure"]]
    right = [pair for pair in apart if pair["vulnerable"] > pair["secure"]]
    print(f"\npairs told apart {len(apart)}/{len(pairs)}; the vulnerable one above: {share(len(right), len(apart))}")
    print(f"\n{'speed, of one core':18} MB/s  x script  snippets/s  p50 ms  p99 ms  worst ms  rules ms   x Bandit  x Semgrep")
    for name, speed in speeds:
        ratios = "  ".join(f"{speed[o]:9.0f}" if speed[o] else "        -" for o in ("bandit", "semgrep"))
        print(
            f"{name:18} {speed['mb_per_s']:4.0f} {speed['x_script']:9.2f} {speed['snippets_per_s']:11.0f}"
            f" {speed['p50_ms']:7.3f} {speed['p99_ms']:7.3f} {speed['worst_ms']:9.3f}"
            f" {max(speed['rules_ms'].values()):9.2f} {ratios}")

    for option, wanted in shown.items():
        for snippet in groups.get(wanted, []):
            if (snippet["label"] == "vulnerable") == (option == "--misses") and bool(snippet["found"]) == (option == "--alarms"):
                print(f"\n=== {snippet['id']} {snippet['cwe']} lines {snippet.get('lines')}")
                for f in snippet["found"]:
                    print(f"--- {f['line']} {f['rule']} {f['confidence']}: {f['message']}")
                print(snippet["code"])


main()
