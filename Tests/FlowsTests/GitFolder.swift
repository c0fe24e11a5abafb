import Foundation
import Testing

/// A repository in a temporary folder, made with git itself.
struct GitFolder {
    let folder: TemporaryFolder
    let root: String

    static let hasGit = (try? ProgramRun("/usr/bin/env", ["git", "--version"], in: TemporaryFolder()))?.status == 0

    init() throws {
        folder = try TemporaryFolder()
        root = folder.path + "/shop"
        try folder.write("shop/a.py", "one\n")
        try git("init", "-q", "-b", "main", ".")
        try git("remote", "add", "origin", "git@example.com:acme/shop.git")
        try commit("First")
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let words = [
            "-C", root, "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false",
        ]
        let run = try ProgramRun("/usr/bin/env", ["git"] + words + arguments, in: folder)
        try #require(run.status == 0, "git \(arguments.joined(separator: " ")): \(run.complaint)")
        return run.output.trimmingCharacters(in: .newlines)
    }

    /// - Returns: the commit.
    @discardableResult
    func commit(_ message: String) throws -> String {
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", message)
        return try git("rev-parse", "HEAD")
    }

    /// Writes a note of a commit, over the one that is there.
    func note(_ text: String, on commit: String = "HEAD", ref: String = "refs/notes/ai") throws {
        let file = try folder.write("note-\(UUID().uuidString)", text)
        let blob = try git("hash-object", "-w", file)
        try git("notes", "--ref", ref, "add", "-f", "-C", blob, commit)
    }

    /// Puts files on a branch that shares nothing with the others, beside what is there.
    func put(_ files: [String: String], on ref: String) throws {
        var index = ["read-tree", "--empty"]
        if try !git("for-each-ref", ref).isEmpty { index = ["read-tree", ref] }
        let environment = "GIT_INDEX_FILE=\(root)/.git/other-index"
        func plumb(_ arguments: [String]) throws -> String {
            let run = try ProgramRun(
                "/usr/bin/env",
                [environment, "git", "-C", root, "-c", "user.name=Ada", "-c", "user.email=ada@example.com"] + arguments,
                in: folder)
            try #require(run.status == 0, "git \(arguments): \(run.complaint)")
            return run.output.trimmingCharacters(in: .newlines)
        }
        _ = try plumb(index)
        for (path, text) in files {
            let file = try folder.write("blob-\(UUID().uuidString)", text)
            let blob = try plumb(["hash-object", "-w", file])
            _ = try plumb(["update-index", "--add", "--cacheinfo", "100644,\(blob),\(path)"])
        }
        let tree = try plumb(["write-tree"])
        _ = try plumb(["update-ref", ref, try plumb(["commit-tree", "-m", "kept", tree])])
    }
}
