import Store
import Syntax

/// The texts of a thread in the order in which the model came to see them, ready to be searched for copies.
///
/// Each is read once, whichever of the answers saw it; what lies before the last compaction is not searched.
struct SeenTexts {
    private let store: Store
    private let thread: ContextThread
    private let mostTokens: Int
    private var search = CopySearch()
    /// What each source of the search is, and the number of the last segment before or in it.
    private var sources: [(source: CopiedRun.Source, number: Int)] = []
    /// The next piece and answer to be taken.
    private var nextPiece = 0
    private var nextAnswer = 0
    /// From so many words and signs on, what lies before the last compaction is dropped.
    private var limit: Int

    init(store: Store, thread: ContextThread, mostTokens: Int) {
        self.store = store
        self.thread = thread
        self.mostTokens = mostTokens
        limit = mostTokens
    }

    /// Takes in what an answer saw: the segments of its range, and the answers before it.
    ///
    /// - Returns: the first source that it saw.
    mutating func see(_ range: ClosedRange<Int>, before place: Int) throws -> Int {
        let isNew = search.tokenCount > limit || nextPiece == 0 && nextAnswer == 0
        if isNew { startAgain(at: range.lowerBound) }
        // One context that is larger than that is kept all the same, once.
        defer { if isNew { limit = max(mostTokens, search.tokenCount * 2) } }
        while true {
            let piece = nextPiece < thread.pieces.count ? thread.pieces[nextPiece] : nil
            let answer = nextAnswer < place ? thread.answers[nextAnswer] : nil
            let isPieceNext = piece.map { piece in
                piece.number <= range.upperBound
                    && (answer.map { piece.number <= $0.context?.upperBound ?? Int.min } ?? true)
            }
            if let piece, isPieceNext == true {
                nextPiece += 1
                add(try store.text(ofBody: piece.body), .segment(number: piece.number), piece.number)
            } else if let answer {
                nextAnswer += 1
                guard let seen = answer.context?.upperBound, seen >= range.lowerBound else { continue }
                for text in try AnswerText.all(of: answer, in: store) {
                    add(text.text, text.edit.map { .edit($0) } ?? .output(generation: answer.id), seen)
                }
            } else {
                break
            }
        }
        // Sources come in the order of these numbers.
        var (low, high) = (0, sources.count)
        while low < high {
            let middle = (low + high) / 2
            if sources[middle].number < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func add(_ text: String, _ source: CopiedRun.Source, _ number: Int) {
        guard !text.isEmpty, search.tokenCount < mostTokens * 8 else { return }
        search.add(text)
        sources.append((source, max(number, sources.last?.number ?? number)))
    }

    /// Drops what lies before a segment.
    private mutating func startAgain(at first: Int) {
        search = CopySearch()
        sources = []
        nextPiece = thread.pieces.firstIndex { $0.number >= first } ?? thread.pieces.count
        nextAnswer = thread.answers.firstIndex { ($0.context?.upperBound ?? Int.min) >= first } ?? thread.answers.count
    }

    /// The runs of a text that stand in what was taken in, from a source on.
    func runs(of words: WordStream, from first: Int) -> [CopiedRun] {
        search.copies(in: words, from: first).map {
            CopiedRun(tokens: $0.tokens, source: sources[$0.source].source, start: $0.start)
        }
    }
}
