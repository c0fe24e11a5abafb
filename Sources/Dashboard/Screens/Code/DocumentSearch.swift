import Text

/// The places at which documents have some words, in the order in which they are read.
///
/// A row is looked at once, however often one goes from place to place; what is very long is read in stretches.
struct DocumentSearch: Equatable {
    /// A row that has the words.
    private struct Hit: Equatable {
        var document: Int
        var row: Int
        /// The number of places before it.
        var before: Int
    }

    /// One of the places: the n-th of a row.
    struct Place: Equatable {
        var document: Int
        var row: Int
        var match: Int
    }

    let needle: Needle
    private var hits: [Hit] = []
    private(set) var total = 0
    /// Which of the places one stands on, counted from 0.
    private(set) var current: Int?
    private var next = Place(document: 0, row: 0, match: 0)
    private(set) var isComplete = false

    /// How much is read before an answer.
    private static let stretch = 6_000_000

    init(_ needle: Needle) { self.needle = needle }

    /// Reads on, a stretch.
    mutating func read(_ documents: [Document]) {
        var left = Self.stretch
        while documents.indices.contains(next.document) {
            let document = documents[next.document]
            while next.row < document.rows.count {
                guard left > 0 else { return }
                var count = 0
                document.forEachText(ofRow: next.row) { text in
                    count += needle.count(in: text)
                    left -= text.utf8.count
                }
                left -= 16
                if count > 0 {
                    hits.append(Hit(document: next.document, row: next.row, before: total))
                    total += count
                }
                next.row += 1
            }
            next.document += 1
            next.row = 0
        }
        isComplete = true
    }

    /// The first place at a row or after it, else the first there is.
    mutating func start(document: Int, row: Int) {
        guard total > 0 else { return current = nil }
        let hit = hits.first(after: hits.count) { ($0.document, $0.row) < (document, row) }
        current = hit < hits.count ? hits[hit].before : 0
    }

    /// The next place or the one before; after the last comes the first.
    mutating func step(by step: Int, _ documents: [Document]) {
        let wanted = (current ?? -1) + step
        if wanted >= total, !isComplete { read(documents) }
        guard total > 0 else { return }
        current = wanted < 0 ? total - 1 : wanted >= total ? 0 : wanted
    }

    var place: Place? {
        guard let current, current < total else { return nil }
        let index = hits.first(after: hits.count) { $0.before <= current } - 1
        guard hits.indices.contains(index) else { return nil }
        return Place(document: hits[index].document, row: hits[index].row, match: current - hits[index].before)
    }

    /// `3 of 17`
    var words: String {
        let count = total.grouped + (isComplete ? "" : "+")
        guard total > 0 else { return "no match" }
        return current.map { "match \(($0 + 1).grouped) of \(count)" } ?? "\(count) matches"
    }
}

extension Array {
    /// The first place, by halves, for which it is not so any more.
    fileprivate func first(after end: Int, while isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
