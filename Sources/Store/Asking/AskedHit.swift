/// A past question with its answer, as one hit.
package struct AskedHit: Equatable, Sendable {
    package var turn: TurnRow
    /// What was asked, its first words.
    package var asked: MarkedText
    /// The part of the answers that says most of it.
    package var answer: MarkedText
    /// The first files that the turn wrote.
    package var files: [String]
    package var score: Double
}
