import Testing

@testable import Git

@Suite(.enabled(if: Sandbox.hasGit, "git is not installed"))
struct NewRepositoryTests {
    private static let commits = [
        NewRepository.Commit(
            author: "Ada Marsh", mail: "ada@shop.example", at: 1_793_880_000, message: "Begin",
            files: ["a.txt": "one\n", "src/b.py": "b = 1\n", "run.sh": "true\n"], tag: nil),
        NewRepository.Commit(
            author: "Ben Okoye", mail: "ben@shop.example", at: 1_793_883_600, message: "Go on\n\nWith a second line.",
            files: ["a.txt": "one\ntwo ✓\n", "run.sh": "true\n"], tag: "v1"),
    ]

    @Test func `The same commits have the same ids wherever they are made`() throws {
        let sandbox = try Sandbox()
        let ids = try NewRepository(commits: Self.commits).make(at: sandbox.path + "/new", scratch: sandbox.path + "/s")
        #expect(ids == ["660e93aa0764efdac30756bde4c40db287cffa03", "5f87c58baa985c675951791afd87900901086c30"])
        #expect(!sandbox.exists("s"))
    }

    @Test func `The work tree holds the last commit's files and nothing waits to be committed`() throws {
        let sandbox = try Sandbox()
        let ids = try NewRepository(commits: Self.commits).make(at: sandbox.path + "/new", scratch: sandbox.path + "/s")
        #expect(SmallFile.read(sandbox.path + "/new/a.txt") == Array("one\ntwo ✓\n".utf8))
        #expect(!sandbox.exists("new/src"))
        #expect(!sandbox.exists("new/.git/hooks"))
        try sandbox.git(["diff", "--quiet", "HEAD"], in: sandbox.path + "/new")
        let checkout = try #require(Checkout.discover(from: sandbox.path + "/new"))
        #expect(checkout.branch == "main")
        #expect(checkout.head == ids.last)
        #expect(try GitCommand().firstCommit(of: checkout) == ids[0])
        let tagged = try GitCommand().run(["rev-parse", "v1"], in: checkout)
        #expect(String(decoding: tagged, as: UTF8.self).hasPrefix(ids[1]))
    }

    @Test func `A file in the place of the scratch file is not written over`() throws {
        let sandbox = try Sandbox()
        sandbox.write("s", "mine")
        #expect(throws: GitError.self) {
            try NewRepository(commits: Self.commits).make(at: sandbox.path + "/new", scratch: sandbox.path + "/s")
        }
        #expect(SmallFile.read(sandbox.path + "/s") == Array("mine".utf8))
    }
}
