import Foundation
import Provenance
import Store
import Testing
import Text

@testable import Flows

/// The command as it is typed.
@Suite(.enabled(if: GitFolder.hasGit, "git is not installed"))
struct GateCommandTests {
    private let git: GitFolder

    init() throws { git = try GitFolder() }

    private static let unsafe = "import os\n\n\ndef run():\n    name = input()\n    os.system(\"ls \" + name)\n"

    @discardableResult
    private func run(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun.colophon(arguments, in: git.folder)
    }

    /// A store in which an edit wrote a file that is in the work tree.
    private func generate(_ text: String) throws {
        let store = try Store.open(at: git.folder.path + "/store.sqlite")
        let session = UID(of: .session, makerID: "s")
        var record = Session(uid: session, agent: "claude-code", makerID: "s")
        record.startedAt = 1000
        let generation = Generation(uid: UID(text: "abcdef012345"), session: session, startedAt: 1000)
        var edit = Edit(
            uid: UID(text: "e1"), call: UID(text: "e1"), generation: generation.uid, session: session, path: "b.py",
            kind: .create, means: .tool, at: 1000)
        edit.status = .applied
        edit.after = Body(text)
        var batch = Batch()
        batch.sightings = [.session(record), .generation(generation), .edit(edit)]
        batch.repositories[session] = RepositoryPlace(
            identity: "example.com/acme/shop", name: "shop", directory: git.root)
        try store.apply(batch)
        try store.close()
        try git.folder.write("shop/b.py", text)
        try git.git("add", "-A")
    }

    @Test func `What keeps it from telling is 2, whatever it is`() throws {
        let missing = try run("gate", "--repo", git.root)
        #expect(missing.status == 2 && missing.complaint.contains("There is no store at"))
        try generate("print(1)\n")
        let absent = try run("gate", "--diff", "nosuch", "--repo", git.root)
        #expect(absent.status == 2 && absent.complaint.contains("'nosuch'"))
        let policy = try git.folder.write("p.toml", "[block]\nseverity = \"hgih\"\n")
        let broken = try run("gate", "--policy", policy, "--repo", git.root)
        #expect(broken.status == 2 && broken.complaint.contains("p.toml, line 2: 'severity' is one of"))
        #expect(try run("gate", "--repo", git.folder.path).status == 2)
    }

    @Test func `It blocks, is approved by name and reason, and passes`() throws {
        try generate(Self.unsafe)
        let blocked = try run("gate", "--repo", git.root)
        #expect(blocked.status == 1 && blocked.output.hasPrefix("Blocked: 1 finding"), "\(blocked.output)")
        let list = try run("gate", "list", "--format", "json")
        let id = try #require(list.output.firstMatch(of: /"id":"([0-9a-f]{24})"/)?.1)
        #expect(try run("gate", "approve", "\(id)", "--reason", " ").status != 0)
        let nobody = try run("gate", "approve", "\(id)", "--reason", "ours")
        #expect(nobody.status == 1 && nobody.complaint.contains("--name"))
        let approved = try run("gate", "approve", "\(id.prefix(8))", "--reason", "a tool of ours", "--name", "Ada")
        #expect(approved.output.contains("approved by Ada: a tool of ours"))
        let passed = try run("gate", "--repo", git.root, "--format", "json")
        #expect(passed.status == 0 && passed.output.contains("\"outcome\":\"approved\""), "\(passed.output)")
        #expect(try run("gate", "list").complaint.contains("Nothing waits"))
        #expect(try run("gate", "reject", "\(id)", "--reason", "no", "--name", "Bo").status == 0)
        #expect(try run("gate", "--repo", git.root).output.hasPrefix("Blocked: rejected by Bo (no)"))
    }

