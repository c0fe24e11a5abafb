import Foundation
import GRDB
import Ingest
import Provenance
import Testing
import Text

@testable import Flows
@testable import Store

/// What commits' lines are exported as, and that reading it back gives the same.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not there"))
struct RevisionExportTests {
    /// Two sessions, two models, a person's lines in between, and what another program said of one commit.
    private func copy() throws -> WorkingCopy {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.write("a.py", "import shop\n" + Lines.refund + "print(refund(first_order))\n")
        try copy.edit("src/b c.py", to: Lines.ship, session: "s2", model: "gpt-5.1-codex")
        let commit = try copy.commit()
        let told = """
            {"version":"0.1.0","id":"11111111-2222-4333-8444-555555555555","timestamp":"2025-10-01T10:00:00Z",\
            "vcs":{"type":"git","revision":"\(commit)"},"tool":{"name":"Ann Example"},"files":[{"path":"a.py",\
            "conversations":[{"contributor":{"type":"human"},"ranges":[{"start_line":7,"end_line":7}]}]}]}
            {"version":"0.1.0","id":"11111111-2222-4333-8444-666666666666","timestamp":"2025-10-01T10:00:00Z",\
            "vcs":{"type":"git","revision":"\(commit)"},"tool":{"name":"cursor"},"metadata":{"session_id":"s3"},\
            "files":[{"path":"d.py","conversations":[{"contributor":{"type":"ai","model_id":"composer-2"},\
            "ranges":[{"start_line":3,"end_line":9},{"start_line":12,"end_line":12}]}]}]}

            """
        try copy.write(".agent-trace/traces.jsonl", told)
        try Intake(store: copy.store).run([#require(HistoryFile(path: copy.path + "/.agent-trace/traces.jsonl"))])
        return copy
    }

    private func trace(_ store: Store, _ copy: WorkingCopy?, _ revision: String? = nil) throws -> String {
        var bytes: [UInt8] = []
        var exporter = AgentTraceExporter(
            store: store, checkout: try copy?.checkout, revision: revision, toolVersion: "1.2.3")
        _ = try exporter.export { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private let facts = [
        "a.py 2...6 ai claude-code/s1 claude-opus-4-5", "a.py 7...7 human - - Ann Example",
        "d.py 3...9 ai cursor/s3 composer-2", "d.py 12...12 ai cursor/s3 composer-2",
        "src/b c.py 1...4 ai claude-code/s2 gpt-5.1-codex",
    ]

    private func facts(_ store: Store, _ copy: WorkingCopy?) throws -> [String] {
        var all: [String] = []
        try RevisionLedger(store: store, checkout: try copy?.checkout).run(nil) { facts in
            all += facts.lines.map { lines in
                let who = lines.conversation.map { "\($0.agent)/\($0.id)" } ?? "-"
                let author = lines.author.map { " \($0)" } ?? ""
                return "\(lines.path) \(lines.lines) \(lines.contributor) \(who) \(lines.model ?? "-")\(author)"
            }
        }
        return all
    }

    @Test
    func `records are as the specification has them`() throws {
        let copy = try copy()
        let text = try trace(copy.store, copy)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 4)
        for line in lines {
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8))
            #expect(TraceSchema.complaints(about: record) == [], "\(line)")
        }
        #expect(text.contains("\"model_id\":\"anthropic/claude-opus-4-5\""))
        #expect(text.contains("\"model_id\":\"openai/gpt-5.1-codex\""))
        let refund = Lines.refund.dropLast()
        #expect(text.contains("\"content_hash\":\"murmur3:\(hex(Murmur3.hash(String(refund))))\""))
    }

    private func hex(_ hash: UInt32) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    @Test
    func `reading one's own records back gives the same facts, and the same records again`() throws {
        let copy = try copy()
        #expect(try facts(copy.store, copy) == facts)
        let text = try trace(copy.store, copy)
        let file = try copy.folder.write("mine.jsonl", text)
        let other = try Store.inMemory()
        try Intake(store: other).run([#require(HistoryFile(path: file))])
        #expect(try facts(other, nil) == facts)
        #expect(try trace(other, nil) == text)
        let sessions = try [copy.store, other].map { store in
            try store.read { try String.fetchAll($0, sql: "SELECT uid || agent FROM session ORDER BY uid") }
        }
        #expect(sessions[0] == sessions[1])
        // At home nothing is said twice.
        try Intake(store: copy.store).run([#require(HistoryFile(path: file))])
        #expect(try facts(copy.store, copy) == facts)
        #expect(try trace(copy.store, copy) == text)
    }

    @Test
    func `notes say the same, line by line`() throws {
        let copy = try copy()
        let folder = copy.folder.path + "/notes"
        let notes = try GitAINotes(store: copy.store, checkout: try copy.checkout, revision: nil).write(into: folder)
        #expect(notes == .init(notes: 1))
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let commit = try copy.git("rev-parse", "HEAD")
        #expect(name == commit + ".note")
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        #expect(
            try NoteText(text).facts == [
                "a.py 2-6 claude s1 claude-opus-4-5", "a.py 7 human Ann Example", "d.py 3-9,12 cursor s3 composer-2",
                "src/b c.py 1-4 claude s2 gpt-5.1-codex",
            ])
        // git takes it as it is.
        try copy.git("notes", "--ref=ai", "add", "-F", "\(folder)/\(name)", commit)
        #expect(try copy.git("notes", "--ref=ai", "show", commit).hasPrefix("a.py\n  h_"))
        #expect(throws: GitAINotes.Failure.self) {
            try GitAINotes(store: copy.store, checkout: try copy.checkout, revision: nil).write(into: folder)
        }
    }

    @Test
    func `notes that git keeps, and a folder of them, are read back to the same facts`() throws {
        let copy = try copy()
        try copy.edit("e.py", to: Lines.ship, model: "claude-haiku-4-5")
        try copy.edit("f.py", to: Lines.refund)
        let commit = try copy.commit()
        try copy.write(
            "more.jsonl",
            """
            {"version":"0.1.0","id":"11111111-2222-4333-8444-777777777777","timestamp":"2025-10-01T10:00:00Z",\
            "vcs":{"type":"git","revision":"\(commit)"},"files":[{"path":"a.py","conversations":\
            [{"contributor":{"type":"unknown"},"ranges":[{"start_line":20,"end_line":22}]}]}]}

            """)
        try Intake(store: copy.store).run([#require(HistoryFile(path: copy.path + "/more.jsonl"))])
        let all = try facts(copy.store, copy)
        #expect(all.contains { $0.hasPrefix("e.py") && $0.hasSuffix("claude-code/s1 claude-haiku-4-5") })
        #expect(all.contains { $0.hasPrefix("f.py") && $0.hasSuffix("claude-code/s1 claude-opus-4-5") })
        let folder = copy.folder.path + "/notes"
        let written = try GitAINotes(store: copy.store, checkout: try copy.checkout, revision: nil).write(into: folder)
        #expect(written == .init(notes: 2, omittedLines: 3))
        let told = all.filter { !$0.contains(" unknown ") }.sorted()
        let files = HistoryFile.all(below: folder)
        for file in files {
            let name = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
            try copy.git("notes", "--ref=ai", "add", "-F", file.path, name)
        }
        let (fromGit, fromFiles) = (try Store.inMemory(), try Store.inMemory())
        try Intake(store: fromGit).run([], repositories: [copy.checkout])
        try Intake(store: fromFiles).run(files)
        #expect(try facts(fromGit, copy).sorted() == told)
        #expect(try facts(fromFiles, nil).sorted() == told)
        let sql = "SELECT uid || ' ' || agent || ' ' || maker_id FROM session ORDER BY uid"
        let sessions = try [copy.store, fromGit, fromFiles].map { store in
            try store.read { try String.fetchAll($0, sql: sql) }
        }
        #expect(sessions[0].count == 3 && sessions[1] == sessions[0] && sessions[2] == sessions[0])
    }

    @Test
    func `a note holds what has no conversation, and paths that would mislead`() throws {
        var nameless = AttributedLines(path: "---", lines: 1...2, contributor: .ai)
        nameless.model = "gpt-5"
        var hashed = AttributedLines(path: "a.py", lines: 4...4, contributor: .ai)
        hashed.sessionHash = "s_0123456789abcd"
        let human = AttributedLines(path: "a.py", lines: 5...5, contributor: .human)
        var second = AttributedLines(path: "b.py", lines: 1...9, contributor: .ai)
        second.conversation = .init(agent: "codex", id: "c1")
        second.model = "gpt-5"
        var third = second
        third.lines = 12...12
        third.model = "gpt-6"
        let hash = String(repeating: "ab", count: 20)
        let text = GitAINote(
            RevisionFacts(revision: hash, at: 1, lines: [nameless, hashed, human, second, third])
        ).text
        #expect(text.hasPrefix("\"---\"\n  \(GitAINote.nameless(model: "gpt-5"))::t_"))
        #expect(text.contains("\n  s_0123456789abcd::t_"))
        #expect(text.contains("\"human_author\":null,\"custom_attributes\":{\"model.t_"))
        #expect(text.contains("\"author\":\"unknown\""))
        #expect(text.contains("\"agent_id\":{\"tool\":\"unknown\",\"id\":\"\",\"model\":\"gpt-5\"}"))
    }

    @Test
    func `a range of which nothing is known says so`() throws {
        let copy = try copy()
        let first = try copy.git("rev-list", "--max-parents=0", "HEAD")
        #expect(throws: NothingKnown.self) { try trace(copy.store, copy, first) }
        #expect(try trace(copy.store, copy, "\(first)..HEAD") == trace(copy.store, copy))
    }
}

/// The specification's rules, from its text: what must be there, of which kind, and nothing beside it.
private enum TraceSchema {
    static func complaints(about record: Any) -> [String] {
        var complaints: [String] = []
        func object(_ value: Any?, _ place: String, _ required: [String], _ optional: [String] = []) -> [String: Any] {
            guard let object = value as? [String: Any] else {
                complaints.append("\(place) is no object")
                return [:]
            }
            for name in required where object[name] == nil { complaints.append("\(place) has no \(name)") }
            for name in object.keys where !(required + optional).contains(name) {
                complaints.append("\(place) has \(name)")
            }
            return object
        }
        func text(_ value: Any?, _ place: String, _ form: String = ".*") {
            guard let text = value as? String, text.range(of: "^\(form)$", options: .regularExpression) != nil else {
                complaints.append("\(place) is \(value ?? "nothing")")
                return
            }
        }
        func contributor(_ value: Any?, _ place: String) {
            let contributor = object(value, place, ["type"], ["model_id"])
            text(contributor["type"], place + ".type", "(human|ai|mixed|unknown)")
            if let model = contributor["model_id"] { text(model, place + ".model_id", ".{1,250}") }
        }
        let record = object(
            record, "record", ["version", "id", "timestamp", "files"], ["vcs", "tool", "metadata"])
        text(record["version"], "version", #"\d+\.\d+\.\d+"#)
        text(record["id"], "id", "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        text(record["timestamp"], "timestamp", #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"#)
        let vcs = object(record["vcs"], "vcs", ["type", "revision"])
        text(vcs["type"], "vcs.type", "(git|jj|hg|svn)")
        text(vcs["revision"], "vcs.revision", "[0-9a-f]{40}")
        let tool = object(record["tool"], "tool", ["name", "version"])
        text(tool["name"], "tool.name")
        text(tool["version"], "tool.version")
        if let metadata = record["metadata"] { _ = object(metadata, "metadata", [], ["dev.colophon"]) }
        for file in record["files"] as? [Any] ?? ["none"] {
            let file = object(file, "file", ["path", "conversations"])
            text(file["path"], "path", "[^/].*")
            for conversation in file["conversations"] as? [Any] ?? ["none"] {
                let conversation = object(
                    conversation, "conversation", ["ranges"], ["url", "contributor", "related"])
                if let who = conversation["contributor"] { contributor(who, "contributor") }
                for range in conversation["ranges"] as? [Any] ?? ["none"] {
                    let range = object(range, "range", ["start_line", "end_line"], ["content_hash", "contributor"])
                    let (first, last) = (range["start_line"] as? Int ?? 0, range["end_line"] as? Int ?? 0)
                    if first < 1 || last < first { complaints.append("lines \(first) to \(last)") }
                    if let hash = range["content_hash"] { text(hash, "content_hash", "murmur3:[0-9a-f]{8}") }
                }
            }
        }
        return complaints
    }
}

/// A git-ai note, read by its own rules.
private struct NoteText {
    var facts: [String] = []

    init(_ text: String) throws {
        let parts = text.components(separatedBy: "\n---\n")
        try #require(parts.count == 2)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(parts[1].utf8)) as? [String: Any])
        #expect(json["schema_version"] as? String == "authorship/3.0.0")
        #expect((json["base_commit_sha"] as? String)?.count == 40)
        let sessions = try #require(json["sessions"] as? [String: [String: Any]])
        let humans = json["humans"] as? [String: [String: String]] ?? [:]
        var path = ""
        for line in parts[0].split(separator: "\n") {
            guard line.hasPrefix("  ") else {
                path = line.hasPrefix("\"") ? String(line.dropFirst().dropLast()) : String(line)
                continue
            }
            let words = line.dropFirst(2).split(separator: " ")
            try #require(words.count == 2)
            let key = String(words[0].prefix(16))
            if key.hasPrefix("h_") {
                facts.append("\(path) \(words[1]) human \(try #require(humans[key]?["author"]))")
                continue
            }
            #expect(words[0].count == 34 && words[0].dropFirst(16).hasPrefix("::t_"))
            let agent = try #require(sessions[key]?["agent_id"] as? [String: String])
            let (tool, id) = (agent["tool"] ?? "", agent["id"] ?? "")
            #expect(key == "s_" + SHA256.hash("\(tool):\(id)").hex(14))
            facts.append("\(path) \(words[1]) \(tool) \(id) \(agent["model"] ?? "")")
        }
        facts.sort()
    }
}
