/// A file that a change adds lines to, as it stands with the change.
package struct ChangedFile: Sendable {
    /// From the top of the repository.
    package var path: String
    package var text: String
    /// From 1.
    package var added: Set<Int>
    /// Of the whole file, its old lines too; `nil` where its language has no rules.
    package var findings: [FileAuditing.Found]?

    package func isAdded(_ lines: ClosedRange<Int>) -> Bool { lines.contains { added.contains($0) } }
}
