extension ShellRun {
    /// Notes the files that a program writes in a way the command does not tell.
    mutating func touchFiles(_ call: ShellCall) {
        switch call.name {
        case "sed", "gsed": touchEdited(call, scriptOptions: "ef", others: "l")
        case "perl", "ruby": touchEdited(call, scriptOptions: "eE", others: "FIMmCr")
        case "mv", "cp", "install", "ln": touchCopies(call)
        case "patch": touchPatched(call)
        case "git": touchByGit(call)
        case "dd":
            for word in call.arguments where word.isLiteral && word.text.hasPrefix("of=") {
                touch(String(word.text.dropFirst(3)), by: "dd")
            }
        case "curl": touchOption(["-o", "--output"], of: call)
        case "wget": touchOption(["-O", "--output-document"], of: call)
        case "sort": touchOption(["-o", "--output"], of: call)
        default:
            for file in RewritingProgram.all[call.name]?.files(of: call) ?? [] { touch(file, by: call.name) }
        }
    }

    private mutating func touchOption(_ names: Set<String>, of call: ShellCall) {
        for (option, value) in zip(call.arguments, call.arguments.dropFirst()) where names.contains(option.text) {
            touch(value, by: call.name)
        }
    }

    /// `sed -i`, `perl -pi -e`: options stand in clusters, and without `-e` the first operand is the script.
    private mutating func touchEdited(_ call: ShellCall, scriptOptions: String, others: String) {
        var rest = call.arguments
        var isInPlace = false
        var hasScript = false
        var files: [ShellWord] = []
        while let word = rest.popFirst() {
            let text = word.text
            if text == "--" {
                files += rest
                break
            }
            if !text.hasPrefix("-") || text == "-" {
                files.append(word)
            } else if text.hasPrefix("--") {
                if text.hasPrefix("--in-place") { isInPlace = true }
                if ["--expression", "--file"].contains(text) { rest = rest.dropFirst() }
                if text.hasPrefix("--expression") || text.hasPrefix("--file") { hasScript = true }
            } else {
                cluster: for (index, letter) in text.utf8.dropFirst().enumerated() {
                    let isLast = index == text.utf8.count - 2
                    if letter == UInt8(ascii: "i") {
                        isInPlace = true
                        // BSD's sed wants a suffix, if only an empty one: `sed -i '' …`.
                        if isLast, rest.first?.text.isEmpty == true { rest = rest.dropFirst() }
                        break cluster
                    }
                    if scriptOptions.utf8.contains(letter) {
                        hasScript = true
                        if isLast { rest = rest.dropFirst() }
                        break cluster
                    }
                    if others.utf8.contains(letter) { break cluster }
                }
            }
        }
        guard isInPlace else { return }
        for file in files.dropFirst(hasScript ? 0 : 1) { touch(file, by: call.name) }
    }

    private mutating func touchCopies(_ call: ShellCall) {
        let targets: Set<String> = ["-t", "--target-directory"]
        var operands = call.operands(values: targets.union(["-S", "--suffix", "-m", "-o", "-g"]))
        if call.name == "install", call.has(["-d", "--directory"]) { return }
        let folder = zip(call.arguments, call.arguments.dropFirst()).first { targets.contains($0.0.text) }?.1
        guard let target = folder ?? operands.popLast(), target.isLiteral, !operands.isEmpty else { return }
        guard folder != nil || operands.count > 1 || ShellPath.isFolder(target.text) else {
            return touch(target, by: call.name)
        }
        for source in operands where source.isLiteral {
            touch("\(target.text)/\(ShellPath.last(of: source.text))", by: call.name)
        }
    }

    private mutating func touchPatched(_ call: ShellCall) {
        if call.has(["--dry-run"]) { return }
        let operands = call.operands(values: ["-i", "--input", "-d", "--directory", "-o", "-r"])
        if let file = operands.first {
            touch(file, by: "patch")
        } else {
            touchPaths(inDiff: call.input, by: "patch")
        }
    }

    /// The files that a unified diff names after `+++`.
    private mutating func touchPaths(inDiff diff: String?, by name: String) {
        guard let diff else { return }
        for line in PatchText.lines(of: diff) where line.utf8.starts(with: "+++ ".utf8) {
            let path = line.dropFirst(4).prefix { $0 != "\t" && $0 != "\r" }
            let isPrefixed = path.hasPrefix("a/") || path.hasPrefix("b/")
            touch(String(isPrefixed ? path.dropFirst(2) : path), by: name)
        }
    }

    private mutating func touchByGit(_ call: ShellCall) {
        var rest = call.arguments
        let outer = directory
        defer { directory = outer }
        while let option = rest.first, option.text.hasPrefix("-") {
            rest = rest.dropFirst()
            guard ["-C", "-c", "--git-dir", "--work-tree"].contains(option.text) else { continue }
            if option.text == "-C", let target = rest.first {
                directory = target.isLiteral ? ShellPath.join(directory, target.text) : nil
            }
            rest = rest.dropFirst()
        }
        guard let subcommand = rest.first else { return }
        let inner = ShellCall(words: Array(rest), input: call.input)
        switch subcommand.text {
        case "checkout":
            guard let dashes = inner.arguments.firstIndex(where: { $0.text == "--" }) else { return }
            for file in inner.arguments[(dashes + 1)...] { touch(file, by: "git") }
        case "restore":
            guard !inner.has(["--staged", "-S"]) || inner.has(["--worktree", "-W"]) else { return }
            for file in inner.operands(values: ["-s", "--source"]) { touch(file, by: "git") }
        case "apply":
            guard !inner.has(["--check", "--stat", "--numstat", "--summary", "--cached"]) else { return }
            if inner.operands(values: ["-p", "-C"]).allSatisfy({ $0.text == "-" }) {
                touchPaths(inDiff: inner.input, by: "git")
            }
        case "mv":
            touchCopies(inner)
        default: break
        }
    }
}
