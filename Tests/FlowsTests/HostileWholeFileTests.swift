import Flows
import Foundation
import Ingest
import Store
import TestSupport
import Testing

/// Files of one object that nobody's program wrote.
struct HostileWholeFileTests {
    @Test(arguments: [VSCodeHistory.example, Conversation.geminiOlder])
    func `A damaged object is read or told, and never crashes`(document: String) throws {
        let folder = try TemporaryFolder()
        var mutations = LineMutations([document.replacing("\n", with: " ")], seed: 21)
        let files = try (0..<600).map { try folder.write("\($0).json", Data(mutations.next())) }
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(files.compactMap(HistoryFile.init(path:)))
        #expect(summary.filesSeen == 600)
        #expect(summary.added.turns > 0)
        #expect(!summary.strangers.isEmpty)
    }
}
