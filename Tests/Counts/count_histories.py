#!/usr/bin/env python3
"""Counts what histories of coding agents hold, independently of Colophon's ingest.

    count_histories.py [--total] FILE|DIR...      one JSON object a file; --total: one for all of them together
    count_histories.py --notes FILE|DIR|REPO...   what notes say of lines, one object for all; of a repository those of
                                                  refs/notes/ai*, refs/ai/authorship
    count_histories.py --checkpoints REPO...      what Entire's checkpoints of repositories hold, and their commits

The contract (the Swift test counts the same):

line        Lines end in \\n. One that is not a JSON object in valid UTF-8 is in skipped_lines;
            a blank one is nothing. A file in which no line tells its format is {"file", "format": null}.
total       Facts seen in several files count once; tokens are then the highest over the files. skipped_lines is a sum.

Claude Code (a line with a string `sessionId` and a `type`)
session     Distinct sessionId of any line. A sub-agent's file carries its parent's.
turn        Distinct uuid of `user` lines that are not isMeta, isSidechain or isCompactSummary and say something, also
            beside a tool_result, and of `queued_command` attachments in mode prompt. Something is said where, after taking out what is not a person's (INJECTED; a text that begins as one of NOTICES)
            some text is left, or there is an image or a document and no text was there at all. Slash commands alone
            are a turn when one of them is not in LOCAL_COMMANDS.
generation  Distinct message.id (else requestId, else uuid) of `assistant` lines whose model is not <synthetic>, and of
            the `assistant` messages of sub-agents inside `progress` lines (data.type agent_progress).
tokens      For each generation the highest value of each field of message.usage over its lines.
edit        Distinct (tool_use id, file) of Write, Edit, MultiEdit, NotebookEdit, accepted or not, sub-agents' included.

Codex (a line with a `type` of CODEX_TYPES and an object `payload`)
session     The id of the first session_meta; a fork is a session of its own, the history copied into it is its own too.
turn        `event_msg` `user_message` where the file has any, else `response_item` `message` of role user, that say
            something by the same rule (CODEX_INJECTED, CODEX_NOTICES, the part after CODEX_REQUEST). None in a thread
            that another agent asked (session_meta `source.subagent`, or `thread_source` "subagent").
generation  A run of response_items made by the model (reasoning, *_call, assistant messages), up to a tool's output,
            a message that is not the assistant's, or a token_count with `info`.
tokens      `last_token_usage` at each token_count whose `total_token_usage` differs from the one before. input_tokens
            is without the cached ones; output_tokens includes reasoning. No cache writes: 0.
edit        Distinct (call_id, file) of apply_patch texts: the custom tool, the function, or inside a shell call.

Gemini CLI (a header with sessionId and projectHash, or messages with id, timestamp and type of GEMINI_TYPES)
session     The sessionId, else the first message's id.
turn        Distinct id of `user` messages that say something, slash commands left out.
generation  Distinct id of `gemini` messages.
tokens      Of each the highest over its tellings: input without cached, with tool; output with thoughts; no cache writes.
edit        Distinct (message id, call id, file) of write_file and replace.

Copilot CLI (events with a dotted type, id, timestamp and an object data)
session     The sessionId of the first session.start; what stands before it is in skipped_lines.
turn        Distinct id of user.message with content, whose source, if any, is "user".
generation  Distinct messageId (else id) of assistant.message.
tokens      outputTokens of each; nothing else is kept.
edit        Distinct (toolCallId, file) of create, edit and str_replace_editor (create, str_replace, insert).

VS Code Copilot (one object with sessionId and a list requests)
session     The sessionId.
turn        Distinct requestId of requests with message.text.
generation  Distinct id of result.metadata.toolCallRounds; where there are none, the responseId of what has a response.
edit        Distinct (call id, file) of VSCODE_EDITS in those rounds.

Cursor (a role user or assistant and message.content), Windsurf (type, status, and a member named as the type)
session     One a file.
turn        User messages with text; user_input with user_response.
generation  Assistant messages; planner_response, and the first other step after a user_input without one between.
edit        Each tool_use of CURSOR_EDITS with a path; each code_action with a path.

OpenCode (SQLite; message and part)
session     Distinct session_id, that of its parent where there is one in the table session.
turn        User messages with a part of type text that is not synthetic, of sessions without such a parent.
generation  Assistant messages.
tokens      Of each the sum over its step-finish parts where there are several, else its own.
edit        Distinct callID of parts of type tool, edit or write, with a filePath.

Notes of git-ai (lines of attestations, `---`, JSON; or JSON with `files`)
attribution Distinct (commit, path, key, range) with 0 < first <= last and a path that stays inside; the commit is that
            of the note's name, else the note itself. Their lines are summed.
entry       Attestation lines with a key, or authors of a file.
session     Distinct agent_id.id of prompts and sessions. human: distinct keys of humans.
turn        Distinct (conversation, timestamp or place, text) of `user` messages that say something by their agent's rule.
generation  Distinct `assistant` messages, and the first tool_use after a user message without one between.
edit        Distinct tool_use of NOTE_EDITS with a path; of apply_patch one a file.

Checkpoints of Entire: transcripts are the full.jsonl of numbered folders that are here, each blob once, read as above.
committed   Distinct (commit, id) of lines `Entire-Checkpoint:` in messages of branches and tags.
Agent Trace (version, id, timestamp and a list files; or a schema agent-trace/… and a file_path)
session     Distinct session_id of metadata, metadata.agentdiff or the record, and url, id, conversation_id or session_id
            of conversations (of a URL that ends in a UUID that alone); "unknown" is none.
turn        Distinct (session of the record, prompt_hash else excerpt) where there is a prompt_excerpt.
attribution Distinct (record's id, revision, path, lines, contributor, session, model) of ranges of 1 to 50 million, the
            last line not before the first; a range's contributor before its conversation's. A record with any other
            range is in skipped_lines as well. attributed_lines is the sum of their lengths.
"""
import argparse
import json
import re
import sqlite3
import subprocess
import tempfile
from pathlib import Path

