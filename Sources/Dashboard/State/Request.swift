package import Store

/// A page of turns to be read from the store.
package struct PageRequest: Equatable, Sendable {
    /// Grows with every request: an answer to another than the last one asked is of no use any more.
    package var ticket: Int
    /// In the filter language; empty for everything.
    package var filter: String
    package var from: PageKey?
    package var direction: PageDirection
    package var limit: Int
}

/// A turn to be read in full.
package struct TurnRequest: Equatable, Sendable {
    /// Who asks: a request supersedes an earlier one of the same reader, not those of others.
    package enum Reader: Sendable {
        case preview, screen
    }

    package var ticket: Int
    package var id: Int64
    package var reader: Reader
}

/// What came of a request.
package enum Answer: Equatable, Sendable {
    case page(PageRequest, [TurnRow])
    /// `nil`: the store has no such turn (any more).
    case turn(TurnRequest, TurnDetail?)
    /// With a sentence for the reader.
    case failed(ticket: Int, String)
}