    @Test func `What a change adds is told with the answer that wrote it, until somebody accepts it`() throws {
        try git.folder.write("shop/a.py", "print(1)\n")
        try git.git("add", "-A")
        try git.commit("one")
        try generate(Self.unsafe)
        try git.folder.write("shop/a.py", "print(1)\neval(input())\n")
        func audit(_ arguments: String...) throws -> ProgramRun {
            try ProgramRun.colophon(["audit", "--diff", "HEAD"] + arguments, in: git.folder, from: git.root)
        }
        let sarif = try audit("--format", "sarif")
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
        let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        #expect(results.count == 2)
        #expect(
            results.allSatisfy {
                ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"] != nil
            }, "\(sarif.output)")
        let writers = results.map { ($0["properties"] as? [String: Any])?["generation"] as? String }
        #expect(Set(writers) == [nil, "abcdef012345"], "a person's line has no answer: \(sarif.output)")
        let json = try audit("--format", "json")
        let id = try #require(json.output.firstMatch(of: /"id":"([0-9a-f]{24})"/)?.1)
        #expect(try run("finding", "accept", "\(id)", "--reason", "ours", "--by", "ann").status == 0)
        let accepted = try audit()
        #expect(accepted.output.contains("a.py") && !accepted.output.contains("b.py"), "\(accepted.output)")
        #expect(accepted.complaint.contains("Accepted, or said to be none: 1."), "\(accepted.complaint)")
    }

    @Test func `Risk is told with its evidence, of an answer, an edit and a line`() throws {
        try generate(Self.unsafe)
        let answer = try run("risk", "generation:abcdef")
        #expect(answer.status == 0 && answer.output.hasPrefix("generation:abcdef012345  risk "), "\(answer.complaint)")
        #expect(answer.output.contains("nobody has reviewed it [generation:abcdef012345]"))
        #expect(answer.output.contains(" at b.py:6. [finding:"))
        let line = try run("risk", git.root + "/b.py:6", "--format", "json")
        #expect(line.output.hasPrefix("{\"generation\":\"abcdef012345\",\"class\":"), "\(line.complaint)")
        #expect(try run("risk", "session:00").status == 1)
    }

    @Test func `Findings of the store are named as their files are called today`() throws {
        try generate("# one\n" + Self.unsafe)
        try git.git("mv", "b.py", "c.py")
        let audit = try run("audit", "--format", "json")
        #expect(audit.status == 1 && audit.output.contains(#""path":"c.py","line":7"#), "\(audit.output)")
    }

    @Test func `Of a change each point is told with its evidence`() throws {
        try generate(Self.unsafe)
        try git.commit("Second")
        let change = try run("risk", "HEAD~1..HEAD", "--repo", git.root)
        #expect(change.status == 0 && change.output.hasPrefix("HEAD~1..HEAD  risk "), "\(change.complaint)")
        #expect(change.output.contains("4 added lines of code, 4 generated, by 1 answer."))
        #expect(change.output.contains(" at b.py:6. [finding:") && change.output.contains("nobody has reviewed it ["))
        let lines = try run("risk", "commit:HEAD", "--repo", git.root, "--format", "json")
        #expect(
            lines.output.hasPrefix("{\"change\":\"commit:")
                && lines.output.contains("\"answers\":[{\"generation\":\"abcdef"))
        let unknown = try run("risk", "acme/shop#9", "--repo", git.root)
        #expect(unknown.status == 1 && unknown.complaint.contains("'colophon import'"))
    }

    @Test func `What other rules checked is checked anew before its risk is told, and without that it cannot be told`()
        throws
    {
        try generate("import acme\n\n\ndef f(x):\n    acme.run(x)\n")
        let before = try run("risk", "generation:abcdef")
        #expect(before.status == 0 && before.output.contains("risk none"), "\(before.output)")
        let rule = """
            languages = ["python"]
            [[rule]]
            id = "acme.shell"
            title = "A shell"
            cwe = 78
            class = "security"
            severity = "high"
            confidence = "high"
            call = ["acme.run"]
            message = "It runs."
            remedy = "Do not."
            """
        try git.folder.write("rules/acme.toml", rule)
        let rules = git.folder.path + "/rules"
        let after = try run("risk", "generation:abcdef", "--rules", rules)
        #expect(
            after.status == 0 && after.output.contains("risk high") && after.output.contains("acme.shell at b.py:5"))
        let gate = try run("gate", "--repo", git.root, "--rules", rules)
        #expect(gate.status == 1 && gate.output.contains("b.py:5 high acme.shell"))
        // A store that may not be written: what was found yesterday is not the word of today's rules.
        try run("risk", "generation:abcdef")
        let store = git.folder.path + "/store.sqlite"
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: store)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store) }
        let stale = try run("risk", "generation:abcdef", "--rules", rules)
        #expect(stale.status == 2 && stale.complaint.contains("Could not tell: 1 edit"), "\(stale.complaint)")
        #expect(stale.output.contains("last checked by other rules than today's"))
        try git.folder.write("rules/acme.toml", "[[rule]]\nid = 3\n")
        #expect(try run("risk", "generation:abcdef", "--rules", rules).status == 2)
    }
}
