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

    /// How many bytes are read before an answer.
    private static let stretch = 4_000_000

    init(_ needle: Needle) { self.needle = needle }

    /// The places of words that begin with those of another search: they can only stand where those do.
    init(_ needle: Needle, within wider: DocumentSearch, _ documents: [Document]) {
        self.needle = needle
        for hit in wider.hits {
            add(documents[hit.document].count(needle, inRow: hit.row), document: hit.document, row: hit.row)
        }
        next = wider.next
        isComplete = wider.isComplete
        if total == 0 { read(documents) }
    }

    private mutating func add(_ count: Int, document: Int, row: Int) {
        guard count > 0 else { return }
        hits.append(Hit(document: document, row: row, before: total))
        total += count
    }

    /// Reads on: a stretch, or on to the first place.
    mutating func read(_ documents: [Document]) {
        repeat { readStretch(documents) } while total == 0 && !isComplete
    }

    private mutating func readStretch(_ documents: [Document]) {
        var left = Self.stretch
        while documents.indices.contains(next.document) {
            let document = documents[next.document]
            let number = next.document
            var row = next.row
            document.count(needle, from: &row, &left) { row, count in add(count, document: number, row: row) }
            next.row = row
            guard row == document.rows.count else { return }
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
