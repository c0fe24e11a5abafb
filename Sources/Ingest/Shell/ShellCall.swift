/// A program with its arguments, after `sudo`, `env`, `npx` and the like are taken away.
struct ShellCall {
    /// The program without its folder; empty where there is none, as in `> file`.
    private(set) var name = ""
    private(set) var arguments: ArraySlice<ShellWord> = []
    /// What it reads from its standard input, where that is known.
    let input: String?

    init(words: [ShellWord], input: String?) {
        self.input = input
        var rest = words[...]
        while let word = rest.first {
            let name = String(ShellPath.last(of: word.text))
            if Self.isAssignment(word) {
                rest = rest.dropFirst()
            } else if let wrapper = Self.wrappers[name] {
                rest = Self.unwrapped(rest.dropFirst(), wrapper)
            } else if let runner = Self.runners[name], let second = rest.dropFirst().first,
                runner.contains(second.text)
            {
                rest = Self.unwrapped(rest.dropFirst(2), Wrapper())
            } else {
                self.name = name
                arguments = rest.dropFirst()
                return
            }
        }
    }

    private struct Wrapper {
        /// Options that take the next word as their value.
        var values: Set<String> = []
        /// Words before the program, such as the time of `timeout`.
        var words = 0
    }

    private static let wrappers: [String: Wrapper] = [
        "sudo": Wrapper(values: ["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-D"]), "doas": Wrapper(values: ["-u"]),
        "env": Wrapper(values: ["-u", "-C"]), "command": Wrapper(), "builtin": Wrapper(),
        "exec": Wrapper(values: ["-a"]),
        "nohup": Wrapper(), "setsid": Wrapper(), "nice": Wrapper(values: ["-n"]),
        "ionice": Wrapper(values: ["-c", "-n"]),
        "stdbuf": Wrapper(values: ["-i", "-o", "-e"]), "timeout": Wrapper(values: ["-s", "-k"], words: 1),
        "npx": Wrapper(values: ["-p", "--package"]), "bunx": Wrapper(), "uvx": Wrapper(values: ["--from", "--with"]),
        "xcrun": Wrapper(values: ["--sdk"]),
    ]

    private static let runners: [String: Set<String>] = [
        "pnpm": ["exec", "dlx"], "yarn": ["exec", "dlx"], "npm": ["exec", "x"], "bun": ["x"],
        "uv": ["run"], "poetry": ["run"], "pipenv": ["run"], "pdm": ["run"], "rye": ["run"], "hatch": ["run"],
        "bundle": ["exec"], "python": ["-m"], "python3": ["-m"],
    ]

    private static func unwrapped(_ words: ArraySlice<ShellWord>, _ wrapper: Wrapper) -> ArraySlice<ShellWord> {
        var rest = words
        while let word = rest.first, word.text.hasPrefix("-"), word.text != "-" {
            rest = rest.dropFirst(wrapper.values.contains(word.text) ? 2 : 1)
            if word.text == "--" { break }
        }
        return rest.dropFirst(wrapper.words)
    }

    /// `NAME=value`, which may stand before a command.
    private static func isAssignment(_ word: ShellWord) -> Bool {
        let bytes = word.text.utf8
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > bytes.startIndex else { return false }
        var name = bytes[..<equals]
        if name.last == UInt8(ascii: "+") { name = name.dropLast() }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(name.first ?? UInt8(ascii: "0"))
            && name.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
