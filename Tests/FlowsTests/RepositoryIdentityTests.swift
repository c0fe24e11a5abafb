import Flows
import Foundation
import Git
import Store
import Testing

/// One repository is one, wherever it lies and however its remote is written; two are two.
@Suite(.enabled(if: Workshop.hasGit, "git is not installed"))
struct RepositoryIdentityTests {
    private let shop: Workshop

    init() throws { shop = try Workshop() }

    @Test(arguments: [
        "git@host.example:o/r.git", "https://ann:token@HOST.example/o/r", "ssh://git@host.example:22/o/r.git",
        "https://host.example:8443/o/r/", "host.example:o/r",
    ])
    func `Clones by ssh and https are one repository`(remote: String) throws {
        try shop.repository("one", remote: "https://host.example/o/r.git")
        try shop.repository("two", remote: remote)
        try shop.read(shop.claude(in: shop.path + "/one"), shop.claude(in: shop.path + "/two"))
        #expect(try shop.identities == ["host.example/o/r", "host.example/o/r"])
    }

    @Test func `The remote is that which is called origin, else upstream, else the first by name that is no path`()
        throws
    {
        let fork = try shop.repository("fork", remote: "git@host.example:me/r.git")
        try shop.git(["remote", "add", "upstream", "git@host.example:o/r.git"], in: fork)
        let renamed = try shop.repository("renamed", remote: "git@host.example:o/r.git")
        try shop.git(["remote", "rename", "origin", "theirs"], in: renamed)
        let several = try shop.repository("several")
        for (name, url) in [("b", "git@b.example:o/r"), ("z", "git@z.example:o/r"), ("a", shop.path)] {
            try shop.git(["remote", "add", name, url], in: several)
        }
        let pushed = try shop.repository("pushed", remote: "https://host.example/o/r")
        try shop.git(["config", "remote.origin.pushurl", "https://elsewhere.example/x/y"], in: pushed)
        try shop.git(["config", "url.ssh://elsewhere.example/.pushInsteadOf", "https://host.example/"], in: pushed)
        let short = try shop.repository("short", remote: "hx:o/r")
        try shop.git(["config", "url.https://host.example/.insteadOf", "hx:"], in: short)
        let mirrored = try shop.repository("mirrored", remote: "https://host.example/o/r")
        try shop.git(["config", "url.https://mirror.example/.insteadOf", "https://host.example/"], in: mirrored)
        for root in [fork, renamed, several, pushed, short, mirrored] { try shop.read(shop.claude(in: root)) }
        let name = "host.example/o/r"
        #expect(try shop.identities == ["host.example/me/r", name, "b.example/o/r", name, name, name])
    }

    @Test func `A worktree, a folder below and a folder behind a link are the repository; what lies inside is not`()
        throws
    {
        let root = try shop.repository("r")
        let tree = shop.path + "/tree"
        try shop.git(["worktree", "add", "-q", "--detach", tree], in: root)
        let below = try shop.makeFolder("tree/src")
        try FileManager.default.createSymbolicLink(atPath: shop.path + "/link", withDestinationPath: root)
        let nested = try shop.repository("r/nested")
        let module = try shop.repository("module")
        try shop.git(["submodule", "--quiet", "add", module, "sub"], in: root)
        for place in [root, tree, below, shop.path + "/link", root + "/.git", nested, root + "/sub", module] {
            try shop.read(shop.claude(in: place, editing: place + "/a.py"))
        }
        let (own, inner, other) = try (
            "root:\(shop.head(of: root))", "root:\(shop.head(of: nested))", "root:\(shop.head(of: module))"
        )
        #expect(try shop.identities == [own, own, own, own, own, inner, other, other])
        let paths = try shop.store.edits(limit: 100).map(\.path)
        #expect(Set(paths) == ["a.py", "src/a.py", ".git/a.py"])
        #expect(try shop.store.repositories().first { $0.identity == own }?.directory == root, "not that of a worktree")
    }

    @Test func `A path is relative to the work tree however one came to it`() throws {
        let root = try shop.repository("r")
        _ = try shop.makeFolder("r/src")
        try FileManager.default.createSymbolicLink(atPath: shop.path + "/link", withDestinationPath: root)
        try shop.read(shop.claude(in: shop.path + "/link/src", editing: shop.path + "/link/a.py"))
        #expect(try shop.store.edits(limit: 9).map(\.path) == ["a.py"])
    }

