import Ingest
import Provenance
import Store

/// A stretch that an edit wrote, with what is known around it: what the auditor reads.
struct AuditedPiece {
    /// What the edit wrote.
    let text: String
    /// Where it begins in the edit's text, in bytes.
    let start: Int
    /// The text around, the piece in it.
    let context: String
    /// Where the piece begins in it, in bytes.
    let offset: Int
    /// The number of the context's first line in the file; `nil` where it is not known.
    let firstLine: Int?
    /// What of it is the edit's own; found out when there is something to hold against it.
    let written: () -> WrittenPiece

    /// - Parameter remembered: the file as it stood before; asked only where it matters.
    static func pieces(of edit: EditSource, remembered: () throws -> String?) rethrows -> [AuditedPiece] {
        let language = Language.named(by: edit.origin.path)
        let hunks = edit.isCreation ? [] : edit.patch.map(Hunk.unified) ?? []
        guard let after = edit.after, !after.isEmpty else { return pieces(of: hunks, language) }
        if edit.isCreation {
            return [
                AuditedPiece(
                    text: after, start: 0, context: after, offset: 0, firstLine: 1,
                    written: {
                        WrittenPiece(after, over: edit.before.map { [$0] } ?? [], language: language, isPiece: false)
                    })
            ]
        }
        let old = try remembered()
        var piece = AuditedPiece(
            text: after, start: 0, context: after, offset: 0, firstLine: edit.startOfText,
            written: {
                WrittenPiece(
                    after, over: (edit.before ?? old).map { [$0] } ?? [], language: language,
                    isPiece: edit.before != nil)
            })
        if let old, let before = edit.before, !before.isEmpty, before != old, let place = old.onlyPlace(of: before) {
            piece = piece.within(
                old.replacingBytes(place..<place + before.utf8.count, with: after), at: place, firstLine: 1)
        } else if let hunk = hunks.first(where: { $0.after.onlyPlace(of: after) != nil }) {
            piece = piece.within(
                hunk.after, at: hunk.after.onlyPlace(of: after) ?? 0, firstLine: hunk.newStart.map { max(1, $0) })
        }
        return [piece]
    }

    private static func pieces(of hunks: [Hunk], _ language: String?) -> [AuditedPiece] {
        var start = 0
        var pieces: [AuditedPiece] = []
        for hunk in hunks {
            let (after, before) = (hunk.after, hunk.before)
            if hunk.addedLines > 0 {
                pieces.append(
                    AuditedPiece(
                        text: after, start: start, context: after, offset: 0,
                        firstLine: hunk.newStart.map { max(1, $0) },
                        written: { WrittenPiece(after, over: [before], language: language, isPiece: true) }))
            }
            // As `EditDetail.written` joins them.
            start += after.utf8.count + 1
        }
        return pieces
    }

    private func within(_ context: String, at offset: Int, firstLine: Int?) -> AuditedPiece {
        AuditedPiece(
            text: text, start: start, context: context, offset: offset, firstLine: firstLine, written: written)
    }
}
