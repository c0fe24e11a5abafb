package import Provenance

/// What models saw and answered in one thread of a session, without the texts.
package struct ContextThread: Sendable {
    package struct Piece: Sendable {
        package var id: Int64
        package var uid: String
        package var number: Int
        package var origin: Segment.Origin
        package var tool: String?
        package var source: String?
        package var path: String?
        package var firstLine: Int?
        package var body: Int64
        package var at: Int64
        /// What was found out before.
        package var trust: Trust?
        package var hops: Int
        /// By which rules it was looked through for hidden instructions.
        package var looked: Int64?
    }

    package struct Answer: Sendable {
        package var id: Int64
        /// The segments it saw; `nil` where that is not known.
        package var context: ClosedRange<Int>?
        package var output: Int64?
        /// Waits for its origins.
        package var isPending: Bool
    }

    package var session: Int64
    package var thread: String
    package var directory: String?
    /// By number, those of a session that it was forked from among them.
    package var pieces: [Piece]
    /// In the order in which they were given.
    package var answers: [Answer]
}
