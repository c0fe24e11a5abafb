import Git
import Provenance
import Syntax

/// A file as it stands on the main line, and where an edit's text is in it.
struct MergedFile {
    private let code: CodeStream
    private let aligner: Aligner

    private static let mostBytes = 2 << 20

    /// - Returns: `nil` where git does not have it, or it is of more than 2 MB.
    init?(_ place: FilePlace, from objects: GitObjects) throws {
        guard let file = try objects.open(place), file.object.kind == "blob", file.object.size <= Self.mostBytes,
            let bytes = try objects.rest(limit: Self.mostBytes)
        else { return nil }
        self.init(String(decoding: bytes, as: UTF8.self), language: Language.named(by: place.path))
    }

    init(_ text: String, language: String?) {
        code = CodeStream(text, language: language)
        aligner = Aligner(code.hashes)
    }

    /// The tokens that stand where an edit's own were put: between what it kept before and after them, else from the first to
    /// the last of them that is found.
    ///
    /// - Parameter claimed: lines that are the edit's, for what is too short to be found by its tokens.
    func region(of edit: WrittenText, claimed: [ClosedRange<Int>]) -> [UInt64] {
        var isIn = [Bool](repeating: false, count: code.count)
        for piece in edit.pieces { mark(piece, &isIn) }
        for lines in claimed {
            for line in lines where line - 1 < code.lineCount {
                for token in code.tokens(ofLine: line - 1) { isIn[token] = true }
            }
        }
        return zip(code.hashes, isIn).filter(\.1).map(\.0)
    }

    private func mark(_ piece: WrittenText.Piece, _ isIn: inout [Bool]) {
        var places = [Int?](repeating: nil, count: piece.code.count)
        for chain in aligner.chains(with: piece.code.hashes) {
            for run in chain.runs {
                for step in 0..<run.count where places[run.text + step] == nil {
                    places[run.text + step] = run.query + step
                }
            }
        }
        var place = 0
        while place < places.count {
            guard piece.isOwned[place] else {
                place += 1
                continue
            }
            let first = place
            while place < places.count, piece.isOwned[place] { place += 1 }
            guard let region = region(of: first..<place, places) else { continue }
            for token in region { isIn[token] = true }
        }
    }

    /// A region may be so much longer than what was put there: else what follows was put in by others.
    private static let growth = 2
    private static let room = 40

    private func region(of own: Range<Int>, _ places: [Int?]) -> Range<Int>? {
        let found = own.compactMap { places[$0] }
        let before = own.lowerBound > 0 ? places[own.lowerBound - 1] : nil
        let after = own.upperBound < places.count ? places[own.upperBound] : nil
        if let before, let after, before < after, after - before - 1 <= own.count * Self.growth + Self.room {
            return before + 1..<after
        }
        guard let first = found.min(), let last = found.max() else { return nil }
        if last - first < own.count * Self.growth + Self.room { return first..<last + 1 }
        // Parts of it stand far from each other: the longest row counts.
        var best = first..<first + 1
        var row = best
        for place in found.sorted().dropFirst() {
            row = place - row.upperBound <= Self.room ? row.lowerBound..<place + 1 : place..<place + 1
            if row.count > best.count { best = row }
        }
        return best
    }
}
