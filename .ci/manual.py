#!/usr/bin/env python3
"""Prints the man page of colophon, made of the program's own definitions of its commands and options.

    manual.py PROGRAM      runs PROGRAM --experimental-dump-help; the page goes to standard output
"""
import json
import re
import subprocess
import sys

OPENING = """\
reads what coding agents leave behind on this machine into a local SQLite store, and shows in the terminal which prompt,
which model and which edit wrote what. Without a command it opens the dashboard; there ? shows the keys.
Nothing leaves the machine, and secrets are taken out before anything is written."""
FILES = [
    ("$XDG_DATA_HOME/colophon/store.sqlite", "the store; ~/.local/share/colophon/store.sqlite where it is not set"),
]
ENVIRONMENT = [
    ("COLOPHON_STORE", "another file for the store; --store goes before it"),
    ("XDG_DATA_HOME", "the folder that holds the store's own"),
    ("NO_COLOR", "if set and not empty, no colours"),
]


def text(words):
    """Free text as troff wants it: no escape, hyphen or control line of its own, nothing but ASCII."""
    words = words.replace("\\", "\\e")
    words = re.sub(r"(?<!\w)-|-(?=-)", r"\\-", words)
    words = "".join(letter if letter < "\x7f" else "\\[u%04X]" % ord(letter) for letter in words)
    words = words.replace("~", "\\(ti").replace("^", "\\(ha").replace("`", "\\(ga").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in words.split("\n"))


def bold(word):
    return "\\fB%s\\fR" % re.sub(r"(?<!\\)-", r"\\-", text(word))


def slanted(word):
    return "\\fI%s\\fR" % text(word)


def shown(entries):
    return [entry for entry in entries or [] if entry["shouldDisplay"]]


def names(argument):
    """-h, --help; with its value where it takes one."""
    if argument["kind"] == "positional":
        return slanted(argument["valueName"])
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    each = sorted((dashes[name["kind"]] + name["name"] for name in argument["names"]), key=len)
    value = " " + slanted(argument["valueName"]) if argument["kind"] == "option" else ""
    return ", ".join(bold(name) for name in each) + value


def is_common(argument):
    return argument["valueName"] in ("version", "help")


def synopsis(name, command):
    words = [bold(name)]
    for argument in shown(command.get("arguments")):
        if is_common(argument):
            continue
        word = names(argument)
        word = "[%s]" % word if argument["isOptional"] else word
        words.append(word + (" ..." if argument["isRepeating"] else ""))
    return " ".join(words)


def described(argument):
    words = [argument.get("abstract", ""), argument.get("discussion", "")]
    if argument.get("defaultValue"):
        words.append("The default is %s." % argument["defaultValue"])
    return " ".join(text(word) for word in words if word)


def entries(pairs):
    return [line for term, meaning in pairs for line in (".TP", term, meaning or "\\&")]


def section(name, command):
    """One command, and those below it."""
    lines = [".SS " + text(name), synopsis(name, command), ".PP", text(command.get("abstract", ""))]
    for paragraph in filter(None, command.get("discussion", "").split("\n\n")):
        # What is indented stands line by line.
        is_example = all(line.startswith("  ") for line in paragraph.split("\n"))
        lines += [".PP", ".nf", text(paragraph), ".fi"] if is_example else [".PP", text(paragraph)]
    lines += entries((names(one), described(one)) for one in shown(command.get("arguments")) if not is_common(one))
    for below in shown(command.get("subcommands")):
        lines += section(name + " " + below["commandName"], below)
    return lines


def page(root, version):
    name = root["commandName"]
    commands = [one for one in shown(root.get("subcommands")) if one["commandName"] != "help"]
    lines = [
        '.TH %s 1 "" "%s %s" "User Commands"' % (name.upper(), name, version), ".ad l", ".nh",
        ".SH NAME", "%s \\- %s" % (name, text(root["abstract"][0].lower() + root["abstract"][1:].rstrip("."))),
        ".SH SYNOPSIS", bold(name) + " [" + slanted("command") + "] [" + slanted("option") + " ...]",
        ".SH DESCRIPTION", bold(name), text(OPENING)]
    lines += [".SH OPTIONS"]
    lines += entries((names(one), described(one)) for one in shown(root.get("arguments")))
    lines += [".SH COMMANDS"]
    for command in commands:
        lines += section(name + " " + command["commandName"], command)
    lines += [".SH FILES"] + entries((bold(term), text(meaning)) for term, meaning in FILES)
    lines += [".SH ENVIRONMENT"] + entries((bold(term), text(meaning)) for term, meaning in ENVIRONMENT)
    lines += [".SH EXIT STATUS", "0 where all went well, 64 where the command line is wrong, 1 where it failed otherwise,",
              "128 and its number after a signal."]
    return "\n".join(lines)


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: manual.py PROGRAM")
    program = sys.argv[1]
    root = json.loads(output(program, "--experimental-dump-help"))["command"]
    sys.stdout.buffer.write((page(root, output(program, "--version").strip()) + "\n").encode("ascii"))


if __name__ == "__main__":
    main()
