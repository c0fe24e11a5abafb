#!/usr/bin/env python3
"""Writes Sources/Text/Width/WidthTable.swift. Needs `pip install wcwidth`; run it at the top of the repository:

    python3 Tests/Tables/make-width-table.py > Sources/Text/Width/WidthTable.swift

Widths are wcwidth's, with two differences, both as terminals draw them: spacing marks (Mc) take a column, and a regional
indicator alone takes one (two of them, a flag, take two: DisplayWidth counts that).
"""
import wcwidth
from wcwidth.table_mc import CATEGORY_MC
from wcwidth.table_vs16 import VS16_NARROW_TO_WIDE

version = wcwidth.list_versions()[-1]
spacing = {c for low, high in list(CATEGORY_MC.values())[-1] for c in range(low, high + 1)}


def width(c):
    if c in spacing or 0x1F1E6 <= c <= 0x1F1FF:
        return 1
    return max(wcwidth.wcwidth(chr(c)), 0)


def rows(words):
    line = "       "
    for word in words:
        if len(line) + len(word) + 2 > 120:
            yield line
            line = "       "
        line += " " + word + ","
    yield line


changes, last = [], None
for c in range(0x110000):
    if width(c) != last:
        last = width(c)
        changes.append(f"0x{c << 2 | last:X}")

ranges = []
for low, high in list(VS16_NARROW_TO_WIDE.values())[-1]:
    ranges += [f"0x{low:X}", f"0x{high:X}"]

print(f"""\
// Made by Tests/Tables/make-width-table.py from Unicode {version}; do not edit.

enum WidthTable {{
    /// Where the width changes, in order: the first scalar of a run times four, plus the columns of each in it.
    static let changes: [UInt32] = [""")
print("\n".join(rows(changes)))
print("""\
    ]

    /// Narrow symbols that U+FE0F turns into emoji of two columns: first and last scalar of each run.
    static let emojiBases: [UInt32] = [""")
print("\n".join(rows(ranges)))
print("    ]\n}")
