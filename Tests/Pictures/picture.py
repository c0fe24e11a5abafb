#!/usr/bin/env python3
"""Makes the README's picture: starts the real program, presses keys, and draws the screen that it shows as SVG.

    picture.py PROGRAM OUTPUT.svg [--store FILE | --generations N] [--keys 'jj\\r'] [--columns 120] [--rows 30]

Without a store it shows one of PROGRAM demo --generations N, or, with N = 0, what it shows where no agent has
worked. Keys are pressed one by one, each when the screen has come to rest.
"""
import argparse
import codecs
import os
import re
import subprocess
import tempfile
from html import escape
from pathlib import Path

from pseudo_terminal import PseudoTerminal
from screen import PLAIN, Style

GROUND, INK = (0x16, 0x1b, 0x22), (0xc9, 0xd1, 0xd9)
ANSI = [tuple(bytes.fromhex(color)) for color in (
    "484f58 ff7b72 3fb950 d29922 58a6ff bc8cff 39c5cf b1bac4 "
    "6e7681 ffa198 56d364 e3b341 79c0ff d2a8ff 56d4dd f0f6fc").split()]
CELL, LINE, SIZE = 8.4, 19, 14
MARGIN, BAR = 14, 34  # around the text; the window's bar above it
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
# Words that the font surely has keep together; any other sign keeps its cell whatever font it comes from.
RUN = re.compile(r"[!-~]+(?: [!-~]+)*|─+|[^ -~]")


def color(value, default):
    if value is None or isinstance(value, tuple):
        return value or default
    if value < 16:
        return ANSI[value]
    if value >= 232:
        return (8 + 10 * (value - 232),) * 3
    levels = (0, 95, 135, 175, 215, 255)
    return tuple(levels[(value - 16) // step % 6] for step in (36, 6, 1))


def colors(style):
    ink, ground = color(style.ink, INK), color(style.ground, GROUND)
    if style.reverse:
        ink, ground = ground, ink
    if style.dim:
        ink = tuple(round(part * .6 + other * .4) for part, other in zip(ink, ground))
    return ink, ground


def rgb(value):
    return "#%02x%02x%02x" % value


def number(value):
    return f"{value:.1f}".rstrip("0").rstrip(".")


def spans(row):
    """Neighbours of one style: first column, texts of the cells, style."""
    start = 0
    for column in range(1, len(row) + 1):
        if column == len(row) or row[column][1] != row[start][1]:
            yield start, [text for text, _ in row[start:column]], row[start][1]
            start = column


def draw_run(left, baseline, run, cells, style):
    """One <text> that is as wide as its cells; a rule is a line, so that it has no gaps."""
    ink = rgb(colors(style)[0])
    width = number(cells * CELL)
    if run[0] == "─":
        return f'<path d="M{number(left)} {number(baseline - 4.5)}h{width}" stroke="{ink}"/>'
    marks = ' font-weight="bold"' if style.bold else ""
    marks += ' font-style="italic"' if style.italic else ""
    marks += ' text-decoration="underline"' if style.underline else ""
    return (f'<text x="{number(left)}" y="{number(baseline)}" textLength="{width}" lengthAdjust="spacingAndGlyphs" '
            f'fill="{ink}"{marks}>{escape(run, quote=False)}</text>')


def draw_row(row, top):
    lines = []
    for start, texts, style in spans(row):
        left, ground = MARGIN + start * CELL, colors(style)[1]
        if ground != GROUND:
            lines.append(f'<rect x="{number(left)}" y="{number(top)}" width="{number(len(texts) * CELL)}" '
                         f'height="{LINE}" fill="{rgb(ground)}"/>')
        # Where each character of the text stands: a wide one leaves its second cell empty, a combining one shares a cell.
        places = [column for column, text in enumerate(texts) for _ in text] + [len(texts)]
        for match in RUN.finditer("".join(texts)):
            first, end = places[match.start()], places[match.end()]
            if end > first:
                lines.append(draw_run(left + first * CELL, top + LINE - 5, match[0], end - first, style))
    return lines


def draw(screen, title):
    width = 2 * MARGIN + screen.columns * CELL
    height = BAR + screen.rows * LINE + MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" '
        f'width="{number(width)}" height="{number(height)}" role="img" font-family="{FONT}" font-size="{SIZE}">',
        f"<title>{escape(title)}</title>",
        f'<rect x=".5" y=".5" width="{number(width - 1)}" height="{number(height - 1)}" rx="9" fill="{rgb(GROUND)}" '
        'stroke="#8b949e" stroke-opacity=".5"/>']
    lines += [f'<circle cx="{20 + 20 * place}" cy="17" r="6" fill="{light}"/>'
              for place, light in enumerate(("#ff5f57", "#febc2e", "#28c840"))]
    for number_of_row, row in enumerate(screen.cells):
        lines += draw_row(row, BAR + number_of_row * LINE)
    return "\n".join(lines + ["</svg>\n"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("output", type=Path)
    parser.add_argument("--store")
    parser.add_argument("--generations", type=int, default=2000)
    parser.add_argument("--keys", default="jjjjjlj", help="with \\r, \\t, \\x1b as Python writes them")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=30)
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        store = options.store and str(Path(options.store).resolve())
        if not store and options.generations:
            store = f"{home}/store.sqlite"
            subprocess.run([program, "demo", "--generations", str(options.generations), "--seed", "1", "--output", home],
                           check=True, env=environment, stdout=subprocess.DEVNULL)
        command = [program] + (["--store", store] if store else [])
        with PseudoTerminal(command, environment, options.columns, options.rows, folder=home) as terminal:
            terminal.wait(lambda lines: any(lines[0].split()))
            terminal.settle(0.5)
            for key in codecs.decode(options.keys, "unicode_escape"):
                terminal.send(key)
                terminal.settle(0.3)
            if terminal.screen.unknown:
                parser.exit(1, f"the screen is not known well enough: {sorted(terminal.screen.unknown)}\n")
            title = " ".join(" ".join(terminal.screen.text()[0].split()).split()[:12])
            options.output.write_text(draw(terminal.screen, title), encoding="utf-8")


if __name__ == "__main__":
    main()