# Paired tags, with all they hold: seen in real files up to ide_selection, from there on in readers of newer ones.
INJECTED_TAGS = (
    "local-command-caveat local-command-stdout local-command-stderr bash-input bash-stdout bash-stderr system-reminder "
    "task-notification ide_opened_file ide_selection ide_diagnostics teammate-message cross-session-message "
    "agent-message user-prompt-submit-hook user-memory-input fork-boilerplate channel mcp-resource-update "
    "mcp-polling-update").split()
INJECTED = re.compile(r"<(%s)(?:\s[^>]*)?>.*?</\1>|\[Request interrupted by user(?: for tool use)?\]"
                      % "|".join(INJECTED_TAGS), re.DOTALL)
NOTICES = ("Caveat: The messages below", "This session is being continued from a previous conversation",
           "Operation stopped by hook:", "Stop hook feedback:", "[SYSTEM NOTIFICATION",
           "Another Claude session sent a message",
           # these two end a task-notification
           "Read the output file to retrieve the result:", "Full transcript available at:")
COMMAND = re.compile(r"<command-(name|message|args)>(.*?)</command-\1>", re.DOTALL)
LOCAL_COMMANDS = frozenset("/" + name for name in (
    "add-dir agents bug clear compact config context cost doctor effort exit export fast feedback help hooks ide "
    "keybindings login logout mcp memory model output-style permissions plugin privacy-settings quit release-notes "
    "remote-env rename resume rewind sandbox skills stats status statusline tasks terminal-setup theme todos upgrade "
    "usage vim").split())
EDIT_TOOLS = {"Write", "Edit", "MultiEdit", "NotebookEdit"}
USAGE = ("output_tokens", "input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens")

CODEX_TYPES = {"session_meta", "response_item", "event_msg", "turn_context", "compacted"}
CODEX_INJECTED = re.compile(
    r"<(environment_context|user_instructions|INSTRUCTIONS|turn_aborted|skill|user_shell_command|subagent_notification"
    r"|codex_internal_context|user_action|permissions instructions|hook_prompt)(?:\s[^>]*)?>.*?</\1>",
    re.DOTALL | re.IGNORECASE)
CODEX_NOTICES = ("# AGENTS.md instructions", "Warning: apply_patch was requested via",
                 "Warning: The maximum number of unified exec processes", "Warning: Your account was flagged")
CODEX_REQUEST = "## My request for Codex:"
PATCH = re.compile(r"^\*\*\* Begin Patch$(.*?)(?:^\*\*\* End Patch|\Z)", re.DOTALL | re.MULTILINE)
PATCHED_FILE = re.compile(r"^\*\*\* (?:Add|Update|Delete) File: (.+?)\s*$", re.MULTILINE)


