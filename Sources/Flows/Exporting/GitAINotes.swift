import Foundation
package import Git
package import Store

/// git-ai notes of all commits that are asked for: a folder with a file each, `<commit>.note`.
package struct GitAINotes {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package struct Written: Equatable, Sendable {
        package var notes = 0
        /// Lines that a note has no place for.
        package var omittedLines = 0
    }

    private let ledger: RevisionLedger
    private let revision: String?

    package init(store: Store, checkout: Checkout?, revision: String?) {
        ledger = RevisionLedger(store: store, checkout: checkout)
        self.revision = revision
    }

    /// - Parameter folder: made where it is not there; one with anything in it is refused.
    package func write(into folder: String) throws -> Written {
        let files = FileManager.default
        if files.fileExists(atPath: folder), try !(entries(of: folder).isEmpty) {
            throw Failure(description: "'\(folder)' is not empty: name a folder that is, or a new one.")
        }
        var written = Written()
        let summary = try ledger.run(revision) { facts in
            let note = GitAINote(facts)
            written.omittedLines += note.omitted
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
            written.notes += 1
        }
        guard written.notes > 0 else { throw NothingKnown(summary: summary) }
        return written
    }

    private func entries(of folder: String) throws -> [String] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Failure(description: "'\(folder)' is no folder: name one for the notes with -o.")
        }
        return entries
    }
}
