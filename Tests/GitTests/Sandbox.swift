import Testing

@testable import Git

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A temporary folder with an empty home, in which git may also write.
final class Sandbox {
    let path: String

    static let hasGit = ChildProcess.succeeds(["git", "--version"], in: "/")

    init() throws {
        var template = Array("/tmp/colophon-git-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        path = try #require(SmallFile.realPath(String(cString: made)))
        mkdir(path + "/home", 0o700)
    }

    deinit {
        _ = ChildProcess.succeeds(["rm", "-rf", path], in: "/")
    }

    /// Makes a repository with one commit.
    func repository(_ name: String, remote: String? = "git@example.com:owner/name.git") throws -> String {
        let root = "\(path)/\(name)"
        folder(name)
        try git(["init", "-q", "-b", "main", "."], in: root)
        if let remote { try git(["remote", "add", "origin", remote], in: root) }
        write("\(name)/file.txt", "one\ntwo\n")
        try git(["add", "."], in: root)
        try git(["commit", "-q", "-m", "First"], in: root)
        return root
    }

    func git(_ arguments: [String], in folder: String) throws {
        let words = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"]
        let isDone = ChildProcess.succeeds(words + arguments, in: folder, home: path + "/home")
        try #require(isDone, "git \(arguments.joined(separator: " "))")
    }

    func folder(_ name: String) {
        mkdir("\(path)/\(name)", 0o700)
    }

    func write(_ name: String, _ text: String) {
        guard let file = fopen("\(path)/\(name)", "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    /// Makes a script a program, as a copy that only a child has had open for writing: a file that some process may
    /// still write to cannot be started, and every child forked meanwhile holds what this process has open.
    func makeRunnable(_ name: String) {
        let steps = "cp \"$0\" \"$0.copy\" && chmod 700 \"$0.copy\" && mv -f \"$0.copy\" \"$0\""
        _ = ChildProcess.succeeds(["sh", "-c", steps, "\(path)/\(name)"], in: "/")
    }

    func exists(_ name: String) -> Bool { SmallFile.exists("\(path)/\(name)") }
}

extension ChildProcess {
    static func succeeds(_ words: [String], in folder: String, home: String = "/") -> Bool {
        var child = ChildProcess(
            program: "/bin/sh", arguments: ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words,
            environment: [
                "PATH=\(environment("PATH") ?? "/usr/bin:/bin")", "HOME=\(home)", "GIT_CONFIG_NOSYSTEM=1",
                "GIT_CONFIG_GLOBAL=/dev/null", "LC_ALL=C",
            ], limitBytes: 1 << 20, timeoutMilliseconds: 30_000)
        return child.run() == .exited(0)
    }
}
