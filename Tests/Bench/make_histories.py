#!/usr/bin/env python3
"""Makes benchmark histories of Claude Code: OUT/projects/<slug>/<session>.jsonl, N bytes in all (less a part
of a line: the last file is cut), the same for the same seed.

    make_histories.py --bytes N --out DIR [--from DIR] [--seed S] [--no-copies-vary]

With --from: copies of the transcripts there, the largest of each session, round and round. In every copy each quoted id
(uuids, msg_, req_, toolu_, agentId) is replaced by one of its own, the same one wherever it stands in the file, and a
word of the copy's own ends each text of more than 40 characters (a JSON string that holds a space), so that nothing is
stored once for all copies; texts that end in > or ] get none, or a wrapper would become something a person said.
Without --from: the same with made-up sessions of the shape in SHAPE.
"""
import argparse
import json
import random
import re
import string
from pathlib import Path

# What 103,267 distinct lines (385 MB, 274 sessions, Claude Code 2.0.64 to 2.1.42) of entireio/cli's checkpoints were:
# line: share of lines in %, share of bytes in %, then its length at 0, 25, 50, 75, 90, 99 and 100 % of them.
SHAPE = {
    "progress bash": (15.88, 3.7, 501, 578, 614, 917, 1459, 3111, 32109),
    "assistant thinking": (12.37, 7.5, 1104, 1291, 1450, 2117, 3699, 13441, 84528),
    "assistant text": (9.52, 3.0, 811, 920, 964, 1095, 1719, 3509, 11005),
    "progress hook": (8.26, 1.4, 552, 591, 608, 643, 672, 717, 736),
    "progress agent": (5.96, 15.5, 1142, 2201, 2968, 6810, 21886, 104952, 217670),
    "assistant Bash": (5.85, 1.7, 922, 998, 1035, 1090, 1216, 1897, 15274),
    "result Bash": (5.85, 5.8, 544, 809, 1397, 2917, 7004, 38971, 505199),
    "assistant Read": (4.82, 1.3, 902, 999, 1019, 1043, 1073, 1109, 1197),
    "result Read": (4.82, 16.6, 595, 3205, 5426, 10607, 32205, 105409, 172067),
    "assistant Edit": (4.12, 2.6, 1004, 1444, 1838, 2606, 4100, 9720, 27525),
    "result Edit": (4.12, 29.9, 675, 11689, 23272, 39878, 50625, 85078, 143776),
    "file-history-snapshot": (3.14, 0.6, 236, 354, 587, 1017, 1522, 2525, 3249),
    "system": (2.60, 0.4, 396, 453, 658, 690, 814, 1160, 15777),
    "assistant Grep": (2.52, 0.7, 893, 1020, 1047, 1078, 1112, 1158, 1234),
    "result Grep": (2.52, 3.8, 566, 822, 1651, 5136, 12298, 41824, 339419),
    "user": (2.35, 0.8, 418, 533, 585, 697, 1127, 11444, 415645),
    "assistant other": (2.05, 0.8, 864, 968, 1120, 1529, 2052, 7438, 24820),
    "result other": (2.04, 2.2, 548, 720, 911, 2341, 7525, 40396, 961405),
    "assistant Write": (0.22, 0.4, 983, 3164, 5762, 9446, 14861, 25957, 40775),
    "result Write": (0.22, 0.7, 746, 3148, 6529, 15063, 31850, 73449, 91932),
    "summary": (0.21, 0.0, 108, 125, 129, 134, 139, 154, 170),
}  # left out: queue-operation 0.24, mcp_progress 0.19, compaction summaries 0.08, pr-link 0.01 and rarer ones
QUANTILES = (0, .25, .50, .75, .90, .99, 1)

HEX = b"0123456789abcdef"
ALPHANUMERIC = (string.ascii_letters + string.digits).encode()
LONG_TEXT = re.compile(rb'"([^"\\]*(?:\\.[^"\\]*)*)"')
MARK = b"\x01"  # never occurs raw in JSON
IDS = re.compile(rb'(\x01|"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"|(?<="agentId":)"[0-9a-f]+"'
                 rb'|"(?:agent_)?(?:msg|req|toolu|srvtoolu)_\w+")')
