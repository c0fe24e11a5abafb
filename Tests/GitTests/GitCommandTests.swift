import Testing

@testable import Git

@Suite(.enabled(if: Sandbox.hasGit, "git is not installed"))
struct GitCommandTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `The output of git is given back`() throws {
        let sandbox = try Sandbox()
        let checkout = try #require(Checkout.discover(from: try sandbox.repository("r")))
        let git = GitCommand()
        #expect(text(try git.run(["cat-file", "blob", "HEAD:file.txt"], in: checkout)) == "one\ntwo\n")
        #expect(text(try git.run(["log", "--format=%s", "HEAD", "--", "file.txt"], in: checkout)) == "First\n")
        #expect(text(try git.run(["blame", "-s", "HEAD", "--", "file.txt"], in: checkout)).contains("two"))
        #expect(try git.firstCommit(of: checkout) == checkout.head)
    }

    @Test func `An error of git is told with its own words`() throws {
        let sandbox = try Sandbox()
        let checkout = try #require(Checkout.discover(from: try sandbox.repository("r")))
        let error = #expect(throws: GitError.self) { try GitCommand().run(["rev-list", "nothing"], in: checkout) }
        guard case .failed("rev-list", 128, let message) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("nothing"))
        #expect(throws: GitError.cannotStart(code: 2)) {
            try GitCommand(program: "/nowhere/git").run(["log"], in: checkout)
        }
    }

    @Test(arguments: [
        ["fetch"], ["status"], ["diff"], ["grep", "x"], ["config", "a.b", "c"], [], ["-c", "alias.x=!touch y", "x"],
        ["log", "--output=/tmp/x"], ["log", "--outp", "x"], ["diff-tree", "--ext-diff", "HEAD"],
        ["show", "--textconv"],
        ["cat-file", "--filters", "HEAD:x"], ["cat-file", "--filt", "HEAD:x"], ["log", "a\0b"],
    ])
    func `What could write or start a program is refused`(arguments: [String]) throws {
        let sandbox = try Sandbox()
        let checkout = try #require(Checkout.discover(from: try sandbox.repository("r")))
        let error = #expect(throws: GitError.self) { try GitCommand().run(arguments, in: checkout) }
        guard case .notReadOnly = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `Too much output and too much time end in an error`() throws {
        let sandbox = try Sandbox()
        let checkout = try #require(Checkout.discover(from: try sandbox.repository("r")))
        #expect(throws: GitError.tooLarge(subcommand: "cat-file", limitBytes: 7)) {
            try GitCommand().run(["cat-file", "blob", "HEAD:file.txt"], in: checkout, limitBytes: 7)
        }
        #expect(try GitCommand().run(["cat-file", "blob", "HEAD:file.txt"], in: checkout, limitBytes: 8).count == 8)
        sandbox.write("slow", "#!/bin/sh\nsleep 60 &\nwait\n")
        sandbox.makeRunnable("slow")
        let clock = ContinuousClock()
        let start = clock.now
        #expect(throws: GitError.timedOut(subcommand: "log", milliseconds: 100)) {
            try GitCommand(program: sandbox.path + "/slow").run(["log"], in: checkout, timeoutMilliseconds: 100)
        }
        #expect(clock.now - start < .seconds(10))
    }

    /// Every program that the repository names leaves a file behind when it is started.
    @Test func `A hostile configuration starts nothing and writes nothing`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        sandbox.write("trap", "#!/bin/sh\ntouch \(sandbox.path)/sprung\ncat\n")
        sandbox.makeRunnable("trap")
        sandbox.write("r/.git/info/attributes", "* diff=evil filter=evil\n")
        sandbox.write("r/file.txt", "changed\n")
        let trap = "\(sandbox.path)/trap"
        for setting in [
            "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "diff.evil.command",
            "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "gpg.program", "pager.log", "pager.blame",
            "credential.helper", "core.askPass", "alias.log", "core.alternateRefsCommand", "uploadpack.packObjectsHook",
        ] {
            try sandbox.git(["config", setting, trap], in: root)
        }
        try sandbox.git(["config", "log.showSignature", "true"], in: root)
        try sandbox.git(["config", "core.worktree", root], in: root)
        let checkout = try #require(Checkout.discover(from: root))
        let head = try #require(checkout.head)
        let git = GitCommand()
        for arguments in [
            ["log", "-p", "--format=%H %G?", head], ["show", head], ["diff-tree", "-p", "--root", head],
            ["blame", head, "--", "file.txt"], ["cat-file", "-p", head], ["describe", "--always", head],
            ["blame", "file.txt"], ["blame", "--", "file.txt"], ["ls-tree", "-r", head], ["rev-parse", head],
        ] {
            _ = try? git.run(arguments, in: checkout)
        }
        #expect(!sandbox.exists("sprung"))
        #expect(try git.run(["cat-file", "blob", "\(head):file.txt"], in: checkout).count == 8)
    }

    @Test func `A missing object of a partial clone is an error and not fetched`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        try sandbox.git(["config", "uploadpack.allowFilter", "true"], in: root)
        try sandbox.git(
            ["clone", "-q", "--no-checkout", "--filter=blob:none", "file://\(root)", "c"], in: sandbox.path)
        try sandbox.git(["config", "protocol.file.allow", "always"], in: sandbox.path + "/c")
        let checkout = try #require(Checkout.discover(from: sandbox.path + "/c"))
        #expect(throws: GitError.self) { try GitCommand().run(["cat-file", "blob", "HEAD:file.txt"], in: checkout) }
        #expect(try GitCommand().firstCommit(of: checkout) == checkout.head)
    }
}
