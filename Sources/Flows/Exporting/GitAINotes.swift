import Foundation
package import Git
package import Store

/// git-ai notes of all commits that are asked for: a folder with a file each, `<commit>.note`.
package struct GitAINotes {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let ledger: RevisionLedger
    private let revision: String?

    package init(store: Store, checkout: Checkout?, revision: String?) {
        ledger = RevisionLedger(store: store, checkout: checkout)
        self.revision = revision
    }

    /// - Parameter folder: made where it is not there; one with anything in it is refused.
    /// - Returns: how many notes.
    package func write(into folder: String) throws -> Int {
        let files = FileManager.default
        if files.fileExists(atPath: folder), try !(entries(of: folder).isEmpty) {
            throw Failure(description: "'\(folder)' is not empty: name a folder that is, or a new one.")
        }
        var notes = 0
        let summary = try ledger.run(revision) { facts in
            let note = GitAINote(facts)
            // The name becomes a file's: nothing but a hash may be one.
            guard !note.isEmpty, note.name.utf8.count >= 40, note.name.allSatisfy(\.isHexDigit) else { return }
            do {
                try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(note.text.utf8).write(
                    to: URL(fileURLWithPath: "\(folder)/\(note.name).note"), options: .withoutOverwriting)
            } catch {
                throw Failure(
                    description: "'\(folder)/\(note.name).note' cannot be written: \(error.localizedDescription)")
            }
            notes += 1
        }
        guard notes > 0 else { throw NothingKnown(summary: summary) }
        return notes
    }

    private func entries(of folder: String) throws -> [String] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Failure(description: "'\(folder)' is no folder: name one for the notes with -o.")
        }
        return entries
    }
}