SESSION = re.compile(rb'"sessionId":"([0-9a-f-]{36})"')
CWD = re.compile(rb'"cwd":"([^"\\]+)"')


def shuffled(alphabet, chance):
    letters = bytearray(alphabet)
    chance.shuffle(letters)
    return bytes.maketrans(alphabet, bytes(letters))


def with_mark(text):
    varies = len(text[1]) > 40 and b" " in text[1] and not text[1].endswith((b">", b"]"))
    return b'"%s%s"' % (text[1], MARK) if varies else text[0]


class Source:
    """A transcript cut at its ids and at the ends of its texts, ready to be copied."""

    def __init__(self, data, vary):
        if not data.endswith(b"\n"):
            data += b"\n"
        if vary:
            data = LONG_TEXT.sub(with_mark, data.replace(MARK, b""))
        self.pieces = IDS.split(data)
        self.ids = set(self.pieces[1::2]) - {MARK}
        folder, session = CWD.search(data), SESSION.search(data)
        self.slug = re.sub(r"[^A-Za-z0-9]", "-", folder[1].decode("utf-8", "replace")) if folder else "-none"
        self.session = b'"%s"' % session[1] if session else b'"00000000-0000-0000-0000-000000000000"'

    def copy(self, chance):
        """The bytes of one copy and its path; a permutation of the digits gives every id its own replacement."""
        hexadecimal, letters = shuffled(HEX, chance), shuffled(ALPHANUMERIC, chance)
        new = {MARK: b" copy%06x" % chance.getrandbits(24), self.session: self.session.translate(hexadecimal)}
        for name in self.ids:
            prefix, underscore, rest = name.rpartition(b"_")
            new[name] = prefix + b"_" + rest.translate(letters) if underscore else name.translate(hexadecimal)
        pieces = self.pieces[:]
        pieces[1::2] = [new[name] for name in pieces[1::2]]
        return b"".join(pieces), Path(self.slug, new[self.session].decode().strip('"') + ".jsonl")


def real_ones(folder):
    """The largest transcript of every session below a folder."""
    largest = {}
    for path in sorted(folder.rglob("*.jsonl")):
        with open(path, "rb") as file:
            session = next(filter(None, map(SESSION.search, file)), None)
        if session and path.stat().st_size > largest.get(session[1], (0, None))[0]:
            largest[session[1]] = path.stat().st_size, path
    return [(size, path.read_bytes) for size, path in largest.values()]


