"""Python for grammar.py."""
from .grammar import Grammar

PYTHON = Grammar("python", ".py", "    ", {
    "head": [
        (2, '"""$Words"""\n$library\nimport logging\n$library\nfrom dataclasses import dataclass, field\n$library\n\n'
            "from $module.$module import $type, $type\n\nlogger = logging.getLogger(__name__)\n\n$constant = $number\n"
            "$constant = $text"),
        (2, '"""$Words\n\n$Words\n$Words\n"""\nfrom __future__ import annotations\n\n$library\n$library\n'
            "$library\nfrom typing import $typing\n\nfrom . import $module\n"
            "from .$module import $func, $type\n\n$constant = ($text, $text, $text)\n$constant = $fraction"),
        (1, "$library\n$library\nimport os\n$library\n\nimport $module\nfrom $module.$module import $func as $func"
            "\n\n$constant = {\n\t$text: $number,\n\t$text: $number,\n\t$text: $number,\n}"),
    ],
    "library": [(2, f"import {name}") for name in ("json", "re", "asyncio", "datetime", "itertools", "sys", "time", "math", "shutil")]
    + [(1, f"from {name}") for name in (
        "collections import defaultdict", "collections import Counter, deque", "contextlib import contextmanager",
        "functools import lru_cache, partial", "pathlib import Path", "enum import Enum", "datetime import datetime, timedelta")],
    "typing": [(1, "Any"), (1, "Any, Iterable, Optional"), (1, "Callable, Dict, List"), (1, "Optional"), (1, "TYPE_CHECKING, Union")],
    "unit": [
        (5, "$function"),
        (2, 'class $type:\n\t"""$Words"""\n\n\tdef __init__(self, $new, $new=$atom):\n\t\tself.$field = $var\n\t\tself.$field = $var\n'
            "\t\tself.$field = $empty\n\n\tdef $method(self, $new):\n\t\t$block\n\t\treturn $expr\n\n"
            "\t@property\n\tdef $field(self):\n\t\treturn self.$field$tail\n\n\tdef $method(self):\n\t\t$block"),
        (1, '@dataclass\nclass $type($type):\n\t"""$Words"""\n\n\t$field: $hint\n\t$field: $hint\n\t$field: $hint = $atom\n'
            "\t$field: list[$hint] = field(default_factory=list)\n\n\tdef $method(self, $new: $hint) -> $hint:\n\t\t$block\n"
            "\t\treturn $expr"),
    ],
    "function": [
        (4, 'def $func($new, $new):\n\t"""$Words"""\n\t$block\n\t$block\n\treturn $expr'),
        (3, 'def $func($new: $hint, $new: $hint = $atom) -> $hint:\n\t$block\n\t$block\n\t$block\n\treturn $expr'),
        (2, 'async def $func($new, *, $new=$atom, $new=None):\n\t"""$Words\n\n\t$Words\n\t"""\n\t$block\n\t$block\n\treturn $var'),
        (2, "def $func(self, $new, $new):\n\tif $cond:\n\t\traise $error($text)\n\t$block\n\t$block\n\treturn $expr"),
        (1, "def test_$func($new):\n\t$new = $type($args)\n\t$block\n\t$new = $var.$method($args)\n\tassert $expr == $expr\n"
            "\tassert $cond\n\tassert len($var.$field) == $number"),
        (1, "def $func($new):\n\tfor $new in $expr:\n\t\t$block\n\t\tyield $expr\n\t$block"),
    ],
    "statement": [
        (6, "$simple"),
        (3, "if $cond:\n\t$block"),
        (2, "if $cond:\n\t$block\nelse:\n\t$block"),
        (1, "if $cond:\n\t$block\nelif $cond:\n\t$block\nelse:\n\t$block"),
        (2, "for $new in $expr:\n\t$block"),
        (1, "for $new, $new in $var.items():\n\t$block"),
        (1, "for $new, $new in enumerate($expr, start=$number):\n\tif $cond:\n\t\tcontinue\n\t$block"),
        (1, "while $cond:\n\t$block"),
        (2, "try:\n\t$block\nexcept $error as error:\n\t$failure"),
        (1, "try:\n\t$new = $call\nexcept ($error, $error):\n\t$failure\nfinally:\n\t$block"),
        (1, "with open($expr) as $new:\n\t$block"),
        (1, "with self.$field.$method($args) as $new:\n\t$block"),
        (1, "# $Words\n$simple"),
        (1, "$new = {\n\t$text: $expr,\n\t$text: $expr,\n\t$text: $expr,\n}"),
        (1, "$new = $func(\n\t$expr,\n\t$field=$expr,\n\t$field=$atom,\n)"),
    ],
    "simple": [
        (6, "$new = $expr"),
        (3, "$new = $call"),
        (2, "$call"),
        (2, "self.$field = $expr"),
        (2, "$var.append($expr)"),
        (1, "$var[$expr] = $expr"),
        (1, "$var += $atom"),
        (2, "$new = [$field.$field for $field in $expr if $field.$field$compare$atom]"),
        (1, "$new = {$field.$field: $field for $field in $var}"),
        (1, "$new = sorted($expr, key=lambda $field: ($field.$field, $field.$field))"),
        (1, "logger.$level($text, $var)"),
        (1, "$new, $new = $call"),
        (1, "if not $var:\n\treturn $atom"),
        (1, 'print(f"$words: {$var.$field} of {$var}")'),
        (1, "$new = await self.$field.$method($args)"),
        (1, "$new = await $func($args)"),
        (1, "assert $cond, $text"),
        (1, "$new = $expr if $cond else $atom"),
        (1, "$new = $text.join($func($field) for $field in $expr)  # $words"),
    ],
    "failure": [
        (2, "raise $error($text) from error"), (2, "logger.$level($text, $var, exc_info=True)\nreturn None"),
        (1, "self.$field += 1\ncontinue"), (1, "$new = $atom"), (1, "pass"),
    ],
    "expr": [
        (3, "$atom"), (2, "$call"), (2, "$expr $operator $expr"), (2, "$var.$field"), (1, "$var[$expr]"),
        (1, "$var.get($text, $atom)"), (1, "len($expr)"), (1, "($expr, $expr)"), (1, "[$expr, $expr]"),
        (1, "$var[$number:$number]"), (1, 'f"$words {$var}"'), (1, "isinstance($var, $type)"), (1, "$func($args)$tail"),
        (1, "dict($field=$expr, $field=$expr)"), (1, "min($expr, $expr)"), (1, "$var or $expr"),
    ],
    "atom": [(5, "$var"), (2, "$number"), (2, "$text"), (1, "$constant"), (1, "None"), (1, "self.$field"), (1, "$fraction"),
             (1, "True"), (1, "$empty")],
    "call": [(3, "$var.$method($args)"), (3, "$func($args)"), (1, "self.$method($args)"), (1, "$module.$func($args)"),
             (1, "self.$field.$method($args)"), (1, "$type($args)")],
    "args": [(2, ""), (4, "$expr"), (3, "$expr, $expr"), (2, "$expr, $field=$expr"), (1, "$expr, $expr, $field=$atom")],
    "cond": [(3, "$expr$compare$expr"), (1, "not $var.$field"), (1, "$var is None"), (1, "$expr in $var"),
             (1, "$var.$field and $expr$compare$atom"), (1, "$call"), (1, "len($var)$compare$number")],
    "compare": [(3, " == "), (2, " != "), (2, " > "), (2, " < "), (1, " >= "), (1, " <= ")],
    "operator": [(3, "+"), (2, "-"), (2, "*"), (1, "/"), (1, "%"), (1, "//"), (1, "and"), (1, "or")],
    "tail": [(2, ""), (1, ".$method($args)"), (1, ".$field"), (1, "[$number]"), (1, ".strip()")],
    "hint": [(3, "str"), (2, "int"), (1, "float"), (1, "bool"), (2, "$type"), (1, "dict[str, $type]"), (1, "list[$type]"),
             (1, "Optional[$type]"), (1, "Any")],
    "empty": [(1, "[]"), (1, "{}"), (1, "set()"), (1, "0"), (1, '""')],
    "error": [(2, "ValueError"), (1, "KeyError"), (1, "OSError"), (1, "RuntimeError"), (1, "TimeoutError"), (2, "$type")],
    "level": [(2, "info"), (2, "debug"), (2, "warning"), (1, "error")],
}, snake_case=True, comment="#")
