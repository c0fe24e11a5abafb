import Store

extension FileAnswer {
    /// The rows' ids of all turns that the answer names.
    package var turns: [Int64] {
        lines.flatMap { [$0.content?.edit.turn, $0.session?.turn].compactMap { $0 } }
    }
}
