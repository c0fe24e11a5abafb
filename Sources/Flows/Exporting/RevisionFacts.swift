/// What is known of the lines of one commit: from the edits that wrote them, and from what others said of them.
package struct RevisionFacts: Equatable, Sendable {
    /// The whole hash.
    package var revision: String
    /// Unix milliseconds UTC: the commit's time, or where the commit is not here, when it was told.
    package var at: Int64
    /// By path and line.
    package var lines: [AttributedLines]

    package init(revision: String, at: Int64, lines: [AttributedLines]) {
        self.revision = revision
        self.at = at
        self.lines = lines
    }
}
