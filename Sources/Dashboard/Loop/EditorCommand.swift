import Flows

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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
        arguments = Self.arguments(for: Self.program(of: command), place)
    }

    /// `code` of `/usr/bin/code --wait`
    private static func program(of command: String) -> String {
        let word = command.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? command
        return word.split(separator: "/").last.map(String.init) ?? word
    }

    private static func arguments(for program: String, _ place: CodePlace) -> [String] {
        switch program {
        case "code", "code-insiders", "codium", "cursor", "windsurf": ["--goto", "\(place.path):\(place.line)"]
        case "hx", "helix", "subl", "zed", "zeditor": ["\(place.path):\(place.line)"]
        default: ["+\(place.line)", place.path]
        }
    }

    /// Runs it on this terminal to its end.
    ///
    /// - Returns: why it could not be run, as one sentence; `nil` where it ran.
    func run() -> String? {
        let words = ["sh", "-c", "\(command) \"$@\"", command] + arguments
        let pointers = words.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, "/bin/sh", nil, nil, pointers, environ)
        guard failure == 0 else { return "'\(command)' could not be started: \(String(cString: strerror(failure)))." }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR { continue }
        // 127 is what a shell says of a command that is not there.
        guard status & 0x7F == 0, status >> 8 & 0xFF == 127 else { return nil }
        return "There is no editor '\(Self.program(of: command))' here: set EDITOR to the one you use."
    }
}
