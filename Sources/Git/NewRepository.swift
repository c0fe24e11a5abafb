/// A repository of our own making, in a folder that is not there yet: the one thing that git writes for us.
///
/// Nothing of the user's goes into it, neither configuration nor templates, hooks or signatures, and times come with the
/// commits: the same commits have the same ids on every machine.
package struct NewRepository: Sendable {
    /// All files of one moment, on top of the commit before.
    package struct Commit: Sendable {
        package var author: String
        package var mail: String
        /// Seconds since 1970; of author and committer alike.
        package var at: Int64
        package var message: String
        /// By path; those ending in `.sh` can be run.
        package var files: [String: String]
        package var tag: String?

        package init(author: String, mail: String, at: Int64, message: String, files: [String: String], tag: String?) {
            self.author = author
            self.mail = mail
            self.at = at
            self.message = message
            self.files = files
            self.tag = tag
        }
    }

    package var commits: [Commit]

    package init(commits: [Commit]) {
        self.commits = commits
    }

    /// Makes the repository with its work tree, on the branch `main`.
    ///
    /// - Parameters:
    ///   - folder: made by git, below a folder that is there.
    ///   - scratch: a file for what git reads; its name is free afterwards.
    /// - Returns: the ids of the commits in their order.
    package func make(at folder: String, scratch: String) throws(GitError) -> [String] {
        let git = GitCommand()
        try git.write(["init", "--quiet", "--template=", folder])
        try git.write(["-C", folder, "symbolic-ref", "HEAD", "refs/heads/main"])
        guard SmallFile.write(stream, to: scratch) else {
            throw .failed(subcommand: "fast-import", status: 1, message: "'\(scratch)' cannot be written")
        }
        defer { SmallFile.remove(scratch) }
        try git.write(["-C", folder, "fast-import", "--quiet", "--date-format=raw"], input: scratch)
        try git.write(["-C", folder, "reset", "--quiet", "--hard"])
        guard let checkout = Checkout.discover(from: folder), let head = checkout.head else {
            throw .failed(subcommand: "init", status: 1, message: "'\(folder)' is no repository")
        }
        return try git.run(["rev-list", "--reverse", "--end-of-options", head], in: checkout)
            .split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// As `git fast-import` reads it.
    var stream: [UInt8] {
        var stream: [UInt8] = []
        func data(_ text: String) { stream += "data \(text.utf8.count)\n\(text)\n".utf8 }
        for commit in commits {
            let signature = "\(commit.author) <\(commit.mail)> \(commit.at) +0000\n"
            stream += "commit refs/heads/main\nauthor \(signature)committer \(signature)".utf8
            data(commit.message + "\n")
            stream += "deleteall\n".utf8
            for (path, text) in commit.files.sorted(by: { $0.key < $1.key }) {
                stream += "M \(path.hasSuffix(".sh") ? "100755" : "100644") inline \(path)\n".utf8
                data(text)
            }
            if let tag = commit.tag { stream += "reset refs/tags/\(tag)\nfrom refs/heads/main\n\n".utf8 }
        }
        return stream + Array("done\n".utf8)
    }
}

extension GitCommand {
    /// Runs a command that writes, in a folder of our own alone.
    fileprivate func write(_ arguments: [String], input: String = "/dev/null") throws(GitError) {
        let settings = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "core.autocrlf=false", "gc.auto=0"]
        var child = ChildProcess(
            program: program, arguments: ["git"] + settings.flatMap { ["-c", $0] } + arguments,
            // Ids are of the kind that every git reads, whatever a later one would choose.
            environment: environment + ["GIT_DEFAULT_HASH=sha1"], input: input, limitBytes: 1 << 20,
            timeoutMilliseconds: 60_000)
        let subcommand = arguments.first == "-C" ? arguments[2] : arguments[0]
        switch child.run() {
        case .exited(0): return
        case .exited(let status):
            throw .failed(subcommand: subcommand, status: status, message: child.firstComplaint)
        case .cannotStart(let code): throw .cannotStart(code: code)
        case .timedOut: throw .timedOut(subcommand: subcommand, milliseconds: 60_000)
        case .tooLarge: throw .tooLarge(subcommand: subcommand, limitBytes: 1 << 20)
        }
    }
}