class Facts:
    """What was found, by key, so that files can be joined without counting anything twice."""

    def __init__(self):
        self.format = None
        self.sessions, self.turns, self.generations, self.edits = set(), set(), set(), set()
        self.attributions = set()
        self.usage = {}
        self.skipped_lines = 0

    def use(self, key, values):
        before = self.usage.get(key, (0, 0, 0, 0))
        self.usage[key] = tuple(map(max, before, values))

    def join(self, other):
        for name, value in vars(other).items():
            if isinstance(value, set):
                getattr(self, name).update(value)
        for key, values in other.usage.items():
            self.use(key, values)
        self.skipped_lines += other.skipped_lines

    def counts(self):
        output, fresh, read, written = (sum(column) for column in zip((0, 0, 0, 0), *self.usage.values()))
        return {
            "sessions": len(self.sessions), "turns": len(self.turns), "generations": len(self.generations),
            "edits": len(self.edits), "output_tokens": output, "input_tokens": fresh, "cache_read_tokens": read,
            "cache_write_tokens": written, "skipped_lines": self.skipped_lines,
            "attributions": len(self.attributions),
            "attributed_lines": sum(found[4] - found[3] + 1 for found in self.attributions)}


def count(value):
    return value if type(value) is int and value > 0 else 0


def blocks(content):
    return [block for block in content if isinstance(block, dict)] if isinstance(content, list) else []


def text_of(content):
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in blocks(content)
                     if block.get("type") in ("text", "input_text") and isinstance(block.get("text"), str))


def is_empty(text, injected, notices):
    left = injected.sub("", text).strip()
    return not left or left.startswith(notices)


def is_asked(content):
    """Whether a Claude Code message says something that a person asked of the model."""
    text = text_of(content)
    if not text.strip():
        return any(block.get("type") in ("image", "document") for block in blocks(content))
    commands = [body.strip() for kind, body in COMMAND.findall(text) if kind == "name"]
    if not is_empty(COMMAND.sub("", text), INJECTED, NOTICES):
        return True
    return any(name not in LOCAL_COMMANDS for name in commands)


class ClaudeCode:
    def __init__(self, facts):
        self.facts = facts

    def take(self, line, number):
        if isinstance(line.get("sessionId"), str):
            self.facts.sessions.add(line["sessionId"])
        key = line.get("uuid") or (line.get("sessionId"), number)
        message = line.get("message")
        if line["type"] == "user" and isinstance(message, dict):
            self.take_user(line, message.get("content"), key)
        elif line["type"] == "assistant" and isinstance(message, dict):
            self.take_answer(line, message, key)
        elif line["type"] == "progress" and isinstance(line.get("data"), dict):
            inner = line["data"].get("message")
            if isinstance(inner, dict) and inner.get("type") == "assistant" and isinstance(inner.get("message"), dict):
                self.take_answer(inner, inner["message"], key)
        elif line["type"] == "attachment" and isinstance(line.get("attachment"), dict):
            queued = line["attachment"]
            if queued.get("type") == "queued_command" and queued.get("commandMode") == "prompt":
                self.facts.turns.add(key)

    def take_answer(self, line, message, key):
        if message.get("model") != "<synthetic>":
            made = message.get("id") or line.get("requestId") or key
            usage = message.get("usage")
            self.facts.generations.add(made)
            self.facts.use(made, [count(usage.get(name)) if isinstance(usage, dict) else 0 for name in USAGE])
        self.facts.edits.update(edits_in(message))

    def take_user(self, line, content, key):
        if line.get("isMeta") or line.get("isSidechain") or line.get("isCompactSummary") or not is_asked(content):
            return
        self.facts.turns.add(key)

    def end(self):
        pass


def edits_in(message):
    for block in blocks(message.get("content")):
        if block.get("type") == "tool_use" and block.get("name") in EDIT_TOOLS and isinstance(block.get("input"), dict):
            file = block["input"].get("file_path") or block["input"].get("notebook_path")
            if isinstance(file, str):
                yield block.get("id"), file