class Writer:
    """Makes up one session after another."""

    def __init__(self, chance):
        self.chance = chance
        names = ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(3, 10))) for _ in range(3000)]
        forms = ("let {} = {}.{}({})", "if {} < {} {{ return {} }}", "func {}(_ {}: {}) -> {} {{",
                 "// {} the {} before {} is {}", "}}", "{} {} {} and {} then {}, not {}", "    {}[{}] += {}")
        self.lines = [chance.choice(forms).format(*chance.choices(names, k=6)) for _ in range(40000)]
        self.names = names
        self.clock = 1_760_000_000_000

    def length(self, kind):
        """A length as SHAPE has it: between two of its quantiles, evenly on a logarithmic scale."""
        at = self.chance.random()
        step = next(i for i in range(1, len(QUANTILES)) if at <= QUANTILES[i])
        low, high = SHAPE[kind][1 + step], SHAPE[kind][2 + step]
        share = (at - QUANTILES[step - 1]) / (QUANTILES[step] - QUANTILES[step - 1])
        return low * (high / low) ** share

    def text(self, size):
        first = self.chance.randrange(len(self.lines))
        lines = self.lines[first:first + max(1, int(size / 22))]
        return "\n".join(lines)[:max(1, int(size))]

    def id(self, prefix=None):
        if prefix:
            return prefix + "_01" + "".join(self.chance.choices(string.ascii_letters + string.digits, k=22))
        digits = "%032x" % self.chance.getrandbits(128)
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def line(self, kind, fill, **members):
        """One line with the common fields, its texts filled until it is as long as its kind is."""
        self.clock += self.chance.randint(50, 9000)
        seconds, milliseconds = divmod(self.clock, 1000)
        line = {"parentUuid": self.parent, "isSidechain": False, "userType": "external", "cwd": self.cwd,
                "sessionId": self.session, "version": "2.1.37", "gitBranch": "main", **members, "uuid": self.id(),
                "timestamp": "2025-%02d-%02dT%02d:%02d:%02d.%03dZ" % (
                    1 + seconds // 2_419_200 % 12, 1 + seconds // 86_400 % 28, seconds // 3600 % 24,
                    seconds // 60 % 60, seconds % 60, milliseconds)}
        self.parent = line["uuid"]
        room = self.length(kind) - len(json.dumps(line)) - (400 if kind.startswith("assistant") else 120)
        line.update(fill(max(8, room * .93)))  # what fill adds takes those, and escapes the rest
        return json.dumps(line, separators=(",", ":"))

    def assistant(self, kind, message, request, block):
        usage = {"input_tokens": 3, "cache_creation_input_tokens": self.chance.randint(100, 9000),
                 "cache_read_input_tokens": self.chance.randint(20_000, 150_000), "output_tokens":
                 self.chance.randint(1, 700), "service_tier": "standard"}
        return self.line(kind, lambda room: {"message": {
            "model": "claude-opus-4-5-20251101", "id": message, "type": "message", "role": "assistant",
            "content": [block(room)], "stop_reason": None, "stop_sequence": None, "usage": usage},
            "requestId": request}, type="assistant")

    def progress(self, kind, call, data):
        return self.line("progress " + kind, lambda room: {"data": {"type": kind + "_progress", **data(room)}},
                         type="progress", parentToolUseID=call, toolUseID=call)

    def result(self, tool, call, file, edit):
        def fill(room):
            if tool == "Read":
                text = self.text(room / 2)
                content, result = text, {"type": "text", "file": {
                    "filePath": file, "content": text, "numLines": 40, "startLine": 1, "totalLines": 400}}
            elif tool == "Edit":
                old, new = edit
                original = self.text(max(0, room - 2 * len(old) - 2 * len(new) - 300)) + "\n" + old
                content, result = "The file %s has been updated." % file, {
                    "filePath": file, "oldString": old, "newString": new, "originalFile": original,
                    "structuredPatch": [{"oldStart": 90, "oldLines": 9, "newStart": 90, "newLines": 9, "lines":
                                         ["-" + part for part in old.split("\n")]
                                         + ["+" + part for part in new.split("\n")]}],
                    "userModified": False, "replaceAll": False}
            elif tool == "Write":
                content, result = "File created successfully at: " + file, {
                    "type": "create", "filePath": file, "content": self.text(room), "structuredPatch": [],
                    "originalFile": None}
            else:
                text = self.text(room / 2)
                content, result = text, {"stdout": text, "stderr": "", "interrupted": False, "isImage": False}
            return {"message": {"role": "user", "content": [
                {"tool_use_id": call, "type": "tool_result", "content": content}]}, "toolUseResult": result}
        return self.line("result " + tool, fill, type="user")

    def call(self):
        """One answer of the model and what its tool gave, in lines."""
        chance, share = self.chance, lambda kind: SHAPE[kind][0]
        tools = ("Bash", "Read", "Edit", "Grep", "Write", "other")
        tool = chance.choices(tools, [share("assistant " + name) for name in tools])[0]
        calls = sum(share("assistant " + name) for name in tools)
        message, request, call = self.id("msg"), self.id("req"), self.id("toolu")
        file = "%s/Sources/%s/%s.swift" % (self.cwd, chance.choice(self.names[:9]), chance.choice(self.names[:200]))
        if chance.random() < share("assistant thinking") / calls:
            yield self.assistant("assistant thinking", message, request, lambda room: {
                "type": "thinking", "thinking": self.text(room * .7), "signature": "A" * int(room * .3)})
        if chance.random() < share("assistant text") / calls:
            yield self.assistant("assistant text", message, request,
                                 lambda room: {"type": "text", "text": self.text(room)})
        edit = []

        def use(room):
            if tool == "Edit":
                edit[:] = self.text(room * .45), self.text(room * .55)
                given = {"file_path": file, "old_string": edit[0], "new_string": edit[1], "replace_all": False}
            elif tool == "Write":
                given = {"file_path": file, "content": self.text(room)}
            elif tool == "Read":
                given = {"file_path": file, "offset": 1, "limit": 40}
            else:
                given = {"command": self.text(room), "description": "run it"}
            return {"type": "tool_use", "id": call, "name": "Task" if tool == "other" else tool, "input": given}
        yield self.assistant("assistant " + tool, message, request, use)
        if tool == "Bash":
            for _ in range(round(chance.expovariate(share("assistant Bash") / share("progress bash")))):
                yield self.progress("bash", call, lambda room: {
                    "output": self.text(room / 2), "fullOutput": self.text(room / 2), "elapsedTimeSeconds": 2})
        if tool == "other" and chance.random() < .2:  # a sub-agent at work
            for _ in range(round(4 * share("progress agent") / share("assistant other"))):
                yield self.progress("agent", call, lambda room: {
                    "message": {"type": "user", "message": {"role": "user", "content": [
                        {"type": "tool_result", "tool_use_id": self.id("toolu"), "content": self.text(room)}]}},
                    "agentId": "a%06x" % chance.getrandbits(24), "normalizedMessages": []})
        if chance.random() < share("progress hook") / calls:
            yield self.progress("hook", call, lambda room: {
                "hookEvent": "PostToolUse", "hookName": "PostToolUse:" + tool, "command": self.text(room)})
        yield self.result(tool, call, file, edit)

    def session_bytes(self):
        chance = self.chance
        self.session, self.parent = self.id(), None
        self.cwd = "/home/someone/src/" + chance.choice(self.names[:20])
        title = " ".join(chance.choices(self.names, k=6))
        lines = ['{"type":"summary","summary":"%s","leafUuid":"%s"}' % (title, self.id())]
        for _ in range(1 + round(chance.expovariate(1 / 8))):
            lines.append(json.dumps({
                "type": "file-history-snapshot", "messageId": self.id(), "snapshot": {"trackedFileBackups": {
                    "Sources/%s.swift" % chance.choice(self.names): {"backupFileName": self.id(), "version": 1}
                    for _ in range(chance.randint(0, 7))}}, "isSnapshotUpdate": False}, separators=(",", ":")))
            lines.append(self.line("user", lambda room: {"message": {"role": "user", "content": self.text(room)}},
                                   type="user"))
            for _ in range(1 + round(chance.expovariate(1 / 8))):
                lines.extend(self.call())
            lines.append(self.line("system", lambda room: {"hookInfos": [{"command": self.text(room)}]}, type="system",
                                   subtype="stop_hook_summary", hookCount=1))
        return ("\n".join(lines) + "\n").encode()


def made_up(size, chance):
    """Enough made-up sessions to copy from: 64 MB, or all of it where less is wanted."""
    writer, found, total = Writer(chance), [], 0
    while total < min(size, 64_000_000):
        data = writer.session_bytes()
        total += len(data)
        found.append((len(data), lambda data=data: data))
    return found


def main():
    arguments = argparse.ArgumentParser(description="Makes benchmark histories of Claude Code.")
    arguments.add_argument("--bytes", type=float, required=True, metavar="N", help="as 1e9")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--from", type=Path, dest="source", help="a folder of real transcripts")
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("--copies-vary", action=argparse.BooleanOptionalAction, default=True)
    options = arguments.parse_args()
    chance = random.Random(options.seed)
    sources = real_ones(options.source) if options.source else made_up(options.bytes, chance)
    if not sources:
        arguments.error("%s holds no transcript of Claude Code" % options.source)
    chance.shuffle(sources)

    left, files = int(options.bytes), 0
    rounds = left // sum(size for size, _ in sources)
    for part, copies in ("whole", rounds), ("rest", 1):
        for number, (_, load) in enumerate(sources):
            if left <= 0 or not copies:
                break
            source = Source(load(), options.copies_vary)
            for copy in range(copies):
                data, name = source.copy(random.Random("%s %s %d %d" % (options.seed, part, number, copy)))
                if len(data) >= left:  # the last one
                    data = data[:data.rfind(b"\n", 0, left) + 1]
                    left = len(data)
                if not SESSION.search(data):
                    left = 0
                    break
                path = options.out / "projects" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                left -= len(data)
                files += 1
    print(json.dumps({"files": files, "bytes": sum(path.stat().st_size for path in options.out.rglob("*.jsonl"))}))


if __name__ == "__main__":
    main()
