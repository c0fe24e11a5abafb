import Ingest
import Provenance
import Store
import Syntax

/// What an edit put into its file, as code tokens: with those around them, and which of them are its own.
///
/// An edit owns only the tokens that its difference against what stood before inserts.
struct WrittenEdit: Sendable {
    /// A stretch of the file: all of it, or what a hunk shows.
    struct Piece: Sendable {
        var code: CodeStream
        /// For each token.
        var isOwned: [Bool]
    }

    let origin: EditOrigin
    let pieces: [Piece]
    /// What stood before is not known, so more may be taken for its own than is.
    let isUncertain: Bool

    /// - Parameter before: versions of the file that stood before an edit which does not say so itself; what any of them
    ///   has is not the edit's.
    init(_ edit: EditSource, before: [CodeStream] = []) {
        origin = edit.origin
        let language = Language.named(by: edit.origin.path)
        let hunks = edit.isCreation ? [] : edit.patch.map(Hunk.unified) ?? []
        if hunks.contains(where: { $0.addedLines > 0 }) {
            pieces = hunks.filter { $0.addedLines > 0 }.map { hunk in
                Self.piece(
                    from: CodeStream(hunk.before, language: language, isPiece: true),
                    to: CodeStream(hunk.after, language: language, isPiece: true))
            }
            isUncertain = false
        } else if let after = edit.after, !after.isEmpty {
            let isPiece = !edit.isCreation
            let code = CodeStream(after, language: language, isPiece: isPiece)
            if let text = edit.before {
                pieces = [Self.piece(from: CodeStream(text, language: language, isPiece: isPiece), to: code)]
            } else {
                var piece = Piece(code: code, isOwned: Array(repeating: true, count: code.count))
                for old in before { piece.takeAway(old) }
                pieces = [piece]
            }
            isUncertain = edit.before == nil && before.isEmpty && !edit.isCreation
        } else {
            pieces = []
            isUncertain = false
        }
    }

    private static func piece(from old: CodeStream, to new: CodeStream) -> Piece {
        Piece(code: new, isOwned: TokenDifference(from: old, to: new).origins.map { $0 < 0 })
    }
}

extension WrittenEdit.Piece {
    fileprivate mutating func takeAway(_ old: CodeStream) {
        let origins = TokenDifference(from: old, to: code).origins
        for (place, origin) in origins.enumerated() where origin >= 0 { isOwned[place] = false }
    }

    /// The winnowed shingles over tokens of its own, with up to four tokens of what stands around them.
    var shingles: [UInt32] {
        let all = Shingles.all(code.hashes)
        guard !all.isEmpty else { return [] }
        var found: [UInt32] = []
        var place = 0
        while place < isOwned.count {
            guard isOwned[place] else {
                place += 1
                continue
            }
            let first = max(0, place - Shingles.k + 1)
            var last = place
            while place < isOwned.count, place - last < Shingles.k {
                if isOwned[place] { last = place }
                place += 1
            }
            let range = min(first, all.count - 1)...min(last, all.count - 1)
            found += Shingles.winnowed(all[range]).map { all[$0] }
        }
        return found
    }
}
