import Testing

@testable import Git

@Suite(.enabled(if: Sandbox.hasGit, "git is not installed"))
struct BlameTests {
    private let sandbox: Sandbox
    private let root: String
    private let git = GitCommand()

    init() throws {
        sandbox = try Sandbox()
        root = try sandbox.repository("r")
    }

    private var checkout: Checkout {
        get throws { try #require(Checkout.discover(from: root)) }
    }

    @discardableResult
    private func commit(_ message: String) throws -> String {
        try sandbox.git(["add", "-A"], in: root)
        try sandbox.git(["commit", "-q", "-m", message], in: root)
        return try #require(checkout.head)
    }

    @Test func `Each line has its commit, and its number and file in it`() throws {
        let first = try #require(checkout.head)
        try sandbox.git(["mv", "file.txt", "other.txt"], in: root)
        let moved = try commit("Rename")
        sandbox.write("r/other.txt", "zero\none\ntwo\n")
        let last = try commit("Say zero\n\nAnd why.")
        let blame = try git.blame("other.txt", at: last, in: checkout)
        #expect(blame.ending == .finished)
        #expect(
            blame.spans == [
                BlameSpan(
                    lines: 1..<2, origin: FilePlace(commit: last, path: "other.txt"), firstLine: 1,
                    previous: FilePlace(commit: moved, path: "other.txt")),
                BlameSpan(lines: 2..<4, origin: FilePlace(commit: first, path: "file.txt"), firstLine: 1),
            ])
        #expect(blame.span(of: 3)?.origin.commit == first)
        #expect(blame.span(of: 4) == nil)
        let teller = try #require(blame.commits[last])
        #expect(teller.summary == "Say zero")
        #expect(teller.author == "A")
        #expect(teller.mail == "a@example.com")
        #expect(teller.authoredAt > 1_500_000_000_000)
        #expect(teller.committedAt >= teller.authoredAt)
        #expect(blame.commits[first]?.isBoundary == true)
        #expect(!teller.isBoundary)
    }

    @Test func `White space and line endings change nobody's lines`() throws {
        let first = try #require(checkout.head)
        sandbox.write("r/file.txt", "  one\r\n\ttwo\r\n")
        let last = try commit("Re-indent")
        #expect(try git.blame("file.txt", at: last, in: checkout).span(of: 2)?.origin.commit == first)
    }

    @Test func `A side that was merged keeps its lines`() throws {
        try sandbox.git(["checkout", "-q", "-b", "side"], in: root)
        sandbox.write("r/file.txt", "one\ntwo\nthree\n")
        let side = try commit("Three")
        try sandbox.git(["checkout", "-q", "main"], in: root)
        sandbox.write("r/file.txt", "zero\none\ntwo\n")
        try commit("Zero")
        try sandbox.git(["merge", "-q", "--no-edit", "side"], in: root)
        let blame = try git.blame("file.txt", at: #require(checkout.head), in: checkout)
        #expect(blame.span(of: 4)?.origin.commit == side)
        #expect(blame.span(of: 4)?.firstLine == 3)
    }

    @Test func `Names that git quotes are told plainly`() throws {
        let name = "a \"b\"\t\u{e9}.txt"
        sandbox.write("r/\(name)", "x\n")
        let last = try commit("Odd name")
        let blame = try git.blame(name, at: last, in: checkout)
        #expect(blame.spans.map(\.origin.path) == [name])
        #expect(try git.file(name, at: last, in: checkout) != nil)
    }

    @Test func `What was moved from another file is found when asked for`() throws {
        let body = (1...8).map { "the moved line number \($0) says enough\n" }.joined()
        sandbox.write("r/file.txt", "one\ntwo\n" + body)
        let wrote = try commit("Write")
        sandbox.write("r/file.txt", "one\ntwo\n")
        sandbox.write("r/new.txt", "head\n" + body)
        let moved = try commit("Move")
        #expect(try git.blame("new.txt", at: moved, in: checkout).span(of: 4)?.origin.commit == moved)
        let copies = try git.blame("new.txt", at: moved, in: checkout, following: .copies, lines: [2...9])
        #expect(copies.span(of: 4)?.origin == FilePlace(commit: wrote, path: "file.txt"))
        #expect(copies.span(of: 1) == nil)
    }

    @Test func `Without time nothing is found, and it says so`() throws {
        let blame = try git.blame("file.txt", at: #require(checkout.head), in: checkout, budgetMilliseconds: 0)
        #expect(blame.spans.isEmpty)
        #expect(blame.ending == .outOfTime)
    }

    @Test func `What was found before the time was over is kept`() throws {
        let head = try #require(checkout.head)
        sandbox.write(
            "slow", "#!/bin/sh\necho '\(head) 1 1 1'\necho 'author A'\necho 'filename file.txt'\nexec sleep 60\n")
        sandbox.makeRunnable("slow")
        let blame = try GitCommand(program: sandbox.path + "/slow")
            .blame("file.txt", at: head, in: checkout, budgetMilliseconds: 1000)
        #expect(blame.ending == .outOfTime)
        #expect(blame.span(of: 1)?.origin == FilePlace(commit: head, path: "file.txt"))
    }

    @Test func `A file that is not there is an answer`() throws {
        let head = try #require(checkout.head)
        #expect(try git.blame("none.txt", at: head, in: checkout).ending == .brokenOff)
        #expect(try git.blame("file.txt", at: "--help", in: checkout).ending == .brokenOff)
        #expect(try git.file("none.txt", at: head, in: checkout) == nil)
        #expect(try git.file("file.txt", at: String(repeating: "0", count: 40), in: checkout) == nil)
    }

    @Test func `A list of commits to ignore changes no answer`() throws {
        sandbox.write("r/file.txt", "one\nTWO\n")
        let last = try commit("Shout")
        sandbox.write("r/.git-blame-ignore-revs", "\(last)\n")
        try sandbox.git(["config", "blame.ignoreRevsFile", ".git-blame-ignore-revs"], in: root)
        let blame = try git.blame("file.txt", at: last, in: checkout)
        #expect(blame.ending == .finished)
        #expect(blame.span(of: 2)?.origin.commit == last)
    }

    @Test func `In a shallow clone the oldest commit that is there has the rest`() throws {
        sandbox.write("r/file.txt", "one\ntwo\nthree\n")
        let last = try commit("Three")
        try sandbox.git(["clone", "-q", "--depth=1", "file://\(root)", "c"], in: sandbox.path)
        let clone = try #require(Checkout.discover(from: sandbox.path + "/c"))
        let blame = try git.blame("file.txt", at: last, in: clone)
        #expect(blame.spans.map(\.lines) == [1..<4])
        #expect(blame.commits[last]?.isBoundary == true)
    }

    @Test func `Objects that are missing end it early`() throws {
        sandbox.write("r/file.txt", "one\ntwo\nthree\n")
        let last = try commit("Three")
        try sandbox.git(["config", "uploadpack.allowFilter", "true"], in: root)
        try sandbox.git(["clone", "-q", "--bare", "--filter=blob:none", "file://\(root)", "c"], in: sandbox.path)
        let clone = try #require(Checkout.at(sandbox.path + "/c"))
        #expect(try git.blame("file.txt", at: last, in: clone).ending == .brokenOff)
    }
}
