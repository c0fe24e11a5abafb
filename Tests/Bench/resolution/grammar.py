"""Made-up code from a grammar: real-looking names, comments, texts and control flow, the same for the same seed.

A rule is a list of (weight, template). In a template $name stands for another rule or for a name, text or number; tabs
indent; a line that is $block alone becomes some statements.
"""
import re

from .words import ADJECTIVES, NOUNS, VERBS, camel, pascal, sentence, snake

PLACE = re.compile(r"\$(\w+)")
DEEPEST_BLOCK, DEEPEST_EXPRESSION = 2, 3
RESERVED = set("""import for switch package type default case range field return break continue class def in is not and or if else while
new delete export enum interface public private static function var let const map select go defer chan func self this
from with as pass lambda global yield error""".split())


class Grammar:
    """What a language brings: its rules, how it writes names, and what it indents with."""

    def __init__(self, name, suffix, indent, rules, snake_case=False, comment="//"):
        self.name, self.suffix, self.indent, self.rules = name, suffix, indent, rules
        self.snake_case, self.comment = snake_case, comment


class Domain:
    """What one project is about: the few words that most of its names are made of."""

    def __init__(self, chance):
        self.nouns, self.verbs = chance.sample(NOUNS, 36), chance.sample(VERBS, 16)
        self.adjectives = chance.sample(ADJECTIVES, 12)


class Coder:
    def __init__(self, grammar, chance, domain=None):
        self.grammar, self.chance, self.domain = grammar, chance, domain or Domain(chance)
        self.scope, self.coming, self.blocks, self.expressions = [], [], 0, 0

    # What is asked for

    def file(self, units=None):
        """Lines of a whole file."""
        lines = self.rule("head")
        for _ in range(units or self.chance.randint(3, 7)):
            lines += [""] + ([""] if self.grammar.snake_case else []) + self.unit()
        return lines

    def unit(self, least=6):
        """A function or type with at least so many lines, mostly."""
        for _ in range(6):
            lines = self.rule("unit")
            if len(lines) >= least:
                break
        return lines

    def function(self, least=9, most=45):
        for _ in range(20):
            lines = self.rule("function")
            if least <= len(lines) <= most:
                break
        return lines

    def statements(self, count, names=()):
        """Lines of some statements, not indented, that may use these names."""
        self.scope = list(names) or [self._name("variable")]
        return self._indented([line for _ in range(count) for line in self._expand("statement")])

    def expression(self, names=()):
        self.scope = list(names) or self.scope or [self._name("variable")]
        return " ".join(self._expand("expr"))

    def variable(self):
        return self._name("variable")

    def path(self):
        folder = self.chance.choice(["src", "lib", "internal", "pkg", "app", "core", "services"])
        words = self._words(1, 2)
        name = snake(words) if self.grammar.name != "typescript" else camel(words)
        return f"{folder}/{self._noun()}/{name}_{self.chance.choice(NOUNS)}{self.grammar.suffix}"

    def remark(self):
        return f"{self.grammar.comment} {sentence(self.chance).capitalize()}."

    # How it is made

    def rule(self, name):
        self.scope, self.coming, self.blocks, self.expressions = [], [], 0, 0
        return self._indented(self._expand(name))

    def _indented(self, lines):
        return [self.grammar.indent * (len(line) - len(line.lstrip("\t"))) + line.lstrip("\t") for line in lines]

    def _expand(self, name):
        """Lines, indented with tabs."""
        rules = self.grammar.rules[name]
        template = self.chance.choices([text for _, text in rules], [weight for weight, _ in rules])[0]
        lines = []
        for line in template.split("\n"):
            depth = len(line) - len(line.lstrip("\t"))
            if line.strip() == "$block":
                made = self._block()
            else:
                made = self._filled(line.strip("\t"))
            lines += ["\t" * depth + each for each in made]
        return lines

    def _filled(self, text):
        """One template line with what it asks for; what has several lines goes on where it stands."""
        done = [""]
        last = 0
        for place in PLACE.finditer(text):
            done[-1] += text[last:place.start()]
            made = self._made(place[1])
            done[-1] += made[0]
            done += made[1:]
            last = place.end()
        done[-1] += text[last:]
        self.scope, self.coming = self.scope + self.coming, []  # what a line makes, the next ones know
        return done

    def _block(self):
        if self.blocks >= DEEPEST_BLOCK:
            return self._expand("simple")
        scope, self.blocks = list(self.scope), self.blocks + 1
        lines = []
        for _ in range(self.chance.choices([1, 2, 3, 4, 5], [5, 6, 3, 1, 1])[0]):
            lines += self._expand("statement" if self.chance.random() < .7 else "simple")
        self.scope, self.blocks = scope, self.blocks - 1
        return lines

    def _made(self, what):
        if what == "expr":
            self.expressions += 1
            made = self._expand("expr" if self.expressions < DEEPEST_EXPRESSION else "atom")
            self.expressions -= 1
            return made
        if what == "new":
            name = self._name("variable")
            self.coming.append(name)
            return [name]
        if what == "var":
            return [self.chance.choice(self.scope[-5:])] if self.scope else [self._name("variable")]
        if what in ("field", "variable", "func", "method", "type", "constant"):
            return [self._name(what)]
        if what == "text":
            return [self._text()]
        if what == "words":
            return [sentence(self.chance)]
        if what == "Words":
            return [sentence(self.chance).capitalize() + "."]
        if what == "module":
            return [self._name("variable").replace("_", "")]
        if what == "number":
            return [str(self.chance.choice([0, 1, 1, 2, 3, 4, 5, 8, 10, 12, 16, 24, 30, 32, 60, 64, 100, 128, 256, 365, 500,
                                            1000, 1024, 4096, self.chance.randint(2, 99), self.chance.randint(100, 9999)]))]
        if what == "fraction":
            return [f"{self.chance.choice([0, 0, 1, 2])}.{self.chance.randint(1, 99)}"]
        return self._expand(what)

    def _noun(self):
        return self.chance.choice(self.domain.nouns if self.chance.random() < .8 else NOUNS)

    def _words(self, least, most):
        words = [self._noun()]
        if least + self.chance.random() * (most - least + 1) >= 2:
            adjectives = self.domain.adjectives if self.chance.random() < .8 else ADJECTIVES
            words.insert(0, self.chance.choice(adjectives) if self.chance.random() < .6 else self._noun())
        return words

    def _name(self, what):
        style = snake if self.grammar.snake_case else camel
        if what in ("variable", "field"):
            name = style(self._words(1, 2)) + ("s" if self.chance.random() < .25 else "")
            return name + style(["of", "value"])[2:] if name in RESERVED else name
        if what in ("func", "method"):
            verbs = self.domain.verbs if self.chance.random() < .8 else VERBS
            name = style([self.chance.choice(verbs)] + self._words(1, 2))
            return name[0].upper() + name[1:] if self.grammar.name == "go" and what == "method" else name
        if what == "type":
            return pascal(self._words(2, 2))
        return snake(self._words(2, 2)).upper() if self.grammar.name != "go" else camel(["max"] + self._words(1, 2))

    def _text(self):
        kind = self.chance.random()
        if kind < .35:
            text = sentence(self.chance, 2, 7)
        elif kind < .7:
            text = self.chance.choice("-_.:/ ").join(self._words(1, 2))
        else:
            text = self.chance.choice(NOUNS)
        return f'"{text}"'