class Codex:
    def __init__(self, facts):
        self.facts = facts
        self.session = None
        self.asked_by_agent = False
        self.events, self.items = [], []  # whether each user_message, each user item, says something
        self.answering = False
        self.total = None

    def take(self, line, number):
        kind, payload = line["type"], line["payload"]
        inner = payload.get("type")
        if kind == "session_meta" and self.session is None:
            self.session = payload.get("id")
            self.facts.sessions.add(self.session)
            source = payload.get("source")
            self.asked_by_agent = (isinstance(source, dict) and "subagent" in source
                                   or payload.get("thread_source") == "subagent")
        elif kind == "event_msg" and inner == "user_message":
            images = payload.get("images") or payload.get("local_images")
            says = self.says(payload.get("message"), bool(images))
            self.events.append(says and payload.get("kind", "plain") in ("plain", None))
        elif kind == "event_msg" and inner == "token_count" and isinstance(payload.get("info"), dict):
            self.take_tokens(payload["info"])
        elif kind == "response_item":
            self.take_item(payload, inner)

    def take_item(self, item, kind):
        if not isinstance(kind, str):
            return
        if kind == "reasoning" or kind.endswith("_call") or kind == "message" and item.get("role") == "assistant":
            if not self.answering:
                self.facts.generations.add((self.session, len(self.facts.generations)))
            self.answering = True
            for text in patches(item):
                for patch in PATCH.findall(text):
                    self.facts.edits.update((item.get("call_id"), file) for file in PATCHED_FILE.findall(patch))
        elif kind == "message" or kind.endswith("_output"):
            self.answering = False
            if item.get("role") == "user":
                images = any(block.get("type") == "input_image" for block in blocks(item.get("content")))
                self.items.append(self.says(text_of(item.get("content")), images))

    def take_tokens(self, info):
        self.answering = False
        total, last = info.get("total_token_usage"), info.get("last_token_usage")
        if total == self.total or not isinstance(last, dict):
            return
        self.total = total
        cached = count(last.get("cached_input_tokens"))
        fresh = max(0, count(last.get("input_tokens")) - cached)
        self.facts.use((self.session, len(self.facts.usage)), (count(last.get("output_tokens")), fresh, cached, 0))

    def says(self, text, images):
        text = text if isinstance(text, str) else ""
        if CODEX_REQUEST in text:
            text = text.split(CODEX_REQUEST, 1)[1]
        return images if not text.strip() else not is_empty(text, CODEX_INJECTED, CODEX_NOTICES)

    def end(self):
        asked = self.events or self.items
        if not self.asked_by_agent:
            self.facts.turns.update((self.session, number) for number, says in enumerate(asked) if says)


GEMINI_TYPES = {"user", "gemini", "info", "warning", "error"}
GEMINI_EDITS = {"write_file", "replace"}


class Gemini:
    def __init__(self, facts):
        self.facts = facts

    def take(self, line, number):
        if "$set" in line or "$rewindTo" in line:
            for message in blocks(line["$set"].get("messages") if isinstance(line.get("$set"), dict) else None):
                self.take_message(message)
        elif "type" in line or "id" in line:
            self.take_message(line)
        else:
            if not self.facts.sessions and isinstance(line.get("sessionId"), str):
                self.facts.sessions.add(line["sessionId"])
            for message in blocks(line.get("messages")):
                self.take_message(message)

    def take_message(self, message):
        made = message.get("id")
        if not made or not message.get("timestamp") or message.get("type") not in ("user", "gemini"):
            return
        if not self.facts.sessions:
            self.facts.sessions.add(made)
        content = message.get("content")
        if message["type"] == "user":
            text = content if isinstance(content, str) else "".join(
                part["text"] for part in blocks(content) if isinstance(part.get("text"), str))
            text = text.split("--- Content from referenced files ---")[0].strip()
            if text and not re.fullmatch(r"[?]|/[A-Za-z?-]+(\s.*)?", text, re.DOTALL):
                self.facts.turns.add(made)
            return
        self.facts.generations.add(made)
        tokens = message.get("tokens") if isinstance(message.get("tokens"), dict) else {}
        number = {name: count(tokens.get(name)) for name in ("input", "output", "cached", "thoughts", "tool")}
        fresh = max(0, number["input"] - number["cached"]) + number["tool"]
        self.facts.use(made, (number["output"] + number["thoughts"], fresh, number["cached"], 0))
        for call in blocks(message.get("toolCalls")):
            if call.get("name") in GEMINI_EDITS and isinstance(call.get("args"), dict):
                self.facts.edits.add((made, call.get("id"), call["args"].get("file_path")))

    def end(self):
        pass


def arguments_of(call):
    """An object, or one in a string."""
    arguments = call.get("arguments")
    try:
        arguments = json.loads(arguments) if isinstance(arguments, str) else arguments
    except ValueError:
        return {}
    return arguments if isinstance(arguments, dict) else {}


class Copilot:
    def __init__(self, facts):
        self.facts = facts

    def take(self, line, number):
        kind, data = line.get("type"), line.get("data")
        if not kind or not line.get("id") or not line.get("timestamp") or not isinstance(data, dict):
            self.facts.skipped_lines += 1
        elif kind == "session.start" and data.get("sessionId"):
            if not self.facts.sessions:
                self.facts.sessions.add(data["sessionId"])
        elif not self.facts.sessions:
            self.facts.skipped_lines += 1
        elif kind == "user.message" and data.get("content") and data.get("source", "user") == "user":
            self.facts.turns.add(line["id"])
        elif kind == "assistant.message":
            made = data.get("messageId") or line["id"]
            self.facts.generations.add(made)
            self.facts.use(made, (count(data.get("outputTokens")), 0, 0, 0))
            for call in blocks(data.get("toolRequests")):
                arguments = arguments_of(call)
                if call.get("name") in ("create", "edit") or call.get("name") == "str_replace_editor" and (
                        arguments.get("command") in ("create", "str_replace", "insert")):
                    self.facts.edits.add((call.get("toolCallId"), arguments.get("path")))

    def end(self):
        pass


