import GRDB
import Testing

@testable import Store

struct RememberedLinesTests {
    private let lines = RememberedLines(
        commits: [
            .init(
                hash: String(repeating: "a", count: 40), author: "Ann", mail: "ann@example.com",
                authoredAt: 1_760_000_000_000, committedAt: 1_760_000_001_000, summary: "Say é", isBoundary: true)
        ],
        spans: [
            .init(
                lines: 1..<4, origin: .init(commit: "a", path: "x.py"), firstLine: 7, previous: nil, isOpen: true,
                isUntouched: true),
            .init(
                lines: 9..<10, origin: .init(commit: "a", path: "y.py"), firstLine: 1,
                previous: .init(commit: "b", path: "x.py")),
        ])

    @Test func `What is remembered is found by commit and path`() throws {
        let store = try Store.inMemory()
        try store.remember(lines, of: "src/x.py", at: "c1")
        #expect(try store.rememberedLines(of: "src/x.py", at: "c1") == lines)
        #expect(try store.rememberedLines(of: "src/x.py", at: "c2") == nil)
        #expect(try store.rememberedLines(of: "x.py", at: "c1") == nil)
        let none = RememberedLines(commits: [], spans: [])
        try store.remember(none, of: "src/x.py", at: "c1")
        #expect(try store.rememberedLines(of: "src/x.py", at: "c1") == none)
    }

    @Test func `Bytes that anyone may have written are no answer and no crash`() throws {
        let blob = lines.blob
        #expect(RememberedLines(blob: blob) == lines)
        for count in 0..<blob.count { #expect(RememberedLines(blob: Array(blob[..<count])) == nil) }
        #expect(RememberedLines(blob: blob + [0]) == nil)
        for place in blob.indices {
            for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var damaged = blob
                damaged[place] = byte
                // Whatever comes out is in order.
                let read = RememberedLines(blob: damaged)
                #expect(read?.spans.allSatisfy { !$0.lines.isEmpty && $0.lines.lowerBound > 0 } ?? true)
            }
        }
        let store = try Store.inMemory()
        try store.remember(lines, of: "x.py", at: "c1")
        try store.database.write { try $0.execute(sql: "UPDATE line_history SET lines = x'01ffffff'") }
        #expect(try store.rememberedLines(of: "x.py", at: "c1") == nil)
    }
}
