import Testing

@testable import Git

@Suite(.enabled(if: Sandbox.hasGit, "git is not installed"))
struct CheckoutTests {
    @Test func `A repository is found from a folder deep inside of it`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        sandbox.folder("r/a")
        sandbox.folder("r/a/b")
        let checkout = try #require(Checkout.discover(from: root + "/a/b/"))
        #expect(checkout.root == root)
        #expect(checkout.gitDirectory == root + "/.git")
        #expect(checkout.commonDirectory == root + "/.git")
        #expect(checkout.remote == "git@example.com:owner/name.git")
        #expect(checkout.branch == "main")
        #expect(checkout.head.map { References.isCommit($0) } == true)
        #expect(!checkout.isShallow)
        #expect(Checkout.discover(from: root + "/.git/refs")?.root == root)
    }

    @Test func `Where there is no work tree there is no checkout`() throws {
        let sandbox = try Sandbox()
        sandbox.folder("plain")
        #expect(Checkout.discover(from: sandbox.path + "/plain") == nil)
        #expect(Checkout.discover(from: sandbox.path + "/gone") == nil)
        #expect(Checkout.discover(from: "") == nil)
        #expect(Checkout.discover(from: "/") == nil)
        try sandbox.git(["init", "-q", "--bare", "bare.git"], in: sandbox.path)
        #expect(Checkout.discover(from: sandbox.path + "/bare.git") == nil)
    }

    @Test func `A broken pointer is not taken for the repository around it`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        sandbox.folder("r/sub")
        sandbox.write("r/sub/.git", "gitdir: /nowhere/at/all\n")
        #expect(Checkout.discover(from: root + "/sub") == nil)
        sandbox.write("r/sub/.git", "nonsense")
        #expect(Checkout.discover(from: root + "/sub") == nil)
        sandbox.folder("r/empty")
        sandbox.folder("r/empty/.git")
        #expect(Checkout.discover(from: root + "/empty")?.root == root)
    }

    @Test func `A worktree has its own branch and shares the rest`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        try sandbox.git(["worktree", "add", "-q", "-b", "side/topic", "../w"], in: root)
        let checkout = try #require(Checkout.discover(from: sandbox.path + "/w"))
        #expect(checkout.root == sandbox.path + "/w")
        #expect(checkout.gitDirectory == root + "/.git/worktrees/w")
        #expect(checkout.commonDirectory == root + "/.git")
        #expect(checkout.branch == "side/topic")
        #expect(checkout.head == Checkout.discover(from: root)?.head)
        #expect(checkout.remote == "git@example.com:owner/name.git")
        #expect(try GitCommand().firstCommit(of: checkout) == checkout.head)
    }

    @Test func `A submodule is a repository of its own, its pointer relative`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        let inner = try sandbox.repository("inner", remote: nil)
        try sandbox.git(["submodule", "--quiet", "add", inner, "sub"], in: root)
        let checkout = try #require(Checkout.discover(from: root + "/sub"))
        #expect(checkout.gitDirectory == root + "/.git/modules/sub")
        #expect(checkout.commonDirectory == checkout.gitDirectory)
        #expect(checkout.remote == inner)
        #expect(try GitCommand().firstCommit(of: checkout) == checkout.head)
    }

    @Test func `Packed, detached and unborn heads are told apart`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        let head = Checkout.discover(from: root)?.head
        try sandbox.git(["pack-refs", "--all"], in: root)
        #expect(!sandbox.exists("r/.git/refs/heads/main"))
        #expect(Checkout.discover(from: root)?.head == head)
        try sandbox.git(["checkout", "-q", "--detach"], in: root)
        #expect(Checkout.discover(from: root)?.branch == nil)
        #expect(Checkout.discover(from: root)?.head == head)
        try sandbox.git(["init", "-q", "-b", "new", "empty"], in: sandbox.path)
        let empty = try #require(Checkout.discover(from: sandbox.path + "/empty"))
        #expect(empty.branch == "new")
        #expect(empty.head == nil)
        #expect(try GitCommand().firstCommit(of: empty) == nil)
    }

    @Test func `A head that leads out of the repository is not followed`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        sandbox.write("secret", String(repeating: "a", count: 40))
        sandbox.write("r/.git/HEAD", "ref: refs/../../../secret\n")
        #expect(Checkout.discover(from: root)?.head == nil)
    }

    @Test func `A shallow clone is known by its file`() throws {
        let sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        sandbox.write("r/file.txt", "three\n")
        try sandbox.git(["commit", "-q", "-am", "Second"], in: root)
        try sandbox.git(["clone", "-q", "--depth", "1", "file://\(root)", "c"], in: sandbox.path)
        #expect(Checkout.discover(from: sandbox.path + "/c")?.isShallow == true)
    }

    @Test(arguments: [
        ("[remote \"upstream\"]\nurl = u\n[remote \"origin\"]\n\turl = o ; here\n", "o"),
        ("[remote \"mine\"]\n url=\"m # not a comment\" \n", "m # not a comment"),
        ("[REMOTE \"a\"]\nURL = x\n[remote \"upstream\"]\nurl = u\\\n v\n", "u v"),
        ("[remote \"a\"]\nurl = x\n[remote \"b\"]\nurl = y\n", "x"),
        ("[remote.origin]\nurl = old\n", "old"),
        ("[remote \"origin\"] url = one\nurl = two\nfetch = +x\n", "one"),
        ("[remote \"origin\"]\npushurl = p\n", nil),
        ("[remote \"ori\\\"gin\"]\nurl = q\n[url \"x\"]\ninsteadOf = q\n", "q"),
        ("[", nil), ("[remote \"", nil), ("url", nil), ("=", nil), ("[a]\n=\n\\", nil),
        ("\u{FEFF}[remote \"o\"]\nurl = b", "b"),
    ])
    func `The remote is origin, else upstream, else the first by name`(config: String, url: String?) throws {
        let sandbox = try Sandbox()
        for name in ["r", "r/.git", "r/.git/objects", "r/.git/refs"] { sandbox.folder(name) }
        sandbox.write("r/.git/HEAD", "ref: refs/heads/main\n")
        sandbox.write("r/.git/config", config)
        #expect(Checkout.discover(from: sandbox.path + "/r")?.remote == url)
    }
}
