import Store
import Syntax

/// Finds the edits whose tokens stand in a text: for each line those that may have written it, the best first.
///
/// Edits of the same file are all compared with it; others are found by the shingles that the text shares with them.
struct ContentSearch {
    private let code: CodeStream
    private let aligner: Aligner
    /// The lines that are asked about, from 0.
    private let lines: Range<Int>
    /// Of the lines, where that saves something.
    private let words: [LineWords]
    private(set) var contenders: [[LineContender]]
    /// The moment of the earliest edit of the file that was compared.
    private var compared = Int64.max

    /// More than these a line are not kept.
    private static let mostContenders = 12
    /// More edits than these of other files are not compared: those with the most shingles in common are.
    private static let mostStrangers = 200

    /// - Parameter lines: from 0; what stands around them helps.
    init(_ code: CodeStream, lines: Range<Int>, words: [LineWords] = []) {
        self.code = code
        self.lines = lines
        self.words = words
        aligner = Aligner(code.hashes)
        contenders = Array(repeating: [], count: code.lineCount)
    }

    /// Compares the edits of the file itself; what was not looked at may follow in another call.
    ///
    /// - Parameters:
    ///   - edits: the latest first.
    ///   - isEnough: whether nobody asks for more of a line once this one is known to hold it: an earlier edit cannot be
    ///     better.
    /// - Returns: the edits that were not looked at, for all lines have enough.
    mutating func compare(
        own edits: ArraySlice<WrittenEdit>, until horizon: Int64,
        isEnough: ((_ line: Int, LineContender) -> Bool)? = nil
    ) -> ArraySlice<WrittenEdit> {
        for place in edits.indices {
            let edit = edits[place]
            // Of two edits of one moment neither is the earlier.
            if let isEnough, edit.origin.at < compared, haveEnough(isEnough) { return edits[place...] }
            guard edit.origin.at <= horizon else { continue }
            compare(edit, isSameFile: true)
            compared = edit.origin.at
        }
        return []
    }

    private func haveEnough(_ isEnough: (Int, LineContender) -> Bool) -> Bool {
        lines.allSatisfy { line in
            // Whose a bracket is, its neighbours tell.
            code.tokens(ofLine: line).count > Self.fewTokens
                && contenders[line].contains { $0.isWhole && !$0.isUncertain && $0.isSameFile && isEnough(line, $0) }
        }
    }

    /// The asked lines of which it is not clear yet who wrote them.
    private var open: [Int] {
        lines.filter { line in !code.tokens(ofLine: line).isEmpty && !contenders[line].contains { $0.isExact } }
    }

    /// Compares the edits of other files that share shingles with lines that nothing was found for.
    mutating func compareStrangers(
        in store: Store, from shelf: inout EditShelf, except known: Set<Int64>, until horizon: Int64
    ) throws {
        let open = open
        guard !open.isEmpty else { return }
        let all = Shingles.all(code.hashes)
        guard !all.isEmpty else { return }
        var asked: Set<UInt32> = []
        for line in open {
            let tokens = code.tokens(ofLine: line)
            let first = max(0, tokens.lowerBound - Shingles.window - Shingles.k)
            let last = min(all.count, tokens.upperBound + Shingles.window)
            for place in min(first, last)..<last { asked.insert(all[place]) }
        }
        var votes: [Int64: Int] = [:]
        for (_, edits) in try store.edits(holding: Array(asked)) {
            for edit in edits where !known.contains(edit) { votes[edit, default: 0] += 1 }
        }
        // One shingle in common is chance; the winnowed ones of a telling run are several.
        let ids = votes.filter { $0.value >= 2 }.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
            .prefix(Self.mostStrangers).map(\.key)
        for edit in try shelf.edits(ids) where edit.origin.at <= horizon { compare(edit, isSameFile: false) }
    }

    /// A bracket says nothing by itself: where the lines around it are of one edit, and it may be, too, it goes with them.
    ///
    /// Once all edits were compared.
    mutating func settleBrackets() {
        let telling = lines.filter { code.tokens(ofLine: $0).count > Self.fewTokens }
        for (before, after) in zip(telling, telling.dropFirst()) where after - before > 1 {
            guard let edit = contenders[before].first?.origin.id, contenders[after].first?.origin.id == edit else {
                continue
            }
            for line in before + 1..<after {
                guard let best = contenders[line].first, best.origin.id != edit,
                    let place = contenders[line].firstIndex(where: { $0.origin.id == edit }),
                    contenders[line][place].isExact || !best.isExact
                else { continue }
                contenders[line].insert(contenders[line].remove(at: place), at: 0)
            }
        }
    }

    /// So many tokens may be equal by chance anywhere.
    static let fewTokens = 2

