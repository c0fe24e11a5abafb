/// Walks through a script as a shell would and notes what is written.
struct ShellRun {
    private(set) var writes: [ShellWrite] = []
    /// Where the script stands: empty for where it began, `nil` after a `cd` to a place unknown.
    var directory: String? = ""
    /// What came through the pipe, where it is known.
    private var piped: String?
    private var stack: [(directory: String?, piped: String?)] = []
    private var depth = 0

    /// `bash -c` within `bash -c`; what lies deeper is not read.
    private static let largestDepth = 8

    mutating func run(_ script: String) {
        guard depth < Self.largestDepth else { return }
        depth += 1
        let reader = ShellReader(script)
        for step in reader.steps {
            switch step {
            case .run(let command): run(command, bodies: reader.bodies)
            case .enterSubshell, .enterSubstitution:
                stack.append((directory, piped))
                if step == .enterSubstitution { piped = nil }
            case .leaveSubshell:
                directory = stack.popLast()?.directory ?? directory
                piped = nil
            case .leaveSubstitution:
                if let outer = stack.popLast() { (directory, piped) = outer }
            }
        }
        depth -= 1
    }

    /// Runs a script in a shell of its own: its `cd` ends with it.
    mutating func runApart(_ script: String) {
        let outer = (directory, piped, stack)
        piped = nil
        stack = []
        run(script)
        (directory, piped, stack) = outer
    }

    private mutating func run(_ command: ShellCommand, bodies: [String]) {
        let call = ShellCall(words: command.words, input: input(of: command, bodies))
        let output = command.closesGroup && command.words.isEmpty ? nil : run(call)
        let name = command.words.isEmpty || Self.groupEnds.contains(call.name) ? "shell" : call.name
        let isRedirected = redirect(output, of: command, by: name)
        piped = command.pipesOn && !isRedirected ? output : nil
    }

    private static let groupEnds: Set<String> = ["}", "done", "fi", "esac"]

    private func input(of command: ShellCommand, _ bodies: [String]) -> String? {
        var input = piped
        for redirect in command.redirects where redirect.descriptor ?? 0 == 0 {
            switch redirect.kind {
            case .hereDocument(let index): input = bodies.indices.contains(index) ? bodies[index] : nil
            case .hereString: input = redirect.target.isLiteral ? redirect.target.text + "\n" : nil
            case .read: input = redirect.target.text == "/dev/null" ? "" : nil
            case .write, .writeBoth: break
            }
        }
        return input
    }

    /// - Returns: Whether the standard output goes to a file.
    private mutating func redirect(_ output: String?, of command: ShellCommand, by name: String) -> Bool {
        var files: [(target: ShellWord, isAppend: Bool)] = []
        for redirect in command.redirects {
            switch redirect.kind {
            case .write(let isAppend) where redirect.descriptor ?? 1 == 1: files.append((redirect.target, isAppend))
            case .writeBoth(let isAppend): files.append((redirect.target, isAppend))
            case .write: touch(redirect.target, by: name)
            case .read, .hereDocument, .hereString: break
            }
        }
        for (index, file) in files.enumerated() {
            // Of several the last one gets the output; those before are only emptied.
            write(index == files.count - 1 ? output : output.map { _ in "" }, file.target, file.isAppend, by: name)
        }
        return !files.isEmpty
    }

    mutating func write(_ text: String?, _ target: ShellWord, _ isAppend: Bool, by name: String) {
        guard let text else { return touch(target, by: name) }
        guard let path = path(target) else { return }
        writes.append(ShellWrite(path: path, kind: .content(text, isAppend: isAppend)))
    }

    mutating func touch(_ target: ShellWord, by name: String) {
        guard target.isLiteral else { return }
        touch(target.text, by: name)
    }

    mutating func touch(_ target: String, by name: String) {
        guard !ShellPath.isFolder(target), let path = ShellPath.join(directory, target) else { return }
        writes.append(ShellWrite(path: path, kind: .touches(by: name)))
    }

    mutating func apply(_ patch: ApplyPatch) {
        var patch = patch
        for index in patch.files.indices {
            let file = patch.files[index]
            patch.files[index].path = ShellPath.join(directory, file.path) ?? file.path
            patch.files[index].movedTo = file.movedTo.map { ShellPath.join(directory, $0) ?? $0 }
        }
        guard let first = patch.files.first else { return }
        writes.append(ShellWrite(path: first.path, kind: .patch(patch)))
    }

    private func path(_ word: ShellWord) -> String? {
        word.isLiteral ? ShellPath.join(directory, word.text) : nil
    }
}
