/// What a piece of code is.
///
/// Names are judged by how they look and where they stand (`type`, `function`, `constant`): enough to colour by, not to
/// resolve by.
package enum TokenKind: UInt8, CaseIterable, Sendable {
    case whitespace
    case newline
    /// One line of a comment, its delimiters included.
    case comment
    case keyword
    /// `true`, `None`, `nil`, and names all in capitals.
    case constant
    case identifier
    case type
    /// The name of a function where it is defined or called.
    case function
    /// `@decorator`, the attribute of a tag, the lifetime of a reference, the key of a mapping, the option of a command.
    case attribute
    /// `#if`, `#available`, `#expect`, `#include`, `<?php`.
    case directive
    case number
    /// One line of a string, or of what stands between two of its interpolations; prefix and quotes included.
    case string
    case regex
    /// What opens and closes an interpolation: `${` and `}`, `\(` and `)`.
    case interpolation
    /// The name of an element.
    case tag
    /// Words between tags.
    case text
    case `operator`
    case punctuation
    /// A byte or character that the language has no use for here.
    case unknown

    /// Neither space between tokens nor comment: what is left when formatting is taken away.
    package var isCode: Bool { self.rawValue > TokenKind.comment.rawValue }
}
