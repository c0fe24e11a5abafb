#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A command of the user's, run by the shell on this terminal to its end.
struct ForegroundCommand: Equatable {
    /// As a person writes it; the shell splits it.
    var command: String
    /// Each reaches the command as it is, never as a piece of it.
    var arguments: [String] = []

    /// `code` of `/usr/bin/code --wait`, or of `"/Applications/Visual Studio Code.app/…/code" --wait`
    static func program(of command: String) -> String {
        var word = ""
        var quote: Character?
        for character in command.drop(while: \.isWhitespace) {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            } else if quote == nil, character.isWhitespace {
                break
            } else {
                word.append(character)
            }
        }
        return word.split(separator: "/").last.map(String.init) ?? word
    }

    /// - Parameter input: a descriptor that it reads as its standard input.
    /// - Returns: why it could not be run, as one sentence; `nil` where it ran.
    func run(input: Int32? = nil, what: String, variable: String) -> String? {
        let words = ["sh", "-c", arguments.isEmpty ? command : "\(command) \"$@\"", command] + arguments
        let pointers = words.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        var child: pid_t = 0
        let failure = posix_spawn(&child, "/bin/sh", &actions, nil, pointers, environ)
        guard failure == 0 else { return "'\(command)' could not be started: \(String(cString: strerror(failure)))." }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR { continue }
        // 127 is what a shell says of a command that is not there.
        guard status & 0x7F == 0, status >> 8 & 0xFF == 127 else { return nil }
        return "There is no \(what) '\(Self.program(of: command))' here: set \(variable) to the one you use."
    }
}
