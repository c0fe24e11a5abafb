/// A program that rewrites the files it is given, and when it does so.
struct RewritingProgram {
    /// One of these must be among the arguments; empty for a program that always writes.
    var writesWith: Set<String> = []
    /// With one of these it only looks.
    var looksWith: Set<String> = []
    /// Options that take the next word as their value.
    var values: Set<String> = []
    /// One of these words must come first: `format` in `ruff format`.
    var subcommands: Set<String> = []

    static let all: [String: RewritingProgram] = [
        "autoflake": .init(writesWith: ["-i", "--in-place"]),
        "autopep8": .init(writesWith: ["-i", "--in-place"], values: ["--max-line-length"]),
        "biome": .init(writesWith: ["--write", "--fix", "--apply"], subcommands: ["format", "check", "lint"]),
        "black": .init(
            looksWith: ["--check", "--diff", "-c", "--code"],
            values: ["-l", "--line-length", "-t", "--target-version", "--config", "--include", "--exclude", "-W"]),
        "clang-format": .init(writesWith: ["-i"]),
        "codespell": .init(writesWith: ["-w", "--write-changes"]),
        "dos2unix": .init(), "unix2dos": .init(),
        "eslint": .init(
            writesWith: ["--fix"],
            values: ["-c", "--config", "--ext", "--rule", "--plugin", "--parser", "-f", "--format", "--max-warnings"]),
        "gofmt": .init(writesWith: ["-w"], values: ["-r"]), "gofumpt": .init(writesWith: ["-w"]),
        "goimports": .init(writesWith: ["-w"], values: ["-local"]),
        "isort": .init(
            looksWith: ["--check", "--check-only", "-c", "--diff"],
            values: ["--profile", "-l", "--line-length", "--settings-path"]),
        "ktlint": .init(writesWith: ["-F", "--format"]),
        "php-cs-fixer": .init(looksWith: ["--dry-run"], values: ["--config"], subcommands: ["fix"]),
        "prettier": .init(
            writesWith: ["--write", "-w"],
            values: ["--config", "--parser", "--print-width", "--tab-width", "--ignore-path", "--plugin"]),
        "pyupgrade": .init(),
        "rubocop": .init(writesWith: ["-a", "-A", "--autocorrect", "--autocorrect-all"], values: ["--only", "-c"]),
        "ruff": .init(
            looksWith: ["--check", "--diff"],
            values: [
                "--config", "--line-length", "--select", "--ignore", "--extend-select", "--target-version", "--exclude",
            ], subcommands: ["format", "check"]),
        "rustfmt": .init(looksWith: ["--check"], values: ["--edition", "--config", "--config-path", "--emit"]),
        "shfmt": .init(writesWith: ["-w", "--write"], values: ["-i", "-ln"]),
        "stylua": .init(looksWith: ["--check"], values: ["--config-path"]),
        "swift": .init(writesWith: ["-i", "--in-place"], values: ["--configuration"], subcommands: ["format"]),
        "swift-format": .init(writesWith: ["-i", "--in-place"], values: ["--configuration"]),
        "swiftformat": .init(looksWith: ["--lint", "--dryrun"], values: ["--config", "--rules", "--disable"]),
        "touch": .init(values: ["-d", "-t", "-r"]), "truncate": .init(values: ["-s", "-r"]),
        "yapf": .init(writesWith: ["-i", "--in-place"], values: ["--style"]),
    ]

    /// The files that the call rewrites.
    func files(of call: ShellCall) -> [ShellWord] {
        guard writesWith.isEmpty || call.has(writesWith), !call.has(looksWith) else { return [] }
        let operands = call.operands(values: values)
        guard !subcommands.isEmpty else { return operands }
        guard let first = operands.first, subcommands.contains(first.text) else { return [] }
        // `ruff check` looks unless told to fix.
        if call.name == "ruff", first.text == "check", !call.has(["--fix", "--fix-only"]) { return [] }
        return Array(operands.dropFirst())
    }
}
