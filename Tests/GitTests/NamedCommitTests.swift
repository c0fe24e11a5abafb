import Testing

@testable import Git

@Suite(.enabled(if: Sandbox.hasGit, "git is not installed"))
struct NamedCommitTests {
    private let sandbox: Sandbox
    private let root: String
    private let git = GitCommand()

    init() throws {
        sandbox = try Sandbox()
        root = try sandbox.repository("r")
    }

    private func checkout(_ folder: String = "r") throws -> Checkout {
        try #require(Checkout.discover(from: "\(sandbox.path)/\(folder)"))
    }

    @discardableResult
    private func commit(_ text: String, tags: [String] = []) throws -> String {
        sandbox.write("r/file.txt", text)
        try sandbox.git(["commit", "-q", "-a", "-m", text], in: root)
        for tag in tags { try sandbox.git(["tag", tag], in: root) }
        return try #require(try checkout().head)
    }

    private func error(_ text: String, _ folder: String = "r") throws -> RevisionError? {
        #expect(throws: RevisionError.self) { try git.commit(named: text, in: checkout(folder)) }
    }

    @Test func `A commit is named by hash, branch, tag, version, image or release`() throws {
        let old = try commit("2.30", tags: ["v2.30.0", "nightly", "v2.31.0-rc1"])
        try sandbox.git(["tag", "-a", "-m", "It is out", "v2.31.0"], in: root)
        try sandbox.git(["branch", "release/next"], in: root)
        let new = try commit("2.32", tags: ["release-2.32", "2026"])
        let (short, lead) = (String(old.prefix(7)), String(new.prefix(9)))
        for (text, hash, name) in [
            (old, old, old), (old.uppercased(), old, old), (short, old, short), ("nightly", old, "nightly"),
            ("release/next", old, "release/next"), ("main", new, "main"), ("HEAD~1", old, "HEAD~1"),
            ("2.30", old, "v2.30.0"), ("v2.30", old, "v2.30.0"), ("release-2.30", old, "v2.30.0"),
            ("2.31", old, "v2.31.0"), ("2.31-rc1", old, "v2.31.0-rc1"), ("v2.32.0", new, "release-2.32"),
            ("2026", new, "2026"), ("registry.example.com:5000/team/shop:\(lead)", new, lead),
            ("shop:v2.31@sha256:\(String(repeating: "ab", count: 32))", old, "v2.31.0"),
            ("docker://ghcr.io/acme/shop:2.32", new, "release-2.32"), ("ghcr.io/acme/shop:sha-\(short)", old, short),
            ("acme/shop:main-\(lead)", new, lead), ("shop@2.32.0+77", new, "release-2.32"), ("shop@\(old)", old, old),
            ("v2.31.0-0-g\(short)", old, "v2.31.0-0-g\(short)"),
        ] {
            #expect(try git.commit(named: text, in: checkout()) == NamedCommit(hash: hash, name: name), "\(text)")
        }
    }

    @Test func `A branch that is only at the remote is found`() throws {
        try sandbox.git(["branch", "hotfix"], in: root)
        try sandbox.git(["clone", "-q", root, "c"], in: sandbox.path)
        let found = try git.commit(named: "hotfix", in: checkout("c"))
        #expect(found == NamedCommit(hash: try #require(try checkout().head), name: "origin/hotfix"))
    }

    @Test func `Versions of several parts are told apart or asked about`() throws {
        let api = try commit("api", tags: ["api/v1.2.0"])
        try commit("web", tags: ["web/v1.2.0"])
        #expect(try git.commit(named: "api-1.2.0", in: checkout()).hash == api)
        #expect(try git.commit(named: "api@1.2.0", in: checkout()).hash == api)
        #expect(try error("1.2.0") == .ambiguous("1.2.0", ["api/v1.2.0", "web/v1.2.0"]))
    }

    @Test func `A commit that is not here is named with what fetches it`() throws {
        let first = try #require(try checkout().head)
        try commit("second")
        try sandbox.git(["clone", "-q", "--depth=1", "file://\(root)", "c"], in: sandbox.path)
        #expect(try error(first, "c") == .absent(first, fetch: "git fetch origin \(first)"))
        #expect(try error("shop:\(first)", "c") == .absent(first, fetch: "git fetch origin \(first)"))
        #expect(try error("v9.9", "c") == .unheard("v9.9", fetch: "git fetch --unshallow --tags origin"))
        #expect(try error("v9.9") == .unheard("v9.9", fetch: "git fetch --tags origin"))
        #expect(try #require(try error(first, "c")).description.contains("'git fetch origin \(first)' brings it"))
        #expect(throws: RevisionError.absent(first, fetch: "git fetch origin \(first)")) {
            try git.commits(of: first, in: checkout("c"), limit: 5)
        }
    }

    @Test func `What names no commit is told so`() throws {
        #expect(try error("") == .malformed(""))
        #expect(try error("--all") == .malformed("--all"))
        #expect(try error("a b") == .malformed("a b"))
        #expect(try error("main..HEAD") == .many("main..HEAD"))
        #expect(try error("ghcr.io/acme/shop@sha256:00ff") == .untagged("ghcr.io/acme/shop@sha256:00ff"))
        #expect(try error("9f31c2a") == .unheard("9f31c2a", fetch: "git fetch --tags origin"))
        #expect(try error("*") == .unheard("*", fetch: "git fetch --tags origin"))
    }

    /// The remote's name comes from a file that others write.
    @Test func `A remote whose name is no plain word is not put into a command`() throws {
        try sandbox.git(["remote", "remove", "origin"], in: root)
        try sandbox.git(["config", "remote.x;rm.url", "https://example.com/a"], in: root)
        #expect(try error("v9.9") == .unheard("v9.9", fetch: nil))
    }
}
