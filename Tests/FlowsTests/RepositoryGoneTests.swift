import Foundation
import Store
import Testing

/// Sessions whose folder is not here, or is another's here.
@Suite(.enabled(if: Workshop.hasGit, "git is not installed"))
struct RepositoryGoneTests {
    private let shop: Workshop
    private let remote = "https://host.example/o/r"

    init() throws { shop = try Workshop() }

    @Test func `A worktree that is gone is what an earlier session knew of it, for folders below as well`() throws {
        let root = try shop.repository("r", remote: remote)
        let tree = shop.path + "/tree"
        try shop.git(["worktree", "add", "-q", "--detach", tree], in: root)
        try shop.read(shop.claude(in: tree))
        try shop.git(["worktree", "remove", "--force", tree], in: root)
        try shop.read(shop.claude(in: tree), shop.claude(in: tree + "/src"), shop.claude(in: shop.path + "/tree-2"))
        let name = "host.example/o/r"
        #expect(try shop.identities == [name, name, name, "path:\(shop.path)/tree-2"])
    }

    @Test func `A work tree of an agent that lay inside of the repository needs no earlier session`() throws {
        let root = try shop.repository("r", remote: remote)
        let tree = root + "/.claude/worktrees/topic"
        try shop.read(shop.claude(in: tree, editing: tree + "/a.py"))
        #expect(try shop.identities == ["host.example/o/r"])
        #expect(try shop.store.edits(limit: 9).map(\.path) == ["a.py"])
    }

    @Test func `A moved folder's old sessions stay the repository's`() throws {
        try shop.repository("old")
        try shop.read(shop.claude(in: shop.path + "/old"))
        try shop.move("old", to: "new")
        let root = "root:\(try shop.head(of: shop.path + "/new"))"
        try shop.read(shop.claude(in: shop.path + "/new"))
        try shop.read(shop.claude(in: shop.path + "/old"))
        #expect(try shop.identities == [root, root, root])
    }

    @Test(arguments: [false, true])
    func `A container's folder is what one of its sessions states, whichever is read first`(isReversed: Bool) throws {
        let place = shop.path + "/workspace"
        let (silent, telling) = (try shop.claude(in: place), try shop.codex(in: place, remote: remote))
        try isReversed ? shop.read(telling, silent) : shop.read(silent, telling)
        #expect(try shop.identities == ["host.example/o/r", "host.example/o/r"])
    }

    @Test func `A folder in which several repositories have stood tells nothing`() throws {
        let place = shop.path + "/workspace"
        try shop.read(
            shop.codex(in: place, remote: remote), shop.codex(in: place, remote: "https://host.example/o/s"),
            shop.claude(in: place))
        try shop.read(shop.codex(in: place, remote: remote))
        #expect(
            try shop.identities == ["host.example/o/r", "host.example/o/s", "path:\(place)", "host.example/o/r"])
    }

    @Test func `Another repository that stands in the folder here is not taken for the one that the history states`()
        throws
    {
        let here = try shop.repository("workspace", remote: "https://host.example/here/x")
        let elsewhere = try shop.repository("elsewhere")
        let commit = try shop.head(of: elsewhere)
        try shop.read(
            shop.codex(in: here, remote: remote), shop.codex(in: here, commit: commit),
            shop.codex(in: here, remote: "git@host.example:old/x.git", commit: try shop.head(of: here)),
            shop.codex(in: here, commit: try shop.head(of: here)), shop.claude(in: here))
        let name = "host.example/here/x"
        #expect(try shop.identities == ["host.example/o/r", nil, name, name, name])
        #expect(try shop.store.repositories().first { $0.identity == "host.example/o/r" }?.directory == nil)
    }

    @Test func `A commit leads to the repository here that has it`() throws {
        let root = try shop.repository("r")
        try shop.read(shop.claude(in: root))
        try shop.read(shop.codex(in: "/colophon-no-such-folder", commit: try shop.head(of: root)))
        #expect(try Set(shop.identities) == ["root:\(shop.head(of: root))"])
    }

    @Test func `Links above a folder that is gone are followed, and other systems' paths are only text`() throws {
        let real = try shop.makeFolder("real")
        try FileManager.default.createSymbolicLink(atPath: shop.path + "/link", withDestinationPath: real)
        try shop.read(
            shop.claude(in: shop.path + "/link/gone"), shop.claude(in: real + "/gone"),
            shop.claude(in: #"C:\\work\\shop"#), shop.claude(in: "."))
        #expect(try shop.identities == ["path:\(real)/gone", "path:\(real)/gone", #"path:C:\work\shop"#, nil])
        #expect(try shop.store.repositories().map(\.name) == ["gone", "shop"])
    }
}
