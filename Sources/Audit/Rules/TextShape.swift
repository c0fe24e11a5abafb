/// What the text of a literal reads like.
enum TextShape: String, Sendable, CaseIterable {
    /// A statement: `SELECT … FROM`, `INSERT INTO`.
    case sql
    /// A program and its arguments: `git clone `.
    case command
    /// A tag.
    case html
    /// `http://…`
    case url
    /// An address whose host is fixed, or a path on the same one: `https://a.b/…`, `/a`.
    case fixedHost = "fixed-host"
    /// A format string with a `%s`.
    case percentS = "percent-s"
    /// Octal permissions that let others write, or all do all.
    case wideMode = "wide-mode"
    /// An absolute path below a folder that everybody may write.
    case temporary
    /// A regular expression that takes exponential time.
    case slowRegex = "slow-regex"
    /// A regular expression that is not held to the begin and end.
    case looseRegex = "loose-regex"
    /// A password, key or token.
    case secret

    static let sqlVerbs = [
        "select", "insert", "update", "delete", "replace", "merge", "create", "drop", "alter", "exec", "call",
        "truncate", "grant", "with",
    ]
}