VSCODE_EDITS = {"create_file", "replace_string_in_file", "insert_edit_into_file"}


class VSCode:
    def __init__(self, facts):
        self.facts = facts

    def take(self, line, number):
        self.facts.sessions.add(line["sessionId"])
        for request in blocks(line.get("requests")):
            if request["message"].get("text"):
                self.facts.turns.add(request["requestId"])
            rounds = blocks(request["result"]["metadata"].get("toolCallRounds"))
            self.facts.generations.update(made["id"] for made in rounds)
            if not rounds and request.get("response"):
                self.facts.generations.add(request["responseId"])
            for call in (call for made in rounds for call in blocks(made.get("toolCalls"))):
                if call.get("name") in VSCODE_EDITS:
                    self.facts.edits.add((call["id"], arguments_of(call).get("filePath")))

    def end(self):
        pass


CURSOR_EDITS = {"Write", "StrReplace", "Edit", "MultiEdit", "Delete", "EditNotebook"}


class Cursor:
    def __init__(self, facts):
        self.facts = facts

    def take(self, line, number):
        content = line.get("message", {}).get("content")
        self.facts.sessions.add(0)
        if line["role"] == "user":
            if text_of(content).replace("<user_query>", "").replace("</user_query>", "").strip():
                self.facts.turns.add(number)
        else:
            self.facts.generations.add(number)
            self.facts.edits.update(
                (number, index) for index, block in enumerate(blocks(content))
                if block.get("name") in CURSOR_EDITS and (block["input"].get("path") or block["input"].get("file_path")))

    def end(self):
        # Files have nothing in common.
        for name in ("sessions", "turns", "generations", "edits"):
            setattr(self.facts, name, {(self.facts.path, key) for key in getattr(self.facts, name)})


class Windsurf(Cursor):
    is_answering = False

    def take(self, line, number):
        kind = line.get("type")
        step = line.get(kind) if isinstance(kind, str) else None
        if not isinstance(step, dict):
            return
        self.facts.sessions.add(0)
        if kind == "user_input":
            self.is_answering = False
            if step.get("user_response", "").strip():
                self.facts.turns.add(number)
            return
        if kind == "planner_response" or not self.is_answering:
            self.facts.generations.add(number)
        self.is_answering = True
        if kind == "code_action" and step.get("path"):
            self.facts.edits.add(number)


def read_opencode(path, facts):
    facts.format = "opencode"
    db = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    parents = dict(db.execute("SELECT id, parent_id FROM session"))
    parts = {}
    for message, data in db.execute("SELECT message_id, data FROM part ORDER BY id"):
        parts.setdefault(message, []).append(json.loads(data))
    for made, session, data in db.execute("SELECT id, session_id, data FROM message"):
        data, mine = json.loads(data), parts.get(made, [])
        root = session
        while parents.get(root) in parents:
            root = parents[root]
        facts.sessions.add(root)
        if data["role"] == "user":
            if root == session and any(p["type"] == "text" and not p.get("synthetic") for p in mine):
                facts.turns.add(made)
            continue
        facts.generations.add(made)
        steps = [p["tokens"] for p in mine if p["type"] == "step-finish"]
        told = steps if len(steps) > 1 else [data.get("tokens", {})]
        facts.use(made, [sum(values) for values in zip(*(
            (count(t.get("output")), count(t.get("input")), count(t.get("cache", {}).get("read")),
             count(t.get("cache", {}).get("write"))) for t in told))])
        facts.edits.update(p["callID"] for p in mine if p["type"] == "tool" and p["tool"] in ("edit", "write")
                           and p["state"]["input"].get("filePath"))


def patches(item):
    """The texts of a call in which an apply_patch may stand."""
    if item.get("type") == "custom_tool_call":
        return [item["input"]] if item.get("name") == "apply_patch" and isinstance(item.get("input"), str) else []
    if item.get("type") == "local_shell_call":
        arguments = item.get("action")
    else:
        try:
            arguments = json.loads(item.get("arguments", ""))
        except (TypeError, ValueError):
            return []
    if not isinstance(arguments, dict):
        return []
    if item.get("name") == "apply_patch":
        return [arguments[key] for key in ("patch", "input") if isinstance(arguments.get(key), str)]
    command = arguments.get("command") or arguments.get("cmd")
    words = command if isinstance(command, list) else [command]
    text = "\n".join(word for word in words if isinstance(word, str))
    return [text] if "apply_patch" in text else []


