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

    @Test func `Words of two calls of models that stand among each other are kept apart`() throws {
        let history = OTLPHistory()
        func said(_ words: String, at second: Int, span: Int) -> String {
            let content = #"{"key":"content","value":{"stringValue":"\#(words)"}}"#
            return history.logs(
                history.log(
                    "gen_ai.user.message", at: second, span: span,
                    body: #"{"kvlistValue":{"values":[\#(content)]}}"#))
        }
        let lines = [
            said("make the parser faster", at: 1, span: 4), said("write the docs", at: 2, span: 5),
            said("and the tests", at: 3, span: 4), history.spans(history.chat(4, at: 1, response: "resp_4")),
            said("all of them", at: 5, span: 5),
            history.spans(history.chat(5, at: 2, response: "resp_5", conversation: "conv-2")),
        ]
        let whole = try dump(of: lines, cutAfter: [])
        #expect(whole.rows["segment"]?.count == 4)
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