    // MARK: - One edit

    private mutating func compare(_ edit: WrittenEdit, isSameFile: Bool) {
        for piece in edit.pieces where mayHoldLine(piece) {
            if piece.code.count < Shingles.k {
                if isSameFile { compareShort(piece, of: edit) }
                continue
            }
            var used = [Bool](repeating: false, count: piece.code.count)
            for chain in aligner.chains(with: piece.code.hashes) {
                let range = chain.queryRange
                let longest = chain.runs.map { code.weight(of: $0.queryRange) }.max() ?? 0
                let weight = chain.runs.reduce(0) { $0 + code.weight(of: $1.queryRange) }
                let usedBefore = chain.runs.reduce(0) { sum, run in
                    sum + (run.text..<run.text + run.count).count { used[$0] }
                }
                // What stands elsewhere already is a copy: as in another file only a telling run makes one.
                let isCopy = usedBefore * 2 > chain.count
                let isAccepted =
                    isSameFile && !isCopy
                    ? weight >= 8 || chain.count * 5 >= piece.code.count * 4
                    : longest >= LineContender.telling
                guard isAccepted else { continue }
                for run in chain.runs { for place in run.text..<run.text + run.count { used[place] = true } }
                add(chain, over: range, of: piece, edit, isSameFile: isSameFile && !isCopy)
            }
        }
    }

    private func mayHoldLine(_ piece: WrittenPiece) -> Bool {
        words.isEmpty || words.contains { $0.mayStand(in: piece.words) }
    }

    /// A piece of fewer tokens than a shingle counts where it stands once.
    private mutating func compareShort(_ piece: WrittenPiece, of edit: WrittenEdit) {
        guard piece.code.count >= 2 else { return }
        let places = aligner.places(ofShort: piece.code.hashes)
        guard places.count == 1, let place = places.first else { return }
        let chain = AlignedChain(runs: [AlignedRun(query: place, text: 0, count: piece.code.count)])
        add(chain, over: chain.queryRange, of: piece, edit, isSameFile: true)
    }

    private mutating func add(
        _ chain: AlignedChain, over range: Range<Int>, of piece: WrittenPiece, _ edit: WrittenEdit,
        isSameFile: Bool
    ) {
        guard !range.isEmpty else { return }
        let touched = Int(code.lines[range.lowerBound])..<Int(code.lines[range.upperBound - 1]) + 1
        let asked = touched.clamped(to: lines)
        // What an edit owns costs more to know than where it stands.
        guard !asked.isEmpty else { return }
        let (owned, cut) = (piece.isOwned, piece.isCut)
        var index = 0
        for line in asked {
            let tokens = code.tokens(ofLine: line)
            if tokens.isEmpty { continue }
            while index > 0, chain.runs[index].query > tokens.lowerBound { index -= 1 }
            while index < chain.runs.count, chain.runs[index].query + chain.runs[index].count <= tokens.lowerBound {
                index += 1
            }
            var isAligned = [Bool](repeating: false, count: tokens.count)
            var isOwned = isAligned
            var isCut = false
            var longest = 0
            var parts = 0
            for run in chain.runs[min(index, chain.runs.count)...] {
                guard run.query < tokens.upperBound else { break }
                parts += 1
                longest = max(longest, code.weight(of: run.queryRange))
                for place in tokens.clamped(to: run.queryRange) {
                    isAligned[place - tokens.lowerBound] = true
                    let text = run.text + place - run.query
                    isOwned[place - tokens.lowerBound] = owned[text]
                    isCut = isCut || cut[Int(piece.code.lines[text])]
                }
            }
            guard isCut || isOwned.contains(true) else { continue }
            keep(
                LineContender(
                    origin: edit.origin, isAligned: isAligned, isOwned: isOwned, run: longest, isSameFile: isSameFile,
                    isUncertain: edit.isUncertain, isWhole: parts == 1 && !isAligned.contains(false)), on: line)
            if index == chain.runs.count { index = max(0, index - 1) }
        }
    }

    private mutating func keep(_ contender: LineContender, on line: Int) {
        // At least half of a line must still stand for it to be the edit's, changed; so says `LineWords`, too.
        guard contender.aligned * 2 >= contender.isAligned.count else { return }
        if let same = contenders[line].firstIndex(where: { $0.origin.id == contender.origin.id }) {
            if contender.isBetter(than: contenders[line][same]) { contenders[line][same] = contender }
            return
        }
        let place = contenders[line].firstIndex { contender.isBetter(than: $0) } ?? contenders[line].count
        contenders[line].insert(contender, at: place)
        if contenders[line].count > Self.mostContenders { contenders[line].removeLast() }
    }
}
