"""Holds SARIF files against the standard's schema, and against what GitHub's code scanning asks for.

    python3 check_sarif.py sarif-schema-2.1.0.json report.sarif…
"""

import json
import sys

import jsonschema


def complaints(log):
    for number, run in enumerate(log["runs"]):
        rules = run["tool"]["driver"].get("rules", [])
        if len(rules) > 25_000 or len(run["results"]) > 25_000:
            yield f"run {number} has more rules or results than are taken"
        for rule in rules:
            name = rule.get("id")
            for text in ("shortDescription", "fullDescription", "help"):
                if not rule.get(text, {}).get("text"):
                    yield f"rule {name} has no {text}"
            properties = rule.get("properties", {})
            if len(properties.get("tags", [])) > 20:
                yield f"rule {name} has more than 20 tags"
            if "security" in properties.get("tags", []):
                if not 0 < float(properties.get("security-severity", "0")) <= 10:
                    yield f"rule {name} has no security-severity"
            if properties.get("precision") not in ("very-high", "high", "medium", "low"):
                yield f"rule {name} has no precision"
        for place, result in enumerate(run["results"]):
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                yield f"result {place} names another rule than its index"
            physical = result["locations"][0]["physicalLocation"]
            region = physical["region"]
            for key in ("startLine", "startColumn", "endLine", "endColumn"):
                if not isinstance(region.get(key), int) or region[key] < 1:
                    yield f"result {place} has no {key}"
            if (region["endLine"], region["endColumn"]) < (region["startLine"], region["startColumn"]):
                yield f"result {place} ends before it begins"
            if physical["artifactLocation"]["uri"].startswith(("/", "file:")):
                yield f"result {place} is in no file of the repository: {physical['artifactLocation']['uri']}"
            if "primaryLocationLineHash" not in result.get("partialFingerprints", {}):
                yield f"result {place} has no primaryLocationLineHash"


def main():
    schema = json.load(open(sys.argv[1]))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    bad = 0
    for name in sys.argv[2:]:
        log = json.load(open(name))
        found = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(log)] or list(complaints(log))
        bad += bool(found)
        count = sum(len(run["results"]) for run in log["runs"])
        print(f"{name}: {count} results, " + (f"{len(found)} complaints" if found else "good"))
        for line in found[:20]:
            print("   ", line)
    sys.exit(1 if bad else 0)


main()