def said(*values):
    """The first that says something."""
    return next((value.strip() for value in values
                 if isinstance(value, str) and value.strip() not in ("", "unknown")), None)


class AgentTrace:
    LAST = 50_000_000
    UUID = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.[a-z]+)?$", re.IGNORECASE)

    def __init__(self, facts):
        self.facts = facts

    def take(self, line, number):
        metadata = line.get("metadata") or {}
        diff = metadata.get("agentdiff") or metadata
        session = said(diff.get("session_id") or metadata.get("session_id") or line.get("session_id"))
        revision = str((line.get("vcs") or {}).get("revision", "")).lower()
        if session:
            self.facts.sessions.add(session)
            excerpt = said(diff.get("prompt_excerpt"))
            if excerpt:
                self.facts.turns.add((session, diff.get("prompt_hash") or excerpt))
        self.fine = True
        if "files" not in line:
            self.take_range(line, (line.get("id") or json.dumps(line), revision, line["file_path"]), "ai", session,
                            said(line.get("model")))
        for file in line.get("files", []):
            for talk in file["conversations"]:
                url = talk.get("url")
                if url and self.UUID.search(url):
                    url = self.UUID.search(url).group(1).lower()
                named = said(talk.get("id") or talk.get("conversation_id") or talk.get("session_id") or url) or session
                if named:
                    self.facts.sessions.add(named)
                for found in talk["ranges"]:
                    who = found.get("contributor") or talk.get("contributor") or {}
                    self.take_range(found, (line["id"], revision, file["path"]), who.get("type", "unknown"), named,
                                    said(who.get("model_id")))
        if not self.fine:
            self.facts.skipped_lines += 1

    def take_range(self, found, key, who, session, model):
        first, last = found.get("start_line"), found.get("end_line")
        if type(first) is int and type(last) is int and 0 < first <= last <= self.LAST:
            self.facts.attributions.add((*key, first, last, who, session, model))
        else:
            self.fine = False

    def end(self):
        pass


def no_constant(name):
    raise ValueError(name)  # NaN and Infinity are no JSON


def parsed(path, facts):
    """The numbered JSON objects of a file; counts the lines that are none."""
    with open(path, "rb") as file:
        for number, raw in enumerate([file.read()] if path.suffix == ".json" else file):
            if not raw.strip():
                continue
            try:
                line = json.loads(raw.decode("utf-8"), parse_constant=no_constant)
            except (ValueError, RecursionError):
                line = None
            if isinstance(line, dict):
                yield number, line
            else:
                facts.skipped_lines += 1


def reader_for(line):
    if line.get("type") in CODEX_TYPES and isinstance(line.get("payload"), dict):
        return "codex", Codex
    if isinstance(line.get("sessionId"), str) and isinstance(line.get("type"), str):
        return "claude-code", ClaudeCode
    if "$set" in line or "$rewindTo" in line or "sessionId" in line and "projectHash" in line or (
            line.get("type") in GEMINI_TYPES and {"id", "timestamp", "content"} <= line.keys()):
        return "gemini-cli", Gemini
    if "." in str(line.get("type")) and isinstance(line.get("data"), dict) and "id" in line and "timestamp" in line:
        return "copilot-cli", Copilot
    if isinstance(line.get("requests"), list) and "sessionId" in line:
        return "vscode-copilot", VSCode
    if line.get("role") in ("user", "assistant") and "content" in (line.get("message") or {}):
        return "cursor", Cursor
    if "status" in line and isinstance(line.get("type"), str) and isinstance(line.get(line["type"]), dict):
        return "windsurf", Windsurf
    if isinstance(line.get("files"), list) and {"version", "id", "timestamp"} <= line.keys() or (
            str(line.get("schema")).startswith("agent-trace/") and "file_path" in line):
        return "agent-trace", AgentTrace
    return None, None


def read(path):
    facts, reader = Facts(), None
    facts.path = str(path)
    if path.suffix == ".db":
        read_opencode(path, facts)
        return facts
    for number, line in parsed(path, facts):
        if reader is None:
            facts.format, kind = reader_for(line)
            reader = kind and kind(facts)
        is_typed = isinstance(line.get("type"), str)
        if reader and (facts.format not in ("claude-code", "codex") or is_typed) and (
                facts.format != "codex" or isinstance(line.get("payload"), dict)):
            reader.take(line, number)
    if reader:
        reader.end()
    return facts


