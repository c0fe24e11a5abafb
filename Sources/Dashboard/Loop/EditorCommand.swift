import Flows

/// How the user's editor is started at a line.
///
/// `$VISUAL`, else `$EDITOR`, else `vi`: a command with arguments of its own, which the shell splits as it does for git.
/// The file goes to it as an argument, never as a piece of the command.
struct EditorCommand: Equatable {
    let command: String
    let arguments: [String]

    init(environment: [String: String], place: CodePlace) {
        command =
            ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
        arguments = Self.arguments(for: ForegroundCommand.program(of: command), place)
    }

    /// `+42 FILE` is what vi, vim, nvim, nano, emacs, emacsclient, micro, kak, joe, mg and ne take.
    private static func arguments(for program: String, _ place: CodePlace) -> [String] {
        let (path, line) = (place.path, place.line)
        return switch program {
        case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf": ["--goto", "\(path):\(line)"]
        case "hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce": ["\(path):\(line)"]
        case "kate", "mate", "kwrite": ["-l", "\(line)", path]
        case "idea", "pycharm", "goland", "clion", "webstorm", "rubymine", "phpstorm", "xed", "fleet":
            ["--line", "\(line)", path]
        // These know no line.
        case "ed", "open", "xdg-open": [path]
        default: ["+\(line)", path]
        }
    }

    /// Runs it on this terminal to its end.
    ///
    /// - Returns: why it could not be run, as one sentence; `nil` where it ran.
    func run() -> String? {
        ForegroundCommand(command: command, arguments: arguments).run(what: "editor", variable: "EDITOR")
    }
}
