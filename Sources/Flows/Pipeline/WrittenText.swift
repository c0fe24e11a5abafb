import Store
import Syntax

/// An edit's text as code tokens: all of it, and those that are its own.
final class WrittenText {
    struct Piece {
        var code: CodeStream
        var isOwned: [Bool]
    }

    let origin: EditOrigin
    let pieces: [Piece]
    /// One piece after the other; none where it is not known what stood before.
    let ownTokens: [UInt64]

    init(_ source: EditSource) {
        let edit = WrittenEdit(source)
        origin = edit.origin
        pieces = edit.isUncertain ? [] : edit.pieces.map { Piece(code: $0.code, isOwned: $0.isOwned) }
        var own: [UInt64] = []
        for piece in pieces {
            for (token, isOwned) in zip(piece.code.hashes, piece.isOwned) where isOwned { own.append(token) }
        }
        ownTokens = Array(own.prefix(TokenDistance.most))
    }

    var size: Int { pieces.reduce(256) { $0 + $1.code.count * 40 } }

    /// Whether at least half of its own tokens stand in a text, in runs that are no chance.
    func hasMost(of text: CodeStream) -> Bool {
        guard ownTokens.count >= Shingles.k, text.count >= Shingles.k else { return false }
        let aligner = Aligner(text.hashes)
        var found = 0
        for piece in pieces {
            for chain in aligner.chains(with: piece.code.hashes) {
                for run in chain.runs {
                    found += (run.text..<run.text + run.count).count { piece.isOwned[$0] }
                }
            }
        }
        return found * 2 >= ownTokens.count
    }
}