NOTE_EDITS = {re.sub("[^a-z0-9]", "", name) for name in (
    "write writefile create createfile writetofile replace edit editfile strreplace searchreplace "
    "replacestringinfile inserteditintofile editnotebook editfilev2 delete deletefile").split()} | {"multiedit"}
NOTE_PATHS = ("file_path", "filePath", "path", "target_file", "targetFile", "absolute_path", "relativeWorkspacePath",
              "notebook_path", "target_notebook")


class Notes:
    def __init__(self):
        self.notes = self.entries = self.skipped = 0
        self.ranges, self.sessions, self.humans = set(), set(), set()
        self.turns, self.generations, self.edits = set(), set(), set()

    def counts(self):
        told = {name: len(value) for name, value in vars(self).items() if isinstance(value, set)}
        told.update(attributions=told.pop("ranges"), lines=sum(r[-1] - r[-2] + 1 for r in self.ranges),
                    notes=self.notes, entries=self.entries, skipped=self.skipped)
        return told

    def take(self, commit, data):
        text = data.decode("utf-8", "replace")
        self.notes += 1
        commit = commit or text
        if text.lstrip().startswith("{"):
            return self.take_document(commit, text)
        rows = text.split("\n")
        divider = next((place for place, row in enumerate(rows) if row.rstrip(" \r") == "---"), None)
        try:
            metadata = json.loads("\n".join(rows[divider + 1:]), parse_constant=no_constant)
        except (ValueError, TypeError, RecursionError):
            metadata = None
        if not isinstance(metadata, dict) or not str(metadata.get("schema_version")).startswith("authorship/"):
            self.skipped += 1
            return
        self.humans.update(metadata.get("humans") or {})
        for records in (metadata.get("prompts"), metadata.get("sessions")):
            for record in (records or {}).values():
                agent = record.get("agent_id") or {}
                if agent.get("id"):
                    self.sessions.add(agent["id"])
                    self.take_messages(agent, record.get("messages") or [])
        path = None
        for row in rows[:divider]:
            row = row.rstrip(" \r")
            if not row.startswith("  "):
                if row:
                    path = row[1:-1] if len(row) > 1 and row[0] == row[-1] == '"' else row
                    if path.startswith("/") or {"", ".", ".."} & set(path.split("/")) or "\0" in path:
                        path, self.skipped = None, self.skipped + 1
                continue
            key, _, ranges = row[2:].partition(" ")
            if path is None or not ranges:
                continue
            self.entries += 1
            for part in filter(None, ranges.split(",")):
                self.add(commit, path, key, part)

    def add(self, commit, path, key, part):
        match = re.fullmatch(r"(\d+)(?:-(\d+))?", part, re.ASCII)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if 0 < first <= last <= 100_000_000:
            self.ranges.add((commit, path, key, first, last))
        else:
            self.skipped += 1

    def take_document(self, commit, text):
        document = json.loads(text)
        for path, file in (document.get("files") or {}).items():
            for told in file["authors"]:
                self.entries += 1
                for value in told["lines"]:
                    self.add(commit, path, told["author"], "-".join(map(str, value if isinstance(value, list) else [value])))

    def take_messages(self, agent, messages):
        conversation, answering = agent["id"], False
        for place, message in enumerate(messages):
            kind, text = message.get("type"), message.get("text") or ""
            at = message.get("timestamp") or place
            said = text if kind != "tool_use" else json.dumps(message.get("input"), sort_keys=True)
            key = (conversation, at, said)
            if kind == "user":
                answering = False
                if self.says(agent.get("tool"), text):
                    self.turns.add(key)
            elif kind == "assistant":
                answering = True
                self.generations.add(key)
            elif kind == "tool_use":
                if not answering:
                    self.generations.add(key)
                answering = True
                self.take_call(key, message)

    def take_call(self, key, message):
        name, value = re.sub("[^a-z0-9]", "", (message.get("name") or "").lower()), message.get("input")
        if name == "applypatch":
            text = value if isinstance(value, str) else next(
                (value[k] for k in ("patchText", "patch_text", "patch", "input") if isinstance(value.get(k), str)), "")
            for patch in PATCH.findall(text):
                self.edits.update((key, number) for number, _ in enumerate(PATCHED_FILE.findall(patch)))
        elif name in NOTE_EDITS and isinstance(value, dict) and any(value.get(path) for path in NOTE_PATHS):
            parts = value.get("edits") if name == "multiedit" else [0]
            self.edits.update((key, number) for number, _ in enumerate(parts or []))

    @staticmethod
    def says(tool, text):
        if tool == "claude":
            return bool(text.strip()) and is_asked(text)
        if tool == "codex":
            text = text.split(CODEX_REQUEST, 1)[-1]
            return not is_empty(text, CODEX_INJECTED, CODEX_NOTICES)
        return bool(text.strip())


