/// One line of what lies under an unfolded turn.
struct StoryLine: Equatable {
    /// What the line opens.
    enum Target: Equatable {
        /// The turn, where nothing narrower stands on the line.
        case turn
        case edit(Int64)
        case generation(Int64)
    }

    var spans: [Span]
    var target = Target.turn
    /// Whether it belongs to a sub-agent.
    var isInner = false
}
