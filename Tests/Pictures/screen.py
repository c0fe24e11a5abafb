"""A model of a terminal's screen: what ncurses sends for TERM=xterm-256color, and what stands there then."""
import codecs
import re
import unicodedata
from typing import NamedTuple

SEQUENCE = re.compile(
    r"\x1b\[([?>=!]?)([0-9;:]*)[ -/]*([@-~])"  # CSI
    r"|\x1b\].*?(?:\x07|\x1b\\)"               # OSC: titles, clipboard
    r"|\x1b[P_^X].*?\x1b\\"                    # other strings
    r"|\x1b([()*+])(.)|\x1b([^\[\]P_^X()*+])"  # character sets and short ones
    r"|([\x00-\x1a\x1c-\x1f\x7f])|([^\x00-\x1f\x7f]+)", re.DOTALL)
LINES = dict(zip("qlkmjtuwvxna~", "─┌┐└┘├┤┬┴│┼▒·"))


class Style(NamedTuple):
    """Colours are None for the terminal's own, a number of the 256, or (red, green, blue)."""
    ink: object = None
    ground: object = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


FLAGS = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}
PLAIN = Style()
BLANK = (" ", PLAIN)


def width(letter):
    if letter < "\x7f":
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Screen:
    """Cells are pairs of text and Style; the text of a wide character's second cell is empty."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest = ""
        self.unknown = set()
        self.reset()

    def reset(self):
        self.cells = [self.blank_row(PLAIN) for _ in range(self.rows)]
        self.row = self.column = 0
        self.saved = 0, 0
        self.top, self.bottom = 0, self.rows - 1
        self.style, self.draws_lines, self.last = PLAIN, False, " "

    def blank_row(self, style=None):
        return [(" ", Style(ground=(style or self.style).ground))] * self.columns

    def text(self):
        return ["".join(letter for letter, _ in row) for row in self.cells]

    def feed(self, data):
        text = self.rest + self.decoder.decode(data)
        place = 0
        while place < len(text):
            match = SEQUENCE.match(text, place)
            if not match:  # the rest of it is still under way
                break
            place = match.end()
            mark, numbers, order, charset, which, short, control, letters = match.groups()
            if letters:
                self.put(letters)
            elif order:
                self.obey(mark, numbers, order)
            elif control:
                self.control(control)
            elif charset == "(":
                self.draws_lines = which == "0"
            elif short:
                self.short(short)
        self.rest = text[place:]

    def put(self, letters):
        for letter in letters:
            if self.draws_lines:
                letter = LINES.get(letter, letter)
            wide = width(letter)
            row = self.cells[self.row]
            if wide == 0:
                before = max(self.column - 1, 0)
                before -= row[before][0] == "" and before > 0
                row[before] = (row[before][0] + letter, row[before][1])
                continue
            if self.column + wide > self.columns:
                self.column = 0
                self.line_feed()
                row = self.cells[self.row]
            row[self.column] = (letter, self.style)
            if wide == 2:
                row[self.column + 1] = ("", self.style)
            self.column += wide
            self.last = letter

    def control(self, control):
        if control == "\r":
            self.column = 0
        elif control == "\n":
            self.line_feed()
        elif control == "\b":
            self.column = max(min(self.column, self.columns) - 1, 0)
        elif control == "\t":
            self.column = min((self.column // 8 + 1) * 8, self.columns - 1)

    def short(self, short):
        if short == "7":
            self.saved = self.row, self.column
        elif short == "8":
            self.row, self.column = self.saved
        elif short == "M":
            if self.row == self.top:
                self.scroll(self.top, -1)
            else:
                self.row = max(self.row - 1, 0)
        elif short in "DE":
            self.column = 0 if short == "E" else self.column
            self.line_feed()
        elif short == "c":
            self.reset()
        elif short not in "=>":
            self.unknown.add("ESC " + short)

    def line_feed(self):
        if self.row == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.row = min(self.row + 1, self.rows - 1)

    def scroll(self, top, by):
        """Moves the lines from top to the end of the region up, or down where it is negative."""
        region = self.cells[top:self.bottom + 1]
        by = max(-len(region), min(by, len(region)))
        fresh = [self.blank_row() for _ in range(abs(by))]
        self.cells[top:self.bottom + 1] = region[by:] + fresh if by > 0 else fresh + region[:len(region) + by]

    def obey(self, mark, numbers, order):
        if mark and order in "hl":
            if order == "h" and "1049" in numbers.split(";"):
                self.reset()
            return
        given = [int(number) if number.isdigit() else 0 for number in re.split("[;:]", numbers)]
        if order == "m" and not mark:
            return self.set_style(given)
        if mark or order in "hlcnqt":
            return None
        count = max(given[0], 1)
        row = self.cells[self.row]
        column = min(self.column, self.columns - 1)
        if order in "ABCDEF":
            lines = {"A": -count, "B": count, "E": count, "F": -count}.get(order, 0)
            self.row = min(max(self.row + lines, 0), self.rows - 1)
            self.column = 0 if order in "EF" else column + {"C": count, "D": -count}.get(order, 0)
        elif order in "Hf":
            self.row = min(count, self.rows) - 1
            self.column = max(given[1] if len(given) > 1 else 1, 1) - 1
        elif order in "G`":
            self.column = count - 1
        elif order == "d":
            self.row = min(count, self.rows) - 1
        elif order == "J":
            spans = {0: range(self.row + 1, self.rows), 1: range(self.row), 2: range(self.rows)}
            for line in spans.get(given[0], range(self.rows)):
                self.cells[line] = self.blank_row()
            if given[0] < 2:
                self.obey("", numbers, "K")
        elif order == "K":
            first, end = {0: (column, self.columns), 1: (0, column + 1)}.get(given[0], (0, self.columns))
            row[first:end] = self.blank_row()[first:end]
        elif order == "X":
            end = min(column + count, self.columns)
            row[column:end] = self.blank_row()[column:end]
        elif order == "P":
            self.cells[self.row] = (row[:column] + row[column + count:] + self.blank_row())[:self.columns]
        elif order == "@":
            self.cells[self.row] = (row[:column] + self.blank_row()[:count] + row[column:])[:self.columns]
        elif order == "b":
            self.put(self.last * count)
        elif order in "LM":
            self.scroll(self.row, count if order == "M" else -count)
        elif order in "ST":
            self.scroll(self.top, count if order == "S" else -count)
        elif order == "r":
            self.top = count - 1
            self.bottom = (given[1] if len(given) > 1 and given[1] else self.rows) - 1
            self.row = self.column = 0
        elif order == "Z":
            self.column = max((column - 1) // 8 * 8, 0)
        else:
            self.unknown.add("CSI " + order)
        self.column = min(max(self.column, 0), self.columns)
        return None

    def set_style(self, given):
        style, numbers = self.style, iter(given)
        for number in numbers:
            if number == 0:
                style = PLAIN
            elif number in FLAGS:
                style = style._replace(**{FLAGS[number]: True})
            elif number == 22:
                style = style._replace(bold=False, dim=False)
            elif number - 20 in FLAGS:
                style = style._replace(**{FLAGS[number - 20]: False})
            elif number in (38, 48):
                kind = next(numbers, 0)
                color = next(numbers, 0) if kind == 5 else tuple(next(numbers, 0) for _ in range(3))
                style = style._replace(**{"ink" if number == 38 else "ground": color})
            elif 30 <= number % 60 <= 37 and number < 98 or number == 39:
                style = style._replace(ink=None if number == 39 else number - 30 if number < 40 else number - 82)
            elif 40 <= number <= 49:
                style = style._replace(ground=None if number == 49 else number - 40)
            elif 100 <= number <= 107:
                style = style._replace(ground=number - 92)
        self.style = style
