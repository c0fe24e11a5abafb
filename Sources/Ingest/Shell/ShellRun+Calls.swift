extension ShellRun {
    /// Notes what a call writes by itself.
    ///
    /// - Returns: What it says on its standard output, where that is known.
    mutating func run(_ call: ShellCall) -> String? {
        switch call.name {
        case "", ":", "true": return ""
        case "echo": return ShellSpeech.echo(call.arguments)
        case "printf": return ShellSpeech.printf(call.arguments)
        case "cat": return Self.copiesInput(call) ? call.input : nil
        case "tee":
            let isAppend = call.arguments.contains { ["-a", "--append", "-ai", "-ia"].contains($0.text) }
            for file in call.operands() { write(call.input, file, isAppend, by: "tee") }
            return call.input
        case "cd", "pushd": change(call.operands().first)
        case "popd": directory = nil
        case "bash", "sh", "zsh", "dash", "ksh": runShell(call)
        case "eval": run(call.arguments.map(\.text).joined(separator: " "))
        case "apply_patch", "applypatch":
            let argument = call.arguments.first { $0.text.utf8.starts(with: "*** ".utf8) || $0.text.contains("\n") }
            if let patch = (argument?.text ?? call.input).flatMap(ApplyPatch.parse(_:)) { apply(patch) }
        default: touchFiles(call)
        }
        return nil
    }

    private static func copiesInput(_ call: ShellCall) -> Bool {
        call.arguments.allSatisfy { ["-", "--", "-u"].contains($0.text) }
    }

    private mutating func change(_ target: ShellWord?) {
        guard let target else {
            directory = "~"
            return
        }
        let goesOn = target.isLiteral && target.text != "-"
        directory = goesOn ? ShellPath.join(directory, target.text) : nil
        if directory == "." { directory = "" }
    }

    private mutating func runShell(_ call: ShellCall) {
        var rest = call.arguments
        while let option = rest.first, option.text.hasPrefix("-") || option.text.hasPrefix("+"), option.text != "-" {
            rest = rest.dropFirst()
            if option.text == "-s" || option.text == "--" { break }
            if option.text == "-o" || option.text == "-O" { rest = rest.dropFirst() }
            if !option.text.hasPrefix("--"), option.text.contains("c") {
                // `-lc` may be followed by more options before the script: `bash -c -l 'script'`.
                if let script = rest.first(where: { !$0.text.hasPrefix("-") }) { runApart(script.text) }
                return
            }
        }
        // Without a file to run, the here-document is the script.
        if rest.isEmpty || rest.first?.text == "-", let input = call.input { runApart(input) }
    }
}

extension ShellCall {
    /// The arguments that are no options.
    ///
    /// - Parameter values: options whose value is the next word.
    func operands(values: Set<String> = []) -> [ShellWord] {
        var operands: [ShellWord] = []
        var rest = arguments
        var isPastOptions = false
        while let word = rest.popFirst() {
            if isPastOptions || !word.text.hasPrefix("-") || word.text == "-" {
                operands.append(word)
            } else if word.text == "--" {
                isPastOptions = true
            } else if values.contains(word.text) {
                rest = rest.dropFirst()
            }
        }
        return operands
    }

    func has(_ options: some Sequence<String>) -> Bool {
        let options = Set(options)
        return arguments.contains { word in
            options.contains(word.text)
                || word.text.hasPrefix("--") && options.contains(String(word.text.prefix { $0 != "=" }))
        }
    }
}
