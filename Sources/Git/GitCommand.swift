/// Runs git to read from a repository that is not to be trusted: nothing is written, fetched or asked for, and no program
/// that the repository's own configuration names is started.
package struct GitCommand: Sendable {
    let program: String
    private let search: String
    private let home: String

    /// - Parameter program: a name to look for in `PATH`, or a path.
    package init(program: String = "git") {
        self.program = program
        search = ChildProcess.environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
        home = ChildProcess.environment("HOME") ?? "/"
    }

    /// What git says on its standard output.
    ///
    /// There is no work tree for the command: paths are those in a revision, from the top. Paths and revisions that come
    /// from elsewhere belong behind `--` and `--end-of-options`.
    ///
    /// - Parameters:
    ///   - arguments: a subcommand that reads (``subcommands``), its options and operands.
    ///   - limitBytes: more output than this is an error.
    ///   - timeoutMilliseconds: git and all it started are killed after this time.
    package func run(
        _ arguments: [String], in checkout: Checkout, limitBytes: Int = 64 << 20, timeoutMilliseconds: Int = 10_000
    ) throws(GitError) -> [UInt8] {
        var child = try child(
            arguments, in: checkout, limitBytes: limitBytes, timeoutMilliseconds: timeoutMilliseconds)
        let subcommand = arguments[0]
        switch child.run() {
        case .exited(0): return child.output
        case .exited(let status):
            throw .failed(subcommand: subcommand, status: status, message: child.firstComplaint)
        case .cannotStart(let code): throw .cannotStart(code: code)
        case .timedOut: throw .timedOut(subcommand: subcommand, milliseconds: timeoutMilliseconds)
        case .tooLarge: throw .tooLarge(subcommand: subcommand, limitBytes: limitBytes)
        }
    }

    /// The run of a subcommand, checked and guarded, before it is started.
    func child(
        _ arguments: [String], in checkout: Checkout, limitBytes: Int, timeoutMilliseconds: Int
    ) throws(GitError) -> ChildProcess {
        guard let subcommand = arguments.first, Self.subcommands.contains(subcommand) else {
            throw .notReadOnly(argument: arguments.first ?? "")
        }
        try Self.check(arguments)
        return bare(arguments, in: checkout, limitBytes: limitBytes, timeoutMilliseconds: timeoutMilliseconds)
    }

    /// The run of a subcommand that writes objects: only for a repository of our own making, which has no configuration.
    func scratchChild(
        _ arguments: [String], in scratch: Checkout, timeoutMilliseconds: Int
    ) throws(GitError) -> ChildProcess {
        guard arguments.first == "merge-tree" else { throw .notReadOnly(argument: arguments.first ?? "") }
        try Self.check(arguments)
        return bare(arguments, in: scratch, limitBytes: 4 << 20, timeoutMilliseconds: timeoutMilliseconds)
    }

    private func bare(
        _ arguments: [String], in checkout: Checkout, limitBytes: Int, timeoutMilliseconds: Int
    ) -> ChildProcess {
        let subcommand = arguments.first ?? ""
        let words =
            // A work tree that cannot be entered: with `core.worktree` set, `--bare` alone still lets `blame` read files
            // and start the filters for them.
            [
                "git", "-C", Self.folder(of: subcommand, in: checkout), "--bare", "--git-dir=\(checkout.gitDirectory)",
                "--work-tree=/dev/null", "--no-pager",
            ]
            + Self.settings.flatMap { ["-c", $0] } + [subcommand] + (Self.guards[subcommand] ?? [])
            + arguments.dropFirst()
        return ChildProcess(
            program: program, arguments: words, environment: environment, limitBytes: max(0, limitBytes),
            timeoutMilliseconds: max(0, timeoutMilliseconds))
    }

    /// A list of commits to ignore that the configuration names is looked for from here, and where it is not found
    /// `blame` gives no answer, even when told to leave it.
    private static func folder(of subcommand: String, in checkout: Checkout) -> String {
        subcommand == "blame" ? checkout.root : "/"
    }

    /// The subcommands that read commits, trees, blobs and the index. Those that look at a work tree (`status`, `diff`, `grep`) are
    /// not among them: they start the filters that a repository names.
    package static let subcommands: Set<String> = [
        "blame", "cat-file", "describe", "diff-tree", "for-each-ref", "log", "ls-files", "ls-tree", "merge-base",
        "name-rev",
        "patch-id", "rev-list", "rev-parse", "shortlog", "show", "show-ref",
    ]

    /// Options, and beginnings of them, that start programs or write files, in any of the shortened forms that git takes.
    private static let refused = ["--ext-d", "--textc", "--filters", "--output", "--show-sig", "--dirty", "--contents"]

    private static let guards = [
        "blame": ["--no-textconv"], "diff-tree": ["--no-ext-diff", "--no-textconv"],
        "log": ["--no-ext-diff", "--no-textconv"], "show": ["--no-ext-diff", "--no-textconv"],
    ]

    private static func check(_ arguments: [String]) throws(GitError) {
        for argument in arguments.dropFirst() {
            if argument == "--" { return }
            // An argument ends at its first zero byte for the child: what is checked must be what is run.
            let name = argument.prefix { $0 != "=" }
            let isRefused = refused.contains { name.hasPrefix($0) || (name.count > 3 && $0.hasPrefix(name)) }
            if isRefused || argument.utf8.contains(0) { throw .notReadOnly(argument: argument) }
        }
    }

    /// Settings that overrule those of the repository.
    private static let settings = [
        "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.attributesFile=/dev/null", "core.pager=cat",
        "core.sshCommand=false", "core.askPass=", "core.quotePath=false", "core.alternateRefsCommand=",
        "log.follow=false", "credential.helper=", "protocol.allow=never", "color.ui=false", "log.showSignature=false",
        "gpg.program=/dev/null", "gpg.ssh.program=/dev/null", "gpg.x509.program=/dev/null", "maintenance.auto=false",
        "gc.auto=0",
    ]

    /// Made from nothing: a `GIT_DIR` or `GIT_CONFIG_PARAMETERS` of a hook that runs us must not reach git.
    var environment: [String] {
        [
            "PATH=\(search)", "HOME=\(home)", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
            // Known since git 2.44; before that `protocol.allow` keeps it from fetching.
            "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
            // The user's own configuration is trusted, but it changes what is printed.
            "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1",
            // History as it was committed, not as a replacement says.
            "GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE=/dev/null", "GIT_PAGER=cat", "GIT_EDITOR=false", "GIT_ASKPASS=",
            "GIT_SSH_COMMAND=false",
        ]
    }
}
