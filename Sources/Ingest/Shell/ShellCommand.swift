/// One simple command of a script: its words and what its streams are tied to.
struct ShellCommand: Equatable {
    var words: [ShellWord] = []
    var redirects: [ShellRedirect] = []
    /// What the command says goes on through a pipe to the next one.
    var pipesOn = false
    /// No command but what stands behind a closing parenthesis: `) > f`.
    var closesGroup = false

    var isEmpty: Bool { words.isEmpty && redirects.isEmpty }
}

struct ShellWord: Equatable {
    /// Without quotes and escapes; expansions as they were written.
    var text: String
    /// Nothing in it is expanded: no variable, substitution, glob or brace outside of quotes.
    var isLiteral: Bool
    /// Some of it is quoted, so that it is no reserved word.
    var isQuoted: Bool
}

struct ShellRedirect: Equatable {
    enum Kind: Equatable {
        case read
        case write(isAppend: Bool)
        /// `&>` and `>&`: what goes to the standard output and to the standard error.
        case writeBoth(isAppend: Bool)
        /// The index of the body among those of the script.
        case hereDocument(Int)
        case hereString
    }

    var kind: Kind
    var descriptor: Int?
    var target: ShellWord
}

/// A script, flat, in the order in which it runs.
enum ShellStep: Equatable {
    case run(ShellCommand)
    case enterSubshell
    case leaveSubshell
    /// `$(…)`, `<(…)`: runs before the command in which it stands.
    case enterSubstitution
    case leaveSubstitution
}
