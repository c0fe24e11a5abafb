import Flows
import Foundation
import Ingest
import Provenance
import Redaction
import Store
import TestSupport
import Testing

@testable import Flows

/// One's own export, and reading it back.
struct OTLPExportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func export(_ store: Store, _ filter: Filter = .everything) throws -> Data {
        var bytes: [UInt8] = []
        var exporter = OTLPExporter(store: store, filter: filter)
        _ = try exporter.export { bytes += $0 }
        return Data(bytes)
    }

    private func readBack(_ data: Data) throws -> Store {
        let store = try Store.inMemory()
        let path = try folder.write("\(UUID().uuidString)/export.jsonl", data)
        let summary = try Intake(store: store, redactor: Redactor()).run([try #require(HistoryFile(path: path))])
        #expect((summary.skippedLines, summary.unknownLines, summary.strangers.count) == (0, 0, 0))
        return store
    }

    /// What comes back: all of these, but segments that no answer saw.
    private static let tables = ["session", "turn", "prompt", "generation", "edit"]

    private func expectSame(_ store: Store, _ back: Store) throws {
        let (before, after) = (try StoreDump(store), try StoreDump(back))
        for table in Self.tables {
            let (mine, theirs) = (Self.relative(before.rows[table]), Self.relative(after.rows[table]))
            #expect(mine == theirs, "\(table):\n\(after.difference(from: before))")
        }
        #expect(Set(Self.relative(after.rows["segment"])).isSubset(of: Self.relative(before.rows["segment"])))
        #expect(after.rows["pending"] == [])
    }

    /// A path told before its session's folder was known stands in full, and comes back as those told after it.
    private static func relative(_ rows: [String]?) -> [String] {
        (rows ?? []).map { $0.replacing("path=\"/home/ada/shop/", with: "path=\"") }.sorted()
    }

    @Test(arguments: Conversation.allCases)
    func `An export read back into a new store is the same records`(conversation: Conversation) throws {
        let store = try Store.inMemory()
        try folder.write("histories/h.jsonl", conversation.lines.asLines)
        _ = try Intake(store: store, redactor: Redactor()).run(HistoryFile.all(below: folder.path + "/histories"))
        try expectSame(store, readBack(export(store)))
    }

    @Test func `A demo's export read back is the same records`() throws {
        let store = try Store.inMemory()
        try DemoWriter(DemoPlan(generations: 300, seed: 3, now: 1_793_880_000_000)).fill(store)
        // Without what says that it is a demo's: see below.
        let bytes = String(decoding: try export(store), as: UTF8.self).replacing("colophon.synthetic", with: "x")
        let back = try readBack(Data(bytes.utf8))
        let (before, after) = (try StoreDump(store), try StoreDump(back))
        for table in ["prompt", "generation", "edit"] {
            #expect(before.rows[table] == after.rows[table], "\(table):\n\(after.difference(from: before))")
        }
    }

    @Test func `An export of a store that says it is made up says so too, and is not read among others`() throws {
        let store = try Store.inMemory()
        try DemoWriter(DemoPlan(generations: 20, seed: 3, now: 1_793_880_000_000)).fill(store)
        let path = try folder.write("demo.jsonl", export(store))
        let mine = try Store.inMemory()
        let summary = try Intake(store: mine).run([try #require(HistoryFile(path: path))])
        #expect(summary.skips.first?.reason.contains("made-up records of a demo") == true)
        #expect(try mine.counts().generations == 0)
    }

    @Test func `The same store gives the same bytes, and reading an export twice doubles nothing`() throws {
        let store = try Store.inMemory()
        try folder.write("histories/h.jsonl", Conversation.claude.lines.asLines)
        _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/histories"))
        let bytes = try export(store)
        #expect(try export(store) == bytes)
        let dump = try StoreDump(store)
        let path = try folder.write("export.jsonl", bytes)
        _ = try Intake(store: store).run([try #require(HistoryFile(path: path))])
        let again = try StoreDump(store)
        #expect(again == dump, "\(again.difference(from: dump))")
    }

    @Test func `A span says what the conventions name, and edits stand beside`() throws {
        let store = try Store.inMemory()
        try folder.write("histories/h.jsonl", Conversation.claude.lines.asLines)
        _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/histories"))
        let text = String(decoding: try export(store), as: UTF8.self)
        #expect(text.hasSuffix("}\n"))
        for line in text.split(separator: "\n") {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(Array(object.keys) == ["resourceSpans"])
        }
        for expected in [
            #""name":"chat claude-test-1","kind":3"#,
            #"{"key":"gen_ai.provider.name","value":{"stringValue":"anthropic"}}"#,
            #"{"key":"gen_ai.response.id","value":{"stringValue":"msg_2"}}"#,
            #"{"key":"gen_ai.usage.input_tokens","value":{"intValue":"123"}}"#,
            #"{"key":"gen_ai.usage.cache_read.input_tokens","value":{"intValue":"100"}}"#,
            #"{"key":"gen_ai.response.finish_reasons","value":{"arrayValue":{"values":[{"stringValue":"end_turn"}]}}}"#,
            #"{"key":"colophon.edit.path","value":{"stringValue":"a.py"}}"#,
            #"{"key":"colophon.edit.first_line","value":{"intValue":"4"}}"#,
        ] {
            #expect(text.contains(expected), "\(expected)")
        }
    }

    @Test func `A damaged export is read or skipped, and never crashes`() throws {
        let store = try Store.inMemory()
        try folder.write("histories/h.jsonl", Conversation.claude.lines.asLines)
        try folder.write("histories/g.jsonl", Conversation.codex.lines.asLines)
        _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/histories"))
        let lines = String(decoding: try export(store), as: UTF8.self).split(separator: "\n").map(String.init)
        var mutations = LineMutations(lines, seed: 5)
        let damaged = lines.map { Array($0.utf8) } + (0..<1500).map { _ in mutations.next() }
        let path = try folder.write("damaged.jsonl", Data(damaged.flatMap { $0 + [0x0A] }))
        let summary = try Intake(store: store).run([try #require(HistoryFile(path: path))])
        #expect(summary.skippedLines > 0)
        #expect(summary.strangers == [])
    }

    @Test func `A filter leaves the rest out`() throws {
        let store = try Store.inMemory()
        try folder.write("histories/h.jsonl", Conversation.claude.lines.asLines)
        try folder.write("histories/g.jsonl", Conversation.codex.lines.asLines)
        _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/histories"))
        let filter = try Filter("agent:codex parser", now: 0)
        let back = try StoreDump(readBack(export(store, filter)))
        #expect(back.rows["turn"]?.count == 1)
        #expect(back.rows["session"]?.allSatisfy { $0.contains("codex") } == true)
    }

    @Test func `Long sessions are written in many lines`() throws {
        let history = ClaudeHistory()
        var lines = [history.user(1, "go")]
        for id in 2..<60 {
            let code = String(repeating: "value = \(id)\\n", count: 8000)
            lines.append(
                history.call(id, "msg_\(id)", "toolu_\(id)", "Write", #"{"file_path":"/s/a.py","content":"\#(code)"}"#))
        }
        let store = try Store.inMemory()
        try folder.write("histories/h.jsonl", lines.asLines)
        _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/histories"))
        var exporter = OTLPExporter(store: store, filter: .everything)
        var sizes: [Int] = []
        var all: [UInt8] = []
        _ = try exporter.export { bytes in
            sizes.append(bytes.count)
            all += bytes
        }
        #expect(sizes.count > 3)
        #expect(sizes.allSatisfy { $0 < 3 << 20 })
        try expectSame(store, readBack(Data(all)))
    }

    @Test func `A file that is there already stays as it is, and a failure leaves none`() throws {
        try folder.write("histories/h.jsonl", Conversation.claude.lines.asLines)
        let histories = folder.path + "/histories"
        #expect(try ProgramRun.colophon(["ingest", histories], in: folder).status == 0)
        let path = folder.path + "/out.jsonl"
        let made = try ProgramRun.colophon(["export", "--format", "otlp", "-o", path], in: folder)
        #expect(made.status == 0)
        #expect(made.output.hasPrefix("made \(path): 10 answers of 1 sessions"), "\(made.output)\(made.complaint)")
        let printed = try ProgramRun.colophon(["export", "--format", "otlp"], in: folder)
        #expect(printed.output == String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self))
        let again = try ProgramRun.colophon(["export", "--format", "otlp", "-o", path], in: folder)
        #expect(again.status == 1)
        #expect(again.complaint.contains("There is a file '\(path)' already"))
        let nowhere = try ProgramRun.colophon(["export", "--format", "otlp", "-o", "\(path)/x"], in: folder)
        #expect(nowhere.status == 1)
        #expect(nowhere.complaint.hasPrefix("The file '\(path)/x' cannot be written"))
    }
}
