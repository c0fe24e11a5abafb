import Flows
import Foundation
import Ingest
import Store
import TestSupport
import Testing

/// A history that grows while it is read says the same in the end as one that is read at once.
struct SplitReadingTests {
    @Test(arguments: Conversation.allCases)
    func `A history read in two passes, cut after any line, is the history read in one`(conversation: Conversation)
        throws
    {
        let lines = conversation.lines
        let whole = try dump(of: lines, cutAfter: [])
        for cut in 0..<lines.count {
            let parts = try dump(of: lines, cutAfter: [cut])
            #expect(parts == whole, "cut after line \(cut):\n\(parts.difference(from: whole))")
        }
    }

    @Test(arguments: Conversation.allCases)
    func `A history read line by line is the history read in one pass`(conversation: Conversation) throws {
        let lines = conversation.lines
        let whole = try dump(of: lines, cutAfter: [])
        let parts = try dump(of: lines, cutAfter: Array(0..<lines.count))
        #expect(parts == whole, "\(parts.difference(from: whole))")
    }

    @Test(arguments: Conversation.allCases)
    func `A history cut in the middle of a line is read whole in the end`(conversation: Conversation) throws {
        let lines = conversation.lines
        let whole = try dump(of: lines, cutAfter: [])
        for cut in stride(from: 1, to: lines.count, by: 4) {
            let parts = try dump(of: lines, cutAfter: [cut], bytes: 40)
            #expect(parts == whole, "cut in line \(cut + 1):\n\(parts.difference(from: whole))")
        }
    }

    @Test func `A line that comes again after the mark is no news there either`() throws {
        let history = ClaudeHistory()
        let edit = #"{"file_path":"/home/ada/shop/a.py","old_string":"b","new_string":"B"}"#
        let lines = [
            history.user(1, "make the parser faster"),
            history.call(2, "msg_1", "toolu_1", "Edit", edit),
            history.answer(3, "msg_2", ClaudeHistory.text("Meanwhile.")),
            history.call(2, "msg_1", "toolu_1", "Read", #"{"file_path":"/home/ada/shop/a.py"}"#),
            history.result(5, of: "toolu_1", "updated"),
            history.answer(6, "msg_3", ClaudeHistory.text("Done.")),
        ]
        let whole = try dump(of: lines, cutAfter: [])
        #expect(whole.rows["edit"]?.first?.contains("status=\"applied\"") == true)
        for cut in 0..<lines.count {
            let parts = try dump(of: lines, cutAfter: [cut])
            #expect(parts == whole, "cut after line \(cut):\n\(parts.difference(from: whole))")
        }
    }

    /// The store after the file was read at each of these lengths, and as a whole.
    private func dump(of lines: [String], cutAfter cuts: [Int], bytes: Int = 0) throws -> StoreDump {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        let intake = Intake(store: store)
        for cut in cuts {
            let begun = lines[cut...].first.map { String(decoding: $0.utf8.prefix(bytes), as: UTF8.self) } ?? ""
            try write(Array(lines[..<cut]).asLines + begun, in: folder)
            _ = try intake.run(folder.histories)
        }
        try write(lines.asLines, in: folder)
        _ = try intake.run(folder.histories)
        return try StoreDump(store)
    }

    /// Always of the same age: some formats have no other time.
    private func write(_ text: String, in folder: TemporaryFolder) throws {
        let path = try folder.write("h.jsonl", text)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_767_225_600)], ofItemAtPath: path)
    }
}
