/// A record that an answer copied from, and how much.
package struct CopySource: Hashable, Sendable {
    /// By the rows' ids.
    package enum Record: Hashable, Sendable {
        case segment(Int64)
        case answer(Int64)
        case edit(Int64)

        var id: Int64 {
            switch self {
            case .segment(let id), .answer(let id), .edit(let id): id
            }
        }

        /// Where `copy` keeps it, and the table of its records.
        var column: (name: String, table: String) {
            switch self {
            case .segment: ("segment", "segment")
            case .answer: ("answer", "generation")
            case .edit: ("edit", "edit")
            }
        }
    }

    package var record: Record
    /// Words and signs.
    package var tokens: Int

    /// What the texts of an answer were copied from, that of which they have most first.
    ///
    /// - Parameter thread: the one that the answer is of, whose segments its runs name by number.
    package static func all(of texts: [TextOrigin], in thread: ContextThread) -> [CopySource] {
        var counts: [Record: Int] = [:]
        var order: [Record] = []
        for run in texts.lazy.flatMap(\.runs) {
            let record: Record
            switch run.source {
            case .segment(let number):
                guard let id = thread.piece(number)?.id else { continue }
                record = .segment(id)
            case .output(let generation): record = .answer(generation)
            case .edit(let edit): record = .edit(edit)
            }
            if counts[record] == nil { order.append(record) }
            counts[record, default: 0] += run.tokens.count
        }
        // Of equal ones that which comes first in the text.
        return order.enumerated().map { (place: $0, source: CopySource(record: $1, tokens: counts[$1] ?? 0)) }
            .sorted { ($1.source.tokens, $0.place) < ($0.source.tokens, $1.place) }.map(\.source)
    }
}

extension ContextThread {
    /// The piece of a number; `nil` where there is none.
    fileprivate func piece(_ number: Int) -> Piece? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count && pieces[low].number == number ? pieces[low] : nil
    }
}
