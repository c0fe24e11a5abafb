extension GitCommand {
    /// What `git --version` says; `nil` where no git is found.
    package var version: String? {
        var child = ChildProcess(
            program: program, arguments: ["git", "--version"], environment: environment, limitBytes: 1024,
            timeoutMilliseconds: 5000)
        guard child.run() == .exited(0) else { return nil }
        let words = String(decoding: child.output, as: UTF8.self).split(separator: " ")
        return words.count > 2 ? words[2].filter { $0 != "\n" } : nil
    }
}