class Objects:
    """The objects of a repository, as git gives them."""

    def __init__(self, repository):
        self.git = ["git", "-C", str(repository)]
        self.batch = subprocess.Popen([*self.git, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def lines(self, *arguments):
        return subprocess.run([*self.git, *arguments], capture_output=True, check=True).stdout.decode("utf-8", "replace")

    def read(self, name):
        self.batch.stdin.write(name.encode() + b"\n")
        self.batch.stdin.flush()
        header = self.batch.stdout.readline().split()
        if len(header) != 3:
            return None
        data = self.batch.stdout.read(int(header[2]))
        self.batch.stdout.read(1)
        return data

    def tree(self, name):
        for entry in self.lines("ls-tree", "-r", "-z", name).split("\0"):
            head, _, path = entry.partition("\t")
            if path:
                yield path, head.split()[2]


def is_repository(path):
    return (path / ".git").exists() or (path / "HEAD").exists() and (path / "objects").exists()


def count_notes(paths):
    notes = Notes()
    for given in paths:
        if not is_repository(given):
            for path in sorted(p for p in given.rglob("*") if p.suffix in (".note", ".json")) if given.is_dir() else [given]:
                data = path.read_bytes()
                if not data.startswith(b'{"git_oid"'):
                    names = [run for run in re.findall("[0-9a-f]+", path.name) if len(run) in (40, 64)]
                    notes.take(names[-1] if names else None, data)
            continue
        objects, seen = Objects(given), set()
        for row in objects.lines("for-each-ref", "--format=%(objectname) %(refname)").splitlines():
            tip, name = row.split(" ", 1)
            if re.match(r"refs/notes/ai(-|$)", name):
                found = ((path.replace("/", ""), blob) for path, blob in objects.tree(tip))
            elif name.startswith("refs/ai/authorship/"):
                found = [(name.split("/")[-1], tip)]
            else:
                continue
            for commit, blob in found:
                if re.fullmatch("[0-9a-f]{40}([0-9a-f]{24})?", commit) and (commit, blob) not in seen:
                    seen.add((commit, blob))
                    data = objects.read(blob)
                    if data is not None:
                        notes.take(commit, data)
    return notes.counts()


def count_checkpoints(paths):
    facts, transcripts, missing, commits = Facts(), 0, 0, set()
    for given in paths:
        objects, seen = Objects(given), set()
        for row in objects.lines("for-each-ref", "--format=%(objectname) %(refname)").splitlines():
            tip, name = row.split(" ", 1)
            if not (name.endswith("/entire/checkpoints/v1") or name.startswith("refs/entire/checkpoints/")):
                continue
            for path, blob in objects.tree(tip):
                if not re.search(r"(^|/)\d+/full\.jsonl$", path) or blob in seen:
                    continue
                seen.add(blob)
                data = objects.read(blob)
                if data is None:
                    missing += 1
                    continue
                transcripts += 1
                with tempfile.NamedTemporaryFile(suffix=".json" if data.startswith(b"{\n") else ".jsonl") as file:
                    file.write(data)
                    file.flush()
                    facts.join(read(Path(file.name)))
        log = objects.lines("log", "--branches", "--remotes", "--tags", "-z", "--format=%H%n%B")
        for commit in log.split("\0"):
            commits.update((commit[:40], found) for found in re.findall(r"^Entire-Checkpoint: *([0-9A-Za-z]{8,64})\s*$", commit, re.M))
    return {"transcripts": transcripts, "missing": missing, "committed": len(commits), **facts.counts()}


def main():
    arguments = argparse.ArgumentParser(description="Counts sessions, turns, generations, edits and tokens.")
    arguments.add_argument("--total", action="store_true", help="one object for all files together")
    arguments.add_argument("--notes", action="store_true", help="what notes of git-ai say")
    arguments.add_argument("--checkpoints", action="store_true", help="what Entire's checkpoints hold")
    arguments.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR")
    options = arguments.parse_args()
    if options.notes or options.checkpoints:
        print(json.dumps((count_notes if options.notes else count_checkpoints)(options.paths)))
        return
    together, files = Facts(), 0
    for given in options.paths:
        for path in sorted(given.rglob("*.jsonl")) if given.is_dir() else [given]:
            facts = read(path)
            if facts.format and options.total:
                together.join(facts)
                files += 1
            elif not options.total:
                counts = facts.counts() if facts.format else {}
                print(json.dumps({"file": str(path), "format": facts.format, **counts}))
    if options.total:
        print(json.dumps({"files": files, **together.counts()}))


if __name__ == "__main__":
    main()