    @Test func `Without a remote the main line's first commit names it, whatever was merged or is checked out`() throws
    {
        let root = try shop.repository("r")
        let first = try shop.head(of: root)
        let other = try shop.repository("other")
        try shop.git(
            ["pull", "-q", "--no-rebase", "--no-edit", "--allow-unrelated-histories", other, "main"], in: root)
        try shop.read(shop.claude(in: root))
        try shop.git(["checkout", "-q", "--orphan", "pages"], in: root)
        try shop.commit(in: root, "pages")
        try shop.git(["worktree", "add", "-q", shop.path + "/tree", "main"], in: root)
        // What an old file of grafts says is nothing of the history.
        try shop.folder.write("r/.git/info/grafts", try shop.head(of: shop.path + "/tree") + "\n")
        try shop.read(shop.claude(in: root), shop.claude(in: shop.path + "/tree"))
        try shop.read(shop.claude(in: other))
        #expect(
            try shop.identities == ["root:\(first)", "root:\(first)", "root:\(first)", "root:\(shop.head(of: other))"])
    }

    @Test func `A clone by path is what it was cloned from, bare or not, with or without a remote of its own`() throws {
        let plain = try shop.repository("plain")
        try shop.git(["clone", "-q", plain, "one"], in: shop.path)
        try shop.git(["clone", "-q", "file://" + shop.path + "/one", "two"], in: shop.path)
        try shop.git(["clone", "-q", "--depth", "1", "file://" + plain, "three"], in: shop.path)
        let known = try shop.repository("known", remote: "git@host.example:o/r.git")
        try shop.git(["clone", "-q", "--bare", known, "bare.git"], in: shop.path)
        try shop.git(["clone", "-q", shop.path + "/bare", "four"], in: shop.path)
        for name in ["plain", "one", "two", "three", "known", "bare.git", "four"] {
            try shop.read(shop.claude(in: shop.path + "/" + name))
        }
        let (root, remote) = ("root:\(try shop.head(of: plain))", "host.example/o/r")
        #expect(try shop.identities == [root, root, root, root, remote, remote, remote])
    }

    @Test func `A shallow clone whose origin is gone is told by its folder, never by where it was cut off`() throws {
        let root = try shop.repository("r")
        try shop.commit(in: root, "second")
        try shop.git(["clone", "-q", "--depth", "1", "file://" + root, "cut"], in: shop.path)
        try shop.remove("r")
        try shop.read(shop.claude(in: shop.path + "/cut"))
        #expect(try shop.identities == ["path:\(shop.path)/cut"])
    }

    @Test
    func `What was a folder becomes a repository with its first commit, and goes on as one with its first remote`()
        throws
    {
        let root = try shop.makeFolder("r")
        try shop.read(shop.claude(in: root))
        try shop.git(["init", "-q", "-b", "main", "."], in: root)
        try shop.read(shop.claude(in: root))
        #expect(try shop.identities == ["path:\(root)", "path:\(root)"])
        try shop.commit(in: root, "first")
        try shop.read(shop.claude(in: root))
        #expect(try Set(shop.identities) == ["root:\(shop.head(of: root))"])
        try shop.git(["remote", "add", "origin", "https://host.example/o/shop"], in: root)
        try shop.read(shop.claude(in: root))
        #expect(try Set(shop.identities) == ["host.example/o/shop"])
        #expect(try shop.store.repositories().map(\.name) == ["shop"])
        #expect(try Set(shop.store.turns(limit: 9).map(\.repository)) == ["shop"])
    }

    @Test func `A repository that got its remote after it was moved is the one it was`() throws {
        try shop.repository("old")
        try shop.read(shop.claude(in: shop.path + "/old"))
        try shop.move("old", to: "new")
        try shop.git(["remote", "add", "origin", "https://host.example/o/shop"], in: shop.path + "/new")
        try shop.read(shop.claude(in: shop.path + "/new"), shop.claude(in: shop.path + "/old"))
        #expect(try Set(shop.identities) == ["host.example/o/shop"])
    }

    @Test func `A remote that moved takes its sessions along; a fork that was made of it does not`() throws {
        let origin = try shop.repository("origin")
        for name in ["moved", "forked"] {
            try shop.git(["clone", "-q", origin, name], in: shop.path)
            // As git writes it on a clone over the network.
            let log = "\(name)/.git/logs/refs/remotes/origin/HEAD"
            let line = try String(contentsOfFile: shop.path + "/" + log, encoding: .utf8)
            let url = "https://host.example/o/\(name)"
            try shop.folder.write(log, line.replacingOccurrences(of: "from \(origin)", with: "from \(url)"))
            try shop.git(["remote", "set-url", "origin", url], in: shop.path + "/" + name)
            try shop.read(shop.claude(in: shop.path + "/" + name))
        }
        try shop.git(["remote", "set-url", "origin", "git@host.example:new/moved"], in: shop.path + "/moved")
        try shop.git(["remote", "rename", "origin", "upstream"], in: shop.path + "/forked")
        try shop.git(["remote", "add", "origin", "git@host.example:me/forked"], in: shop.path + "/forked")
        try shop.read(shop.claude(in: shop.path + "/moved"), shop.claude(in: shop.path + "/forked"))
        #expect(
            try shop.identities
                == [
                    "host.example/new/moved", "host.example/o/forked", "host.example/new/moved",
                    "host.example/me/forked",
                ])
    }

    @Test func `Two repositories of one name are told apart where one stands in one of them`() throws {
        for owner in ["a", "b"] {
            try shop.repository(owner, remote: "https://host.example/\(owner)/docs")
            try shop.read(shop.claude(in: shop.path + "/" + owner))
        }
        let checkout = try #require(Checkout.discover(from: shop.path + "/a"))
        let here = try #require(try RepositoryPlace.here(checkout, in: shop.store))
        let label = try shop.store.label(of: here)
        #expect(label == "a/docs")
        #expect(
            try shop.store.turns(matching: Filter(#"repo:"\#(label)""#, now: 0), limit: 9).map(\.title) == ["ask 1"])
        #expect(try shop.store.news(since: 0, repository: label).turns == 1)
        #expect(try shop.store.news(since: 0, repository: "docs").turns == 2)
    }

    @Test func `After one look a moved repository without a remote is known to the next start`() throws {
        try shop.repository("old")
        try shop.read(shop.claude(in: shop.path + "/old"))
        try shop.move("old", to: "new")
        let checkout = try #require(Checkout.discover(from: shop.path + "/new"))
        #expect(try RepositoryPlace.here(checkout, in: shop.store) == nil)
        try Intake(store: shop.store).note(workTree: shop.path + "/new")
        #expect(try RepositoryPlace.here(checkout, in: shop.store)?.name == "old")
        try shop.repository("stranger")
        try Intake(store: shop.store).note(workTree: shop.path + "/stranger")
        #expect(try shop.store.repositories().count == 1)
    }
}
