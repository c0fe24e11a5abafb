/// What sets a language apart beside its words, strings, comments and operators.
struct Traits: OptionSet, Sendable {
    let rawValue: UInt64

    /// `$` is a letter.
    static let dollarInNames = Traits(rawValue: 1 << 0)
    /// A name may stand in backticks.
    static let backtickedNames = Traits(rawValue: 1 << 1)
    /// `@name` anywhere.
    static let attributes = Traits(rawValue: 1 << 2)
    /// `@name` where nothing stands before it on the line.
    static let decorators = Traits(rawValue: 1 << 3)
    /// `#if`, `#available`, macros.
    static let directives = Traits(rawValue: 1 << 4)
    /// `#field` of a class.
    static let privateNames = Traits(rawValue: 1 << 5)
    /// What stands behind a dot is a name, whatever word it is.
    static let wordsAreMembers = Traits(rawValue: 1 << 6)
    /// A word right before a colon is a label or key.
    static let wordsAreLabels = Traits(rawValue: 1 << 7)
    /// A capital says nothing of a type where a call follows (Go exports by capitals).
    static let capitalsAreCalled = Traits(rawValue: 1 << 8)
    /// `1.` is a number.
    static let trailingDot = Traits(rawValue: 1 << 9)
    /// `.5` is a number.
    static let leadingDot = Traits(rawValue: 1 << 10)
    /// `/…/` where an operand is expected.
    static let regexes = Traits(rawValue: 1 << 11)
    /// A regex does not begin with a blank (Swift), which keeps operators apart.
    static let noBlankBeginsRegex = Traits(rawValue: 1 << 12)
    /// `#/…/#`
    static let regexesInHashes = Traits(rawValue: 1 << 17)
    /// `<a href="">…</a>` where an operand is expected.
    static let markup = Traits(rawValue: 1 << 13)
    /// `<T>(x)` and `<T>x` stand where markup may (TypeScript).
    static let angleBrackets = Traits(rawValue: 1 << 14)
    /// `!` and `?` behind an operand belong to it.
    static let postfixMarks = Traits(rawValue: 1 << 15)
    /// Braces never hold an object (Swift: a closure), and labels may be followed by a name.
    static let bracesHoldStatements = Traits(rawValue: 1 << 16)
    /// Words are words in capitals too, and capitals tell nothing of a name.
    static let caseless = Traits(rawValue: 1 << 18)
    /// `name!(…)` calls.
    static let macroCalls = Traits(rawValue: 1 << 19)
    /// `1'000`
    static let apostrophesInNumbers = Traits(rawValue: 1 << 20)
    /// `#include <a>`, `# define`: `#` and a name, where nothing stands before them on the line.
    static let preprocessor = Traits(rawValue: 1 << 21)
    /// `#[name(…)]`, `#![name]`
    static let bracketedAttributes = Traits(rawValue: 1 << 22)
    /// `$name`, `${…}`, `$(…)` outside of strings as well.
    static let variables = Traits(rawValue: 1 << 23)
    /// `:name`
    static let symbols = Traits(rawValue: 1 << 24)
    /// `@name`, `@@name` are names like others.
    static let namesAtSigns = Traits(rawValue: 1 << 25)
    /// `empty?`, `save!`
    static let markedNames = Traits(rawValue: 1 << 26)
    /// `apt-get`
    static let dashesInNames = Traits(rawValue: 1 << 27)
    /// `-x`, `--name`
    static let options = Traits(rawValue: 1 << 28)
    /// Code stands in `<?php … ?>`, and HTML around it.
    static let templates = Traits(rawValue: 1 << 29)
    /// Keys before colons, `- ` before items, and blocks of text by indentation (YAML).
    static let indentation = Traits(rawValue: 1 << 30)
    /// A statement ends with its line where it can.
    static let linesEndStatements = Traits(rawValue: 1 << 31)
    /// The first word of a statement is the command, the others are only words (shell).
    static let commands = Traits(rawValue: 1 << 32)
    /// Arguments may follow the name of a function without parentheses (Ruby).
    static let callsWithoutParentheses = Traits(rawValue: 1 << 33)
    /// A type before a name declares it: two names in a row are no prose.
    static let typesBeforeNames = Traits(rawValue: 1 << 34)
    /// Words stand beside each other as in prose, which is then told by nothing.
    static let readsLikeProse = Traits(rawValue: 1 << 35)
    /// A dot is a sign like others.
    static let dotsJoinNothing = Traits(rawValue: 1 << 36)
}
